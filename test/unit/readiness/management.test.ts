import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { type CheckId, tokenChecks } from '../../../preload/contract/readiness';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { isAllowed } from '../../../main/readiness/allowed-requests';
import { verdict } from '../../../main/readiness/examination';
import { look, outcomeOf } from './examining';
import { type PracticeDesk, posted, startPracticeDesk } from './practice-desk';

let desk: PracticeDesk;
afterEach(() => desk.close());

const everyScope = [
  'okta.policies.read',
  'okta.apps.read',
  'okta.authenticators.read',
  'okta.groups.read',
  'okta.authorizationServers.read',
  'okta.captchas.read',
  'okta.domains.read',
  'okta.inlineHooks.read',
  'okta.rateLimits.read',
  'okta.logs.read',
];

/** Which scope each check cannot do without. */
const scopeOf: Readonly<Record<(typeof tokenChecks)[number], string>> = {
  'sign-up-policy': 'okta.policies.read',
  'app-assignment': 'okta.apps.read',
  'optional-authenticators': 'okta.authenticators.read',
  'app-settings': 'okta.apps.read',
  'authorization-server': 'okta.authorizationServers.read',
  captcha: 'okta.captchas.read',
  'password-rules': 'okta.policies.read',
  domains: 'okta.domains.read',
  'sign-in-policy': 'okta.policies.read',
  'initiate-login': 'okta.apps.read',
  'inline-hook': 'okta.inlineHooks.read',
  'rate-limits': 'okta.rateLimits.read',
  'system-log': 'okta.logs.read',
};

/** What makes each of the three settings of self-service registration fail. */
const failing: readonly (readonly [check: CheckId, policy: PolicyInput, value: RegExp])[] = [
  ['sign-up-policy', { signUpAllowed: false }, /DENY/],
  ['app-assignment', { appAssignment: 'none' }, /–/],
  [
    'optional-authenticators',
    { authenticators: { okta_password: 'required', okta_email: 'off', phone_number: 'required' } },
    /REQUIRED/,
  ],
];

