import { afterEach, describe, expect, it } from 'vitest';
import type { Misconfiguration } from '../../../../preload/contract/misconfigurations';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import { list, startTestOrg, type Json, type TestOrg } from '../practice';
import { at, readerOf } from './reader';

let org: TestOrg;
afterEach(() => org.close());

/** The things that a readiness check looks at, by the names that follow. */
async function read(policy: PolicyInput) {
  org = await startTestOrg(policy);
  const reader = readerOf(org);
  const [everyone] = await reader.all('groups?filter=type%20eq%20%22BUILT_IN%22');
  const ids = [String(everyone?.['id'])];
  const ruleOf = async (policyType: string) => {
    const { json } = await reader.simulate({
      policyTypes: [policyType],
      appInstance: org.clientId,
      policyContext: { groups: { ids } },
    });
    const id = String(at(json, 'evaluation.0.result.policies.0.id'));
    const [rule] = await reader.all(`policies/${id}/rules`);
    return { policy: (await reader.get(`policies/${id}`)).json, rule };
  };
  const groups = await reader.all(`apps/${org.clientId}/groups?expand=group`);
  const serverPolicies = await reader.get('authorizationServers/default/policies');
  const serverPolicy = String(at(JSON.parse(serverPolicies.text), '0.id'));
  const enrollment = await ruleOf('MFA_ENROLL');
  return {
    app: (await reader.get(`apps/${org.clientId}`)).json,
    groups: groups.map((group) => at(group, '_embedded.group.profile.name')),
    profile: at((await ruleOf('PROFILE_ENROLLMENT')).rule, 'actions.profileEnrollment'),
    enroll: byKey(list(enrollment.policy['settings']?.['authenticators'])),
    password: (await ruleOf('PASSWORD')).policy,
    signOn: at((await ruleOf('ACCESS_POLICY')).rule, 'actions.appSignOn'),
    server: (await reader.get('authorizationServers/default')).json,
    serverRule: at(
      JSON.parse(
        (await reader.get(`authorizationServers/default/policies/${serverPolicy}/rules`)).text,
      ),
      '0',
    ),
    scopes: (await reader.get('authorizationServers/default/scopes')).text,
    captcha: (await reader.get('org/captcha')).json,
    domains: (await reader.get('domains')).json,
    hooks: JSON.parse((await reader.get('inlineHooks')).text) as unknown,
    limits: (await reader.get('rate-limit-settings/per-client')).json,
    everyone: everyone?.['id'],
  };
}

function byKey(authenticators: readonly Json[]) {
  return Object.fromEntries(authenticators.map(({ key, enroll }) => [key, at(enroll, 'self')]));
}

it('shows an org that is set up well', async () => {
  const seen = await read({});
  const { app } = seen;
  expect(app).toMatchObject({
    id: org.clientId,
    status: 'ACTIVE',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { client_id: org.clientId, token_endpoint_auth_method: 'none' } },
    settings: {
      implicitAssignment: false,
      oauthClient: {
        application_type: 'native',
        initiate_login_uri: org.redirectUri,
        issuer_mode: 'ORG_URL',
        network: { connection: 'ANYWHERE' },
        dpop_bound_access_tokens: false,
        consent_method: 'TRUSTED',
      },
    },
  });
  expect(at(app, 'settings.oauthClient.grant_types')).toContain('interaction_code');
  expect(at(app, 'settings.oauthClient.redirect_uris')).toContain(org.redirectUri);
  expect(seen.groups).toContain('Everyone');
  expect(seen.profile).toMatchObject({
    access: 'ALLOW',
    unknownUserAction: 'REGISTER',
    activationRequirements: { emailVerification: true },
    enrollAuthenticatorTypes: null,
    preRegistrationInlineHooks: null,
    profileAttributes: [
      { name: 'firstName', label: 'First name', required: true },
      { name: 'lastName' },
      { name: 'email' },
    ],
  });
  expect(seen.enroll).toMatchObject({
    okta_password: 'REQUIRED',
    okta_email: 'OPTIONAL',
    phone_number: 'OPTIONAL',
    okta_verify: 'NOT_ALLOWED',
  });
  expect(at(seen.password, 'settings.password.complexity')).toMatchObject({
    minLength: 8,
    minUpperCase: 1,
    excludeUsername: true,
    dictionary: { common: { exclude: true } },
  });
  expect(at(seen.signOn, 'verificationMethod.factorMode')).toBe('1FA');
  expect(seen.server).toMatchObject({
    issuer: org.issuer,
    issuerMode: 'ORG_URL',
    status: 'ACTIVE',
  });
  expect(at(seen.serverRule, 'conditions')).toMatchObject({
    people: { groups: { include: ['EVERYONE'] } },
    scopes: { include: ['*'] },
  });
  expect(at(seen.serverRule, 'conditions.grantTypes.include')).toContain('interaction_code');
  expect(seen.captcha).toMatchObject({ captchaId: null, enabledPages: [] });
  expect(seen.domains).toEqual({ domains: [] });
  expect(seen.hooks).toEqual([]);
});

