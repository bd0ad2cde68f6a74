import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  interactionCode,
  messageKeys,
  openSignUp,
  type SignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

async function start(policy: PolicyInput, form: Record<string, string> = {}) {
  org = await startTestOrg(policy);
  return openSignUp(org, form);
}

const google = { id: 'google-1', type: 'GOOGLE', name: 'Google' };
const robin = { firstName: 'Robin', lastName: 'Practice', email: 'robin@example.com' };

/** Opens the page of a link in a browser that is not the app's, and answers it. */
async function visit(signUp: SignUp, name: string, answer: string, fields: object = robin) {
  const href = String(signUp.form(name)?.['href']);
  const shown = await org.get(href);
  const { searchParams } = new URL(href);
  const answered = await org.postForm(new URL(href).pathname, {
    ...Object.fromEntries(searchParams),
    ...fields,
    answer,
  });
  return { shown, answered, returned: new URL(answered.headers.get('location') ?? 'none:') };
}

const introspect = ({ interactionHandle }: SignUp) =>
  org.postJson('/idp/idx/introspect', { interactionHandle });

const returnedWith = (url: URL) => Object.fromEntries(url.searchParams);

describe('identity providers', () => {
  it('are offered on the first page and on the profile page, smart cards apart', async () => {
    const card = { type: 'X509', name: 'PIV card' };
    const signUp = await start({ identityProviders: [google, card, { ...google, id: 'g-2' }] });
    expect(signUp.steps()).toEqual([
      'identify',
      'redirect-idp',
      'piv-idp',
      'redirect-idp',
      'select-enroll-profile',
    ]);
    await signUp.post('select-enroll-profile');
    const stateToken = String(signUp.last().json['stateHandle']);
    expect(signUp.form('redirect-idp')).toEqual({
      name: 'redirect-idp',
      type: 'GOOGLE',
      idp: { id: 'google-1', name: 'Google' },
      href: `${org.origin}/sso/idps/google-1?stateToken=${stateToken}`,
      method: 'GET',
    });
    expect(String(signUp.form('piv-idp')?.['href'])).toContain('/sso/idps/mtlsidp?stateToken=');
  });

  it('bring the person back with a code where nothing is left, for which there are tokens', async () => {
    const signUp = await start({ identityProviders: [google] });
    const { shown, answered, returned } = await visit(signUp, 'redirect-idp', 'continue');
    expect(shown.text).toContain('Sign in with Google');
    expect(shown.headers.get('content-security-policy')).toContain(
      "form-action 'self' app.frontdesk.desktop:",
    );
    expect(answered.status).toBe(302);
    expect(returned.href.split('?')[0]).toBe(org.redirectUri);
    const { interaction_code: code = '', state } = returnedWith(returned);
    expect(state).toBe('a-state');
    expect(interactionCode(await introspect(signUp))).toBe(code);
    expect((await signUp.redeem(code)).status).toBe(200);
    const users = await org.get('/practice/admin/users');
    expect(users.json['0']).toMatchObject({ status: 'ACTIVE', profile: robin, authenticators: [] });
  });

  it('know a person again, and add nobody', async () => {
    const signUp = await start({ identityProviders: [google] });
    await visit(signUp, 'redirect-idp', 'continue');
    const again = await openSignUp(org);
    const { returned } = await visit(again, 'redirect-idp', 'continue');
    expect(returned.searchParams.has('interaction_code')).toBe(true);
    expect(JSON.parse((await org.get('/practice/admin/users')).text)).toHaveLength(1);
  });

  it('leave to the sign-up what the org asks for besides', async () => {
    const signUp = await start({
      identityProviders: [{ ...google, outcome: 'needs-more' }],
    });
    const { returned } = await visit(signUp, 'redirect-idp', 'continue');
    expect(returnedWith(returned)).toMatchObject({
      error: 'interaction_required',
      state: 'a-state',
    });
    const next = await introspect(signUp);
    expect(next.text).toContain('select-authenticator-enroll');
    expect(next.json['user']?.['value']).toMatchObject({ identifier: 'robin@example.com' });
  });

  it('that fail say so in the next answer, once', async () => {
    const signUp = await start({ identityProviders: [{ ...google, outcome: 'fails' }] });
    const { returned } = await visit(signUp, 'redirect-idp', 'continue');
    expect(returned.searchParams.get('error')).toBe('interaction_required');
    const next = await introspect(signUp);
    expect(next.status).toBe(200);
    expect(messageKeys(next.json)).toEqual(['idx.identity.provider.auth.error']);
    expect(messageKeys((await introspect(signUp)).json)).toEqual([]);
    expect(await (await org.get('/practice/admin/users')).text).toBe('[]');
  });

  it('tell the app when the person says no, and the sign-up stays where it was', async () => {
    const signUp = await start({ identityProviders: [google] });
    await signUp.post('select-enroll-profile');
    const { returned } = await visit(signUp, 'redirect-idp', 'refuse');
    expect(returned.searchParams.get('error')).toBe('access_denied');
    expect(returned.searchParams.get('state')).toBe('a-state');
    expect((await introspect(signUp)).text).toContain('enroll-profile');
  });

  it('lead back to the redirect URI that the app asked for, its own query kept', async () => {
    const redirect_uri = 'http://127.0.0.1:4711/back?shell=browser';
    const signUp = await start({ identityProviders: [google] }, { redirect_uri, state: '' });
    const { shown, returned } = await visit(signUp, 'redirect-idp', 'refuse');
    expect(shown.headers.get('content-security-policy')).toContain("form-action 'self' http:");
    expect(`${returned.origin}${returned.pathname}`).toBe('http://127.0.0.1:4711/back');
    expect(returnedWith(returned)).toMatchObject({ shell: 'browser', error: 'access_denied' });
  });

  it('have nothing to say to a sign-up that is over, or to one that has gone on', async () => {
    const signUp = await start({ identityProviders: [google] });
    const stale = await org.get('/sso/idps/google-1?stateToken=nobody');
    expect(stale.status).toBe(400);
    expect((await org.postForm('/sso/idps/google-1', { answer: 'continue' })).status).toBe(400);
    await signUp.post('select-enroll-profile');
    const href = String(signUp.form('redirect-idp')?.['href']);
    await signUp.post('enroll-profile', { userProfile: { ...robin, email: 'ada@example.com' } });
    const late = await org.postForm('/sso/idps/google-1', {
      stateToken: new URL(href).searchParams.get('stateToken') ?? '',
      ...robin,
      answer: 'continue',
    });
    expect(late.headers.get('location')).toContain('error=interaction_required');
    const users = await org.get('/practice/admin/users');
    expect(users.text).not.toContain('robin@example.com');
  });

  it('show what people and policies wrote as text', async () => {
    const signUp = await start({ identityProviders: [{ ...google, name: '<b>"G"</b>' }] });
    const { shown } = await visit(signUp, 'redirect-idp', 'refuse');
    expect(shown.text).toContain('&lt;b&gt;&quot;G&quot;&lt;/b&gt;');
    expect(shown.text).not.toContain('<b>');
  });
});