describe('the three settings of self-service registration', () => {
  it.each(failing)(
    '%s fails, and shows the value with its places',
    async (check, policy, value) => {
      desk = await startPracticeDesk(policy);
      const outcome = outcomeOf(
        await look({ connection: desk.connection, token: desk.apiToken }),
        check,
      );
      expect(outcome.status).toBe('fail');
      const telling = outcome.seen.find((one) => value.test(one.value));
      expect(telling?.api).toMatch(/^GET \/api\/v1\//);
      expect(telling?.console).toBeDefined();
    },
  );

  it('pass with an access token that has the three scopes alone', async () => {
    desk = await startPracticeDesk({});
    const token = await desk.accessToken(...everyScope.slice(0, 3));
    const examination = await look({ connection: desk.connection, token });
    for (const [check] of failing) expect(outcomeOf(examination, check).status).toBe('pass');
    expect(outcomeOf(examination, 'system-log')).toMatchObject({
      status: 'cannot-tell',
      summary: 'missing-scope',
      values: { scope: 'okta.logs.read' },
    });
    // What a token does not show is no reason against a sign-up.
    expect(verdict(examination)).toBe('ready');
  });

  it('pass through pages of one entry each', async () => {
    desk = await startPracticeDesk({ apiPageSize: 1 });
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    for (const check of tokenChecks) expect(outcomeOf(examination, check).status).toBe('pass');
    await desk.expectOnlyReading(isAllowed);
  });

  it('pass where the app is assigned to the group that new people are put into', async () => {
    desk = await startPracticeDesk({ misconfigurations: ['app-assigned-to-others'] });
    const { orgUrl, clientId } = desk.connection;
    const groups = v.parse(
      v.array(v.object({ id: v.string(), profile: v.object({ name: v.string() }) })),
      await (
        await fetch(`${orgUrl}/api/v1/groups`, {
          headers: { authorization: `SSWS ${desk.apiToken}` },
        })
      ).json(),
    );
    const members = groups.find(({ profile }) => /member/i.test(profile.name));
    const at = `/api/v1/apps/${clientId}/groups`;
    await desk.admin('next', posted([{ at, body: [{ id: members?.id }], times: 1 }]));
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    expect(outcomeOf(examination, 'app-assignment')).toMatchObject({
      status: 'pass',
      summary: 'target-group',
    });
  });

  it.each([
    ['app-not-assigned', ['app-not-assigned']],
    ['sign-up-not-allowed', ['sign-up-not-allowed', 'app-in-another-policy']],
  ] as const)('tell what looks the same from outside apart: %s', async (name, causes) => {
    desk = await startPracticeDesk({ misconfigurations: [name] });
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    expect(outcomeOf(examination, 'introspect').causes).toEqual(causes);
  });
});

describe('a token that does not show everything', () => {
  it.each(tokenChecks)('%s names the scope that would tell', async (check) => {
    desk = await startPracticeDesk({
      ...(check === 'inline-hook' && { registrationHook: { deny: { message: 'No.' } } }),
    });
    const token = await desk.accessToken(...everyScope.filter((scope) => scope !== scopeOf[check]));
    const outcome = outcomeOf(await look({ connection: desk.connection, token }), check);
    expect(outcome).toMatchObject({
      status: 'cannot-tell',
      summary: 'missing-scope',
      values: { scope: scopeOf[check] },
    });
  });

  it('that the org does not know is refused, and nothing else is the worse for it', async () => {
    desk = await startPracticeDesk({});
    const examination = await look({ connection: desk.connection, token: '00nonsense' });
    for (const check of tokenChecks) {
      expect(outcomeOf(examination, check)).toMatchObject({
        status: 'cannot-tell',
        causes: ['token-refused'],
        detail: 'Invalid token provided',
      });
    }
    // The token was given to be asked with, and nothing was learnt with it.
    expect(verdict(examination)).toBe('cannot-tell');
  });
});

describe('an org that asks for a pause, or is in trouble', () => {
  const inBetween = (status: number, times: number, headers = {}) =>
    posted([
      {
        at: '/api/v1',
        status,
        times,
        headers,
        body: { errorCode: status === 429 ? 'E0000047' : 'E0000009', errorSummary: 'In between' },
      },
    ]);

  it.each([
    [429, { 'X-Rate-Limit-Reset': '1' }],
    [500, {}],
    [503, {}],
  ])('is asked again after a %i', async (status, headers) => {
    desk = await startPracticeDesk({});
    await desk.admin('next', inBetween(status, 2, headers));
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    for (const check of tokenChecks) expect(outcomeOf(examination, check).status).toBe('pass');
  });

  it.each([
    [429, 'rate-limited'],
    [503, 'server-error'],
  ])('that goes on with %i cannot be told', async (status, cause) => {
    desk = await startPracticeDesk({});
    await desk.admin('next', inBetween(status, 3, { 'X-Rate-Limit-Reset': '1' }));
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    const told = tokenChecks.map((check) => outcomeOf(examination, check));
    expect(told).toContainEqual(
      expect.objectContaining({ status: 'cannot-tell', causes: [cause], detail: 'In between' }),
    );
  });

  it('waits until the time that its headers name', async () => {
    desk = await startPracticeDesk({});
    const resetsAt = Math.ceil(Date.now() / 1000) + 1;
    await desk.admin('next', inBetween(429, 1, { 'X-Rate-Limit-Reset': String(resetsAt) }));
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    expect(Date.now()).toBeGreaterThanOrEqual(resetsAt * 1000);
    expect(outcomeOf(examination, 'sign-up-policy').status).toBe('pass');
  });
});

describe('more that a token tells', () => {
  it('of a client ID that the org has no app for', async () => {
    desk = await startPracticeDesk({});
    const { connection } = desk;
    const elsewhere = { ...connection, clientId: '0oaSomebodyElse00001' };
    const examination = await look({ connection: elsewhere, token: desk.apiToken });
    expect(outcomeOf(examination, 'app-settings')).toMatchObject({
      status: 'fail',
      causes: ['client-unknown'],
      field: 'clientId',
    });
  });

  it('of scopes and issuers of the authorization server', async () => {
    desk = await startPracticeDesk({});
    const wide = { ...desk.connection, scopes: ['openid', 'spaceship'] };
    const scopes = await look({ connection: wide, token: desk.apiToken });
    expect(outcomeOf(scopes, 'authorization-server')).toMatchObject({
      status: 'fail',
      causes: ['scope-not-configured'],
      field: 'scopes',
    });
    const { orgUrl } = desk.connection;
    const nowhere = { ...desk.connection, issuer: `${orgUrl}/oauth2/nowhere` };
    const issuers = await look({ connection: nowhere, token: desk.apiToken });
    expect(outcomeOf(issuers, 'authorization-server').causes).toEqual(['issuer-unknown']);
    const own = await look({
      connection: { ...desk.connection, issuer: orgUrl },
      token: desk.apiToken,
    });
    expect(outcomeOf(own, 'authorization-server')).toMatchObject({
      status: 'pass',
      summary: 'org-server',
    });
  });

  it('of refusals in the last hour, without a name', async () => {
    desk = await startPracticeDesk({ misconfigurations: ['grant-not-on-app'] });
    await look({ connection: desk.connection });
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    const outcome = outcomeOf(examination, 'system-log');
    expect(outcome).toMatchObject({ status: 'warn', summary: 'log-refusals' });
    expect(outcome.seen[0]?.value).toMatch(/^\d+ × [\w.]+ FAILURE/);
  });
});
