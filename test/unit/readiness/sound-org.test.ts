import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdict } from '../../../main/readiness/examination';
import { connectionTo, look, outcomeOf, statusesOf } from './examining';
import { type FakeOrg, startFakeOrg } from './fake-org';

let org: FakeOrg;
beforeEach(async () => {
  org = await startFakeOrg();
});
afterEach(() => org.close());

describe('a sound org', () => {
  it('passes every check, after one interact, one introspect, one form and a cancel', async () => {
    const examination = await look({ connection: connectionTo(org.url) });
    expect(verdict(examination)).toBe('ready');
    expect(new Set(Object.values(statusesOf(examination)))).toEqual(new Set(['pass']));
    expect(org.received.map(({ path }) => path)).toEqual([
      'GET /.well-known/okta-organization',
      'GET /.well-known/openid-configuration',
      'POST /oauth2/v1/interact',
      'POST /idp/idx/introspect',
      'POST /idp/idx/enroll',
      'POST /idp/idx/cancel',
    ]);
  });

  it('that does not confirm the cancel is ready all the same, and the check says so', async () => {
    org.replies['POST /idp/idx/cancel'] = [500, 'Oops'];
    const examination = await look({ connection: connectionTo(org.url) });
    expect(verdict(examination)).toBe('ready');
    expect(outcomeOf(examination, 'cancel')).toMatchObject({
      status: 'pass',
      summary: 'cancel-unanswered',
    });
  });

  it('is asked as a sign-up asks it, and is sent no profile', async () => {
    await look({ connection: connectionTo(org.url) });
    const [, , interact, introspect, enroll, cancel] = org.received;
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
    expect(enroll?.body).toBe('{"stateHandle":"the-state-handle"}');
    expect(cancel?.body).toBe('{"stateHandle":"the-state-handle"}');
  });

  it('tells what its form asks for', async () => {
    const { seen } = outcomeOf(
      await look({ connection: connectionTo(org.url) }),
      'enrollment-form',
    );
    expect(seen).toContainEqual(expect.objectContaining({ value: 'email *, nickName' }));
    expect(seen.map(({ label }) => label)).toContain('passwordLater');
  });

  it('with a custom authorization server is asked there', async () => {
    const connection = connectionTo(org.url, { issuer: `${org.url}/oauth2/default` });
    expect(verdict(await look({ connection }))).toBe('ready');
    expect(org.received.map(({ path }) => path)).toContain('POST /oauth2/default/v1/interact');
  });

  it('is ready although it says nothing of itself and cannot cancel', async () => {
    delete org.replies['GET /.well-known/okta-organization'];
    org.replies['POST /idp/idx/cancel'] = [500, 'oops'];
    const examination = await look({ connection: connectionTo(org.url) });
    expect(verdict(examination)).toBe('ready');
    expect(outcomeOf(examination, 'organization').status).toBe('not-checked');
  });
});

describe('as it runs', () => {
  it('tells of each check once it begins and once it ends, with its time', async () => {
    const told: string[] = [];
    await look({
      connection: connectionTo(org.url),
      onChange({ results }) {
        const current = [...results].findLast(([, result]) => result !== 'waiting');
        if (!current) return;
        const [check, result] = current;
        told.push(`${check} ${typeof result === 'string' ? result : result.outcome.status}`);
      },
    });
    expect(told.slice(0, 4)).toEqual([
      'org-address running',
      'org-address pass',
      'organization running',
      'organization pass',
    ]);
  });

  it('stops when it is cancelled, and still cancels at the org', async () => {
    org.replies['POST /idp/idx/enroll'] = 'hang';
    const controller = new AbortController();
    const looking = look({ connection: connectionTo(org.url), signal: controller.signal });
    while (org.received.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    const examination = await looking;
    expect(outcomeOf(examination, 'enrollment-form')).toMatchObject({
      status: 'not-checked',
      summary: 'cancelled',
    });
    expect(org.received.at(-1)?.path).toBe('POST /idp/idx/cancel');
    expect(verdict(examination)).toBe('cannot-tell');
  });
});

describe('a check that was cancelled after the first form', () => {
  it('is no verdict', async () => {
    const controller = new AbortController();
    const examination = await look({
      connection: connectionTo(org.url),
      token: '00token',
      signal: controller.signal,
      onChange({ results }) {
        if (results.get('sign-up-policy') === 'running') controller.abort();
      },
    });
    expect(outcomeOf(examination, 'enrollment-form').status).toBe('pass');
    expect(verdict(examination)).toBe('cannot-tell');
  });
});

describe('what failed', () => {
  it('alone is looked at again, with what it stands on', async () => {
    const introspect = org.replies['POST /idp/idx/introspect'];
    org.replies['POST /idp/idx/introspect'] = [200, { version: '1.0.0', remediation: {} }];
    const connection = connectionTo(org.url);
    const earlier = await look({ connection });
    expect(verdict(earlier)).toBe('not-ready');

    org.received.length = 0;
    if (introspect) org.replies['POST /idp/idx/introspect'] = introspect;
    const later = await look({ connection, earlier });
    expect(verdict(later)).toBe('ready');
    expect(org.received.map(({ path }) => path)).toEqual([
      'POST /oauth2/v1/interact',
      'POST /idp/idx/introspect',
      'POST /idp/idx/enroll',
      'POST /idp/idx/cancel',
    ]);
    expect([...later.results.keys()]).toEqual([...earlier.results.keys()]);
  });
});
