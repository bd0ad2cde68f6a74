import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdict } from '../../../main/readiness/examination';
import { connectionTo, look, outcomeOf } from './examining';
import { type FakeOrg, startFakeOrg } from './fake-org';

const organization = 'GET /.well-known/okta-organization';
const metadata = 'GET /.well-known/openid-configuration';
const custom = 'GET /oauth2/default/.well-known/openid-configuration';

let org: FakeOrg;
beforeEach(async () => {
  org = await startFakeOrg();
});
afterEach(() => org.close());

const lookAt = (issuerPath = '') =>
  look({ connection: connectionTo(org.url, { issuer: org.url + issuerPath }) });

describe('an address that is wrong', () => {
  it('is a web site that is no org', async () => {
    org.replies[organization] = [404, '<html>'];
    org.replies[metadata] = [200, '<html>Welcome</html>'];
    const outcome = outcomeOf(await lookAt(), 'issuer');
    expect(outcome).toMatchObject({
      status: 'fail',
      causes: ['not-an-okta-org'],
      field: 'orgUrl',
    });
    org.replies[custom] = [404, '<html>'];
    expect(outcomeOf(await lookAt('/oauth2/default'), 'issuer').causes).toEqual([
      'not-an-okta-org',
    ]);
  });

  it('is an org on the Classic Engine, which is asked no further', async () => {
    org.replies[organization] = [200, { pipeline: 'v1' }];
    const examination = await lookAt();
    expect(outcomeOf(examination, 'organization')).toMatchObject({
      status: 'fail',
      causes: ['classic-org'],
    });
    expect(outcomeOf(examination, 'interact')).toMatchObject({
      status: 'not-checked',
      values: { check: 'organization' },
    });
    expect(org.received).toHaveLength(1);
    expect(verdict(examination)).toBe('not-ready');
  });

  it('is an authorization server that does not exist', async () => {
    expect(outcomeOf(await lookAt('/oauth2/nowhere'), 'issuer')).toMatchObject({
      causes: ['issuer-unknown', 'no-api-access-management'],
      field: 'issuer',
      detail: 'Not found',
    });
  });

  it('is an org without custom authorization servers', async () => {
    const errorSummary = 'The requested feature is not enabled in this environment.';
    org.replies[custom] = [400, { errorCode: 'E0000015', errorSummary }];
    expect(outcomeOf(await lookAt('/oauth2/default'), 'issuer').causes).toEqual([
      'no-api-access-management',
      'issuer-unknown',
    ]);
  });

  it('is an org that calls itself by another name; the rest is looked at all the same', async () => {
    const other = { issuer: 'https://id.example.com', code_challenge_methods_supported: ['S256'] };
    org.replies[metadata] = [200, other];
    const examination = await lookAt();
    expect(outcomeOf(examination, 'issuer')).toMatchObject({
      status: 'fail',
      causes: ['issuer-mismatch'],
      field: 'orgUrl',
      detail: 'https://id.example.com',
    });
    expect(outcomeOf(examination, 'interact').status).toBe('pass');
  });

  it('is an identity provider without PKCE', async () => {
    org.replies[metadata] = [200, { issuer: org.url }];
    expect(outcomeOf(await lookAt(), 'issuer').causes).toEqual(['not-an-okta-org']);
  });
});

describe('a network that fails', () => {
  const failing = async (error: unknown) =>
    outcomeOf(
      await look({
        connection: connectionTo(org.url),
        fetch: () => Promise.reject(error as Error),
      }),
      'org-address',
    );
  const node = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  const several = new TypeError('fetch failed', { cause: new AggregateError([node('ETIMEDOUT')]) });

  it.each([
    [node('ENOTFOUND'), 'name-not-found'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'name-not-found'],
    [node('EAI_AGAIN'), 'offline'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    [node('ECONNRESET'), 'connection-refused'],
    ['not even an error', 'connection-refused'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy-refuses'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy-refuses'],
    [new Error('Redirect was cancelled'), 'not-an-okta-org'],
    [node('UND_ERR_CONNECT_TIMEOUT'), 'no-answer-in-time'],
    [several, 'no-answer-in-time'],
    [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'no-answer-in-time'],
  ])('with %s cannot be told: %s', async (error, cause) => {
    const outcome = await failing(error);
    expect(outcome).toMatchObject({ status: 'cannot-tell', field: 'orgUrl', isFinal: true });
    expect(outcome.causes[0]).toBe(cause);
  });

  it.each([
    node('DEPTH_ZERO_SELF_SIGNED_CERT'),
    node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    node('CERT_HAS_EXPIRED'),
    node('ERR_TLS_CERT_ALTNAME_INVALID'),
    new Error('net::ERR_CERT_AUTHORITY_INVALID'),
    new Error('net::ERR_SSL_PROTOCOL_ERROR'),
  ])('with %s has a certificate that is not trusted', async (error) => {
    expect(await failing(error)).toMatchObject({
      status: 'fail',
      causes: ['certificate-not-trusted'],
    });
  });

  it('leaves everything else unasked, and no verdict', async () => {
    await org.close();
    const examination = await lookAt();
    expect(verdict(examination)).toBe('cannot-tell');
    for (const check of ['organization', 'issuer', 'interact', 'clock', 'latency'] as const) {
      expect(outcomeOf(examination, check)).toMatchObject({
        status: 'not-checked',
        values: { check: 'org-address' },
      });
    }
  });

  it('of another host than the org points at the issuer', async () => {
    const connection = connectionTo(org.url, { issuer: 'http://127.0.0.1:1/oauth2/default' });
    expect(outcomeOf(await look({ connection }), 'issuer')).toMatchObject({
      status: 'cannot-tell',
      field: 'issuer',
    });
  });
});