type Seen = Awaited<ReturnType<typeof read>>;
const client = (name: string) => (seen: Seen) => at(seen.app, `settings.oauthClient.${name}`);
const conditions = (name: string) => (seen: Seen) => at(seen.serverRule, `conditions.${name}`);

describe('shows what is wrong with one that is not', () => {
  it.each<[Misconfiguration, (seen: Seen) => unknown, unknown]>([
    ['sign-up-not-allowed', ({ profile }) => at(profile, 'unknownUserAction'), 'DENY'],
    ['app-in-another-policy', ({ profile }) => at(profile, 'unknownUserAction'), 'DENY'],
    ['sign-up-denied', ({ profile }) => at(profile, 'access'), 'DENY'],
    ['app-not-assigned', ({ groups }) => groups, []],
    ['app-assigned-to-others', ({ groups }) => groups, ['Staff']],
    ['app-not-assigned-redirect', ({ groups }) => groups, ['Staff']],
    ['app-not-assigned-token', ({ groups }) => groups, ['Staff']],
    [
      'grant-not-on-app',
      client('grant_types'),
      ['refresh_token', 'implicit', 'authorization_code'],
    ],
    [
      'grant-not-in-access-policy',
      conditions('grantTypes.include'),
      ['authorization_code', 'refresh_token'],
    ],
    ['access-policy-denies', conditions('people.groups.include'), [expect.stringMatching(/^00g/)]],
    ['scopes-rejected', conditions('scopes.include'), ['staff.read']],
    ['scope-not-configured', ({ scopes }) => scopes.includes('"email"'), false],
    ['web-app', client('application_type'), 'web'],
    ['service-app', client('application_type'), 'service'],
    ['issuer-unknown', ({ server }) => server['errorCode'], 'E0000007'],
    ['no-api-access-management', ({ server }) => server['errorCode'], 'E0000015'],
    ['client-unknown', ({ app }) => app['errorCode'], 'E0000007'],
    ['client-inactive', ({ app }) => app['status'], 'INACTIVE'],
    ['redirect-uri-missing', client('redirect_uris'), ['https://app.example.com/callback']],
    ['network-zone', client('network.connection'), 'ZONE'],
    ['authenticators-required', ({ enroll }) => enroll['phone_number'], 'REQUIRED'],
    ['two-factors-required', ({ signOn }) => at(signOn, 'verificationMethod.factorMode'), '2FA'],
    [
      'assurance-unsatisfiable',
      ({ signOn }) => at(signOn, 'verificationMethod.constraints.0.possession.hardwareProtection'),
      'REQUIRED',
    ],
    ['email-verified-outside', client('initiate_login_uri'), null],
    ['email-verified-outside', ({ enroll }) => enroll['okta_email'], 'NOT_ALLOWED'],
    [
      'email-recovery',
      ({ password }) => at(password, 'settings.recovery.factors.okta_email.status'),
      'ACTIVE',
    ],
    ['keep-me-signed-in', ({ signOn }) => at(signOn, 'keepMeSignedIn.postAuth'), 'ALLOWED'],
    ['captcha-on-sign-up', ({ captcha }) => captcha['enabledPages'], ['SSR']],
    [
      'hook-denies',
      ({ profile }) => at(profile, 'preRegistrationInlineHooks.0.inlineHookId'),
      expect.stringMatching(/^cal/),
    ],
    ['hook-fails', ({ hooks }) => at(hooks, '0.type'), 'com.okta.user.pre-registration'],
    ['rate-limited', ({ limits }) => limits['defaultMode'], 'ENFORCE'],
    ['issuer-mismatch', client('issuer_mode'), 'CUSTOM_URL'],
    ['issuer-mismatch', ({ domains }) => at(domains, 'domains.0.domain'), '127.0.0.1'],
    ['issuer-mismatch', ({ server }) => server['issuerMode'], 'CUSTOM_URL'],
    ['dpop-required', client('dpop_bound_access_tokens'), true],
  ])('%s', async (name, look, value) => {
    const sound = await read({});
    await org.close();
    expect(look(sound), 'it is otherwise in a sound org').not.toEqual(value);
    expect(look(await read({ misconfigurations: [name] }))).toEqual(value);
  });
});
