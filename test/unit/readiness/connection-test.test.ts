import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../main/log';
import { testConnection } from '../../../main/readiness';
import { ConnectionReport } from '../../../preload/schemas/settings';
import { type FakeOrg, startFakeOrg } from './fake-org';

let org: FakeOrg;
let lines: string[];

beforeEach(async () => {
  org = await startFakeOrg();
  lines = [];
});

afterEach(() => org.close());

interface Options {
  orgUrl?: string;
  issuerPath?: string;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  limit?: number;
}

async function test({ orgUrl = org.url, issuerPath = '', fetch, ...rest }: Options = {}) {
  const report = await testConnection({
    connection: {
      orgUrl,
      issuer: orgUrl + issuerPath,
      clientId: '0oa1',
      redirectUri: 'app.frontdesk.desktop:/callback',
      scopes: ['openid', 'email'],
    },
    fetch: fetch ?? globalThis.fetch,
    log: createLog((line) => lines.push(line)),
    ...rest,
  });
  return v.parse(ConnectionReport, report);
}

const found = (finding: string, field: string | null = null, detail: string | null = null) => ({
  finding,
  field,
  detail,
  problems: [],
});

describe('a sound org', () => {
  it('is ready, after one interact, one introspect and a cancel', async () => {
    expect(await test()).toEqual(found('ready'));
    expect(org.received.map(({ path }) => path)).toEqual([
      'GET /.well-known/okta-organization',
      'GET /.well-known/openid-configuration',
      'POST /oauth2/v1/interact',
      'POST /idp/idx/introspect',
      'POST /idp/idx/cancel',
    ]);
  });

  it('is asked as a sign-up asks it', async () => {
    await test();
    const [, , interact, introspect, cancel] = org.received;
    expect(interact?.type).toBe('application/x-www-form-urlencoded');
    const form = Object.fromEntries(new URLSearchParams(interact?.body));
    expect(form).toMatchObject({
      client_id: '0oa1',
      scope: 'openid email',
      redirect_uri: 'app.frontdesk.desktop:/callback',
      code_challenge_method: 'S256',
    });
    expect(form['code_challenge']).toMatch(/^[\w-]{43}$/);
    expect(form['state']).not.toBe(form['nonce']);
    expect(introspect?.type).toBe('application/ion+json; okta-version=1.0.0');
    expect(introspect?.body).toBe('{"interactionHandle":"the-interaction-handle"}');
    expect(cancel?.body).toBe('{"stateHandle":"the-state-handle"}');
  });

  it('with a custom authorization server is asked there', async () => {
    expect(await test({ issuerPath: '/oauth2/default' })).toEqual(found('ready'));
    expect(org.received.map(({ path }) => path)).toContain('POST /oauth2/default/v1/interact');
    expect(org.received.map(({ path }) => path)).toContain('POST /idp/idx/introspect');
  });

  it('is ready although it says nothing of itself and cannot cancel', async () => {
    delete org.replies['GET /.well-known/okta-organization'];
    org.replies['POST /idp/idx/cancel'] = [500, 'oops'];
    expect(await test()).toEqual(found('ready'));
  });

  it('leaves no handle in the log', async () => {
    await test();
    expect(lines.join('')).toContain('"outcome":"ready"');
    expect(lines.join('')).not.toContain('handle');
  });
});

describe('an address that is wrong', () => {
  const organization = 'GET /.well-known/okta-organization';
  const metadata = 'GET /.well-known/openid-configuration';
  const custom = 'GET /oauth2/default/.well-known/openid-configuration';

  it('is a web site that is no org', async () => {
    org.replies[organization] = [404, '<html>'];
    org.replies[metadata] = [200, '<html>Welcome</html>'];
    expect(await test()).toEqual(found('not-an-okta-org', 'orgUrl'));
    org.replies[custom] = [404, '<html>'];
    expect(await test({ issuerPath: '/oauth2/default' })).toEqual(
      found('not-an-okta-org', 'orgUrl'),
    );
  });

  it('is an org on the Classic Engine, which is asked no further', async () => {
    org.replies[organization] = [200, { pipeline: 'v1' }];
    expect(await test()).toEqual(found('classic-org', 'orgUrl'));
    expect(org.received).toHaveLength(1);
  });

  it('is an authorization server that does not exist', async () => {
    expect(await test({ issuerPath: '/oauth2/nowhere' })).toEqual(
      found('authorization-server-not-found', 'issuer', 'Not found'),
    );
    org.replies[custom] = [404, ''];
    expect(await test({ issuerPath: '/oauth2/default' })).toEqual(
      found('authorization-server-not-found', 'issuer'),
    );
  });

  it('is an org that calls itself by another name', async () => {
    const other = { issuer: 'https://id.example.com', code_challenge_methods_supported: ['S256'] };
    org.replies[metadata] = [200, other];
    expect(await test()).toEqual(found('issuer-mismatch', 'orgUrl', 'https://id.example.com'));
    org.replies[custom] = [200, other];
    expect(await test({ issuerPath: '/oauth2/default' })).toEqual(
      found('issuer-mismatch', 'issuer', 'https://id.example.com'),
    );
  });

  it('is an identity provider without PKCE', async () => {
    org.replies[metadata] = [200, { issuer: org.url }];
    expect(await test()).toEqual(found('not-an-okta-org', 'orgUrl'));
  });
});