describe('identity verification', () => {
  const identityVerification = { id: 'IDV_PERSONA', vendor: 'Persona' };

  it('comes after the profile, and a yes leads on to the methods', async () => {
    const signUp = await start({ identityVerification });
    await signUp.profile();
    const stateToken = String(signUp.last().json['stateHandle']);
    expect(signUp.form('redirect-idverify')).toEqual({
      name: 'redirect-idverify',
      type: 'ID_PROOFING',
      idp: { id: 'IDV_PERSONA', name: 'Persona' },
      href: `${org.origin}/idp/identity-verification?stateTokenExternalId=${stateToken}`,
      method: 'GET',
    });
    expect(String(signUp.last().json['intent'])).toBe('CREDENTIAL_ENROLLMENT');
    const { shown, returned } = await visit(signUp, 'redirect-idverify', 'continue', {});
    expect(shown.text).toContain('Verify your identity with Persona');
    expect(returned.searchParams.get('error')).toBe('interaction_required');
    expect((await introspect(signUp)).text).toContain('select-authenticator-enroll');
  });

  it('ends the sign-up itself where nothing else is asked for', async () => {
    const off = { okta_password: 'off', okta_email: 'off', phone_number: 'off' } as const;
    const signUp = await start({ identityVerification, authenticators: off });
    await signUp.profile();
    const { returned } = await visit(signUp, 'redirect-idverify', 'continue', {});
    expect(returned.searchParams.has('interaction_code')).toBe(true);
  });

  it('stays when the person says no, and says where the vendor’s terms are', async () => {
    const signUp = await start({
      identityVerification: {
        vendor: 'Passports Ltd',
        termsOfUse: 'https://passports.example/terms',
        privacyPolicy: 'https://passports.example/privacy',
      },
    });
    await signUp.profile();
    expect(signUp.form('redirect-idverify')).toMatchObject({
      idp: { id: 'IDV_STANDARD' },
      idvMetadata: {
        termsOfUse: 'https://passports.example/terms',
        privacyPolicy: 'https://passports.example/privacy',
      },
    });
    const { returned } = await visit(signUp, 'redirect-idverify', 'refuse', {});
    expect(returned.searchParams.get('error')).toBe('access_denied');
    expect((await introspect(signUp)).text).toContain('redirect-idverify');
  });
});
