import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../../main/practice-org/policy/schema';
import { interactForm, openSignUp, remediations, startTestOrg, type TestOrg } from '../../practice';

let org: TestOrg;
const start = async (policy: PolicyInput) => (org = await startTestOrg(policy));
afterEach(() => org.close());

describe('an org with a wrong issuer or clock', () => {
  it('issues tokens in the name of its own domain, and is sound when reached there', async () => {
    await start({ misconfigurations: ['issuer-mismatch'] });
    const domain = org.origin.replace('localhost', '127.0.0.1');
    const signUp = await openSignUp(org);
    const tokens = await signUp.redeem(await signUp.finish());
    const idToken = decodeJwt(String(tokens.json['id_token']));
    expect(idToken.iss).toBe(`${domain}/oauth2/default`);
    const there = await org.get(`${domain}/oauth2/default/.well-known/openid-configuration`);
    expect(there.json['issuer']).toBe(`${domain}/oauth2/default`);
    const ofOrg = await org.get('/.well-known/openid-configuration');
    expect(ofOrg.json['issuer']).toBe(domain);
  });

  it('issues tokens in the future', async () => {
    await start({ misconfigurations: ['clock-skew'] });
    const signUp = await openSignUp(org);
    const tokens = await signUp.redeem(await signUp.finish());
    const { iat = 0 } = decodeJwt(String(tokens.json['id_token']));
    expect(Math.round((iat * 1000 - Date.now()) / 60_000)).toBe(10);
  });
});

describe('an org that limits or blocks', () => {
  it('says with each refusal when to come back, and still gives metadata', async () => {
    await start({ misconfigurations: ['rate-limited'] });
    const refused = await org.postForm('/oauth2/default/v1/interact', interactForm(org));
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
    const reset = Number(refused.headers.get('x-rate-limit-reset')) * 1000;
    expect(reset).toBeGreaterThan(Date.now());
    expect((await org.get('/oauth2/default/v1/keys')).status).toBe(200);
  });

  it('answers with a page that is no JSON, whatever is asked for', async () => {
    await start({ misconfigurations: ['network-policy'] });
    for (const path of ['/oauth2/v1/keys', '/no/such/path', '/idp/idx/introspect']) {
      const answer = await org.get(path);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
  });
});

describe('a client of another kind', () => {
  it('cannot get in with a secret that nobody gave it', async () => {
    await start({ misconfigurations: ['web-app'] });
    const form = { ...interactForm(org), client_secret: 'guessed' };
    const { status, json } = await org.postForm('/oauth2/default/v1/interact', form);
    expect(status).toBe(401);
    expect(String(json['error_description'])).toMatch(/^Client authentication failed\./);
  });

  it('may not use loopback either where no redirect URI of it is listed', async () => {
    await start({ misconfigurations: ['redirect-uri-missing'] });
    const form = { ...interactForm(org), redirect_uri: 'http://127.0.0.1:4567/callback' };
    expect((await org.postForm('/oauth2/default/v1/interact', form)).status).toBe(400);
    const listed = { ...form, redirect_uri: 'https://app.example.com/callback' };
    expect((await org.postForm('/oauth2/default/v1/interact', listed)).status).toBe(200);
  });
});

describe('a step that only some orgs have', () => {
  it('asks for the mailbox in the middle of the sign-up, and then goes on', async () => {
    await start({ misconfigurations: ['email-recovery'] });
    const signUp = await openSignUp(org);
    await signUp.profile();
    await signUp.choose('Password');
    await signUp.code('Correct-Horse-7');
    const form = signUp.form('authenticator-verification-data');
    expect(String(form?.['href'])).toBe(`${org.origin}/idp/idx/challenge`);
    const fields = form?.['value']?.['0']?.['form']?.['value'];
    const id = String(fields?.['0']?.['value']);
    await signUp.act('/idp/idx/challenge', { authenticator: { id, methodType: 'email' } });
    expect(signUp.steps()).toEqual(['challenge-authenticator']);
    const wrong = await signUp.post('challenge-authenticator', { credentials: { passcode: '1' } });
    expect(wrong.status).toBe(401);
    const passcode = org.latest('email').code;
    await signUp.post('challenge-authenticator', { credentials: { passcode } });
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
  });

  it('leads people whom the app is not assigned to away to a page of the org', async () => {
    await start({ misconfigurations: ['app-not-assigned-redirect'] });
    const signUp = await openSignUp(org);
    await signUp.untilOptional();
    const { json } = await signUp.post('skip');
    const [away] = remediations(json);
    expect(String(away?.['method'])).toBe('GET');
    const page = await org.get(String(away?.['href']));
    expect(page.status).toBe(200);
    expect(page.text).toContain('nobody has assigned an app to you');
  });

  it('says of calls and of texts that there were too many', async () => {
    await start({ misconfigurations: ['phone-limit-reached'] });
    const signUp = await openSignUp(org);
    await signUp.untilOptional();
    const call = { methodType: 'voice', phoneNumber: '+1 415 555 0100' };
    expect((await signUp.choose('Phone', call)).text).toContain('errors.E0000151');
  });

  it('turns a good password down on the profile page too', async () => {
    await start({ passwordOn: 'profile', misconfigurations: ['password-refused'] });
    const signUp = await openSignUp(org);
    const more = { credentials: { passcode: 'Correct-Horse-7' } };
    expect((await signUp.profile(undefined, more)).text).toContain('password.common');
  });
});

describe('whoever steers the org', () => {
  it('puts misconfigurations in force and takes them back while it runs', async () => {
    await start({});
    const set = (policy: object) => org.postJson('/practice/admin/policy', policy);
    await set({ codeLength: 8, misconfigurations: ['sign-up-not-allowed'] });
    expect((await openSignUp(org)).steps()).toEqual(['identify']);
    const { json } = await org.get('/practice/admin/policy');
    expect(json['misconfigurations']).toEqual(['sign-up-not-allowed']);
    await set({ ...json, misconfigurations: [] });
    expect((await openSignUp(org)).steps()).toContain('select-enroll-profile');
  });

  it('is shown the policy as given, not what a misconfiguration makes of it', async () => {
    await start({ misconfigurations: ['captcha-on-sign-up'] });
    expect((await org.get('/practice/admin/policy')).json['captcha']).toBe('off');
  });

  it('is told of a name that means nothing', async () => {
    await start({});
    const answer = await org.postJson('/practice/admin/policy', { misconfigurations: ['typo'] });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('sign-up-not-allowed');
  });
});