const notConfigured =
  'One or more scopes are not configured for the authorization server resource.';
const notEnabled =
  "The requested feature (Interaction Code flow) isn't enabled in this environment. Ensure that you have Okta Identity Engine enabled and the Interaction Code flow enabled for this application and authorization server.";
const redirect =
  "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.";
const grant =
  'The client is not authorized to use the provided grant type. Configured grant types: [refresh_token, implicit, authorization_code].';
const service =
  "Clients with 'application_type' of 'service' are not allowed to access the '/interact' endpoint.";
const zone = "The request is made from outside the client's permitted network zones.";
const policy = 'Policy evaluation failed for this request, please check the policy configurations.';
const noSignUp = 'Sign-up denied. Please contact support for assistance.';

describe('an interact that fails', () => {
  it.each([
    [
      401,
      'invalid_client',
      "Invalid value for 'client_id' parameter.",
      'client-rejected',
      'clientId',
    ],
    [401, 'invalid_client', '', 'client-rejected', 'clientId'],
    [401, 'invalid_client', 'No client credentials found.', 'client-type-rejected', 'clientId'],
    [401, 'invalid_client', 'Client authentication failed.', 'client-type-rejected', 'clientId'],
    [400, 'invalid_client', service, 'client-type-rejected', 'clientId'],
    [400, 'unauthorized_client', grant, 'grant-not-allowed', 'clientId'],
    [400, 'access_denied', notEnabled, 'interaction-code-disabled', null],
    [
      400,
      'access_denied',
      'The requested feature is not enabled in this environment.',
      'interaction-code-disabled',
      null,
    ],
    [400, 'invalid_request', redirect, 'redirect-uri-rejected', 'redirectUri'],
    [400, 'invalid_request', 'redirect_uri is missing.', 'redirect-uri-rejected', 'redirectUri'],
    [400, 'invalid_scope', notConfigured, 'scope-rejected', 'scopes'],
    [400, 'access_denied', 'all the requested scopes were rejected.', 'scope-rejected', 'scopes'],
    [403, 'access_denied', zone, 'network-zone', null],
    [403, 'access_denied', noSignUp, 'sign-up-not-offered', null],
    [401, 'access_denied', policy, 'no-matching-policy', null],
    [
      400,
      'unauthorized_client',
      'This client cannot use a custom authorization server.',
      'issuer-mismatch',
      'issuer',
    ],
    [400, 'invalid_request', 'Something new.', 'unknown', null],
  ])('%i %s %j is %s of %s', async (status, error, error_description, finding, field) => {
    org.replies['POST /oauth2/v1/interact'] = [status, { error, error_description }];
    expect(await test()).toEqual(found(finding, field, error_description));
    expect(org.received.at(-1)?.path).toBe('POST /oauth2/v1/interact');
  });

  it.each([
    [notEnabled, 'interaction-code-disabled'],
    [policy, 'no-matching-policy'],
  ])('with a custom authorization server points at the issuer: %s', async (text, finding) => {
    const reply = { error: 'access_denied', error_description: text };
    org.replies['POST /oauth2/default/v1/interact'] = [400, reply];
    const report = await test({ issuerPath: '/oauth2/default' });
    expect(report).toEqual(found(finding, 'issuer', text));
  });

  it('with a page instead of JSON is unknown', async () => {
    org.replies['POST /oauth2/v1/interact'] = [403, '<html>Proxy</html>'];
    expect(await test()).toEqual(found('unknown'));
  });
});

describe('an introspect without a sign-up', () => {
  const introspect = 'POST /idp/idx/introspect';
  const offered = { value: [{ name: 'select-enroll-profile' }] };
  const message = (key: string, text: string) => ({
    messages: { value: [{ message: text, i18n: { key }, class: 'ERROR' }] },
  });

  it('finds that signing up is not offered, and cancels', async () => {
    const remediation = { value: [{ name: 'identify' }] };
    org.replies[introspect] = [200, { stateHandle: 'sh', remediation }];
    expect(await test()).toEqual(found('sign-up-not-offered'));
    expect(org.received.at(-1)?.body).toBe('{"stateHandle":"sh"}');
  });

  it('finds that no access policy matches', async () => {
    const text = 'You are not allowed to access this app. To request access, contact an admin.';
    org.replies[introspect] = [403, message('idx.error.code.no_matching_policy', text)];
    expect(await test()).toEqual(found('no-matching-policy', null, text));
    expect(await test({ issuerPath: '/oauth2/default' })).toEqual(
      found('no-matching-policy', 'issuer', text),
    );
  });

  it('finds that it is offered but switched off for now', async () => {
    const text = 'Registration is currently unavailable.';
    const off = message('idx.error.registration.unavailable', text);
    org.replies[introspect] = [400, { remediation: offered, ...off }];
    expect(await test()).toEqual(found('server-error', null, text));
  });

  it.each(['<html>', { remediation: 'none' }])('cannot tell from %j', async (body) => {
    org.replies[introspect] = [200, body];
    expect(await test()).toEqual(found('unknown'));
  });
});

describe('at any step', () => {
  const steps = [
    'GET /.well-known/okta-organization',
    'GET /.well-known/openid-configuration',
    'POST /oauth2/v1/interact',
    'POST /idp/idx/introspect',
  ];

  it.each(steps)('%s: too many requests and a failing server are told', async (step) => {
    org.replies[step] = [429, { errorCode: 'E0000047', errorSummary: 'API call exceeded' }];
    expect(await test()).toEqual(found('too-many-requests', null, 'API call exceeded'));
    org.replies[step] = [503, '<html>down</html>'];
    expect(await test()).toEqual(found('server-error'));
    expect(org.received.at(-1)?.path).toBe(step);
  });

  it.each(steps)('%s: no answer in time is a timeout', async (step) => {
    org.replies[step] = 'hang';
    expect(await test({ limit: 100 })).toEqual(found('timeout', 'orgUrl'));
  });
});

describe('a network that fails', () => {
  it('is a port where nobody listens', async () => {
    await org.close();
    expect(await test()).toEqual(found('unreachable', 'orgUrl'));
  });

  it('is a host that does not speak TLS', async () => {
    const report = await test({ orgUrl: org.url.replace('http:', 'https:') });
    expect(report).toEqual(found('tls', 'orgUrl'));
  });

  const node = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  const several = new TypeError('fetch failed', { cause: new AggregateError([node('ETIMEDOUT')]) });

  it.each([
    [node('ENOTFOUND'), 'unreachable'],
    [node('ECONNRESET'), 'unreachable'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'unreachable'],
    ['not even an error', 'unreachable'],
    [node('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    [several, 'timeout'],
    [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    [node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    [node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls'],
    [node('CERT_HAS_EXPIRED'), 'tls'],
    [node('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'tls'],
  ])('with %s is %s', async (error, finding) => {
    expect(await test({ fetch: () => Promise.reject(error) })).toEqual(found(finding, 'orgUrl'));
  });

  it('of another host than the org points at the issuer', async () => {
    const report = await testConnection({
      connection: {
        orgUrl: org.url,
        issuer: 'http://127.0.0.1:1/oauth2/default',
        clientId: '0oa1',
        redirectUri: 'app.frontdesk.desktop:/callback',
        scopes: ['openid'],
      },
      fetch: globalThis.fetch,
      log: createLog(() => {}),
    });
    expect(report).toEqual(found('unreachable', 'issuer'));
  });

  it('ends at once when nobody waits for the result any more', async () => {
    org.replies['POST /oauth2/v1/interact'] = 'hang';
    const controller = new AbortController();
    const report = test({ signal: controller.signal });
    while (org.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect((await report).finding).not.toBe('ready');
    expect(org.received).toHaveLength(3);
  });
});
