import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import type { PresetName } from '../../../../main/practice-org/policy/presets';
import {
  ada,
  goodPassword,
  interactionCode,
  messageKeys,
  openSignUp,
  optionLabels,
  remediations,
  solveAltcha,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

async function start(policy: PolicyInput | PresetName) {
  org = await startTestOrg(policy);
  return openSignUp(org);
}

describe('the steps a policy asks for', () => {
  it('by default: profile, then password and e-mail without skip, then phone with it', async () => {
    const signUp = await start('default');
    expect(signUp.steps()).toEqual(['identify', 'select-enroll-profile']);
    await signUp.post('select-enroll-profile');
    expect(signUp.steps()).toEqual(['enroll-profile', 'select-identify']);
    await signUp.post('enroll-profile', { userProfile: ada });
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Password', 'Email']);
    await signUp.choose('Password');
    expect(signUp.steps()).toEqual(['enroll-authenticator', 'select-authenticator-enroll']);
    await signUp.code(goodPassword);
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Email']);
    await signUp.choose('Email');
    await signUp.code(org.latest('email').code);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll', 'skip']);
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Phone']);
    const done = await signUp.post('skip');
    expect(done.status).toBe(200);
    expect(remediations(done.json)).toEqual([]);
    expect(interactionCode(done)).toMatch(/^[\w-]{43}$/);
  });

  it('password-or-phone: one of e-mail and phone must be, the other may be', async () => {
    const signUp = await start('password-or-phone');
    await signUp.profile();
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Password']);
    await signUp.choose('Password');
    await signUp.code(goodPassword);
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Email', 'Phone']);
    expect(signUp.steps()).not.toContain('skip');
    await signUp.choose('Phone', { methodType: 'sms', phoneNumber: '+12025550123' });
    await signUp.code(org.latest('sms').code);
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Email']);
    expect(interactionCode(await signUp.post('skip'))).not.toBe('undefined');
  });

  it('email-only: the password is offered after the e-mail and can be skipped', async () => {
    const signUp = await start('email-only');
    await signUp.profile();
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Email']);
    await signUp.choose('Email');
    await signUp.code(org.latest('email').code);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll', 'skip']);
    await signUp.choose('Password');
    expect(signUp.steps()).toContain('skip');
    expect(interactionCode(await signUp.code(goodPassword))).not.toBe('undefined');
  });

  it('password-on-profile: no step for the password, and its rules are on the profile page', async () => {
    const signUp = await start('password-on-profile');
    const form = await signUp.post('select-enroll-profile');
    expect(form.json['currentAuthenticator']?.['value']).toMatchObject({
      key: 'okta_password',
      settings: { complexity: { minLength: 8 }, age: { historyCount: 4 } },
    });
    await signUp.post('enroll-profile', {
      userProfile: ada,
      credentials: { passcode: goodPassword },
    });
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Email']);
  });

  it('everything: every page there is, and an account at the end of them', async () => {
    const signUp = await start('everything');
    const offered = ['redirect-idp', 'redirect-idp', 'redirect-idp', 'piv-idp'];
    expect(signUp.steps()).toEqual(['identify', ...offered, 'select-enroll-profile']);
    await signUp.post('select-enroll-profile');
    const captchaToken = await solveAltcha(org);
    await signUp.post('enroll-profile', { userProfile: ada, captchaVerify: { captchaToken } });
    const idv = new URL(String(signUp.form('redirect-idverify')?.['href']));
    await org.postForm(idv.pathname, {
      ...Object.fromEntries(idv.searchParams),
      answer: 'continue',
    });
    await signUp.act('/idp/idx/introspect');
    for (let polls = 0; polls < 3; polls += 1) await signUp.post('poll');
    await signUp.choose('Password');
    await signUp.code(goodPassword);
    await signUp.choose('Email');
    await signUp.code(org.latest('email').code);
    await signUp.post('skip');
    await signUp.post('enroll-profile', { userProfile: { favoriteSport: 'chess' } });
    await signUp.post('skip');
    await signUp.post('device-assurance-grace-period');
    const optedScopes = { email: true, calendar: true, 'calendar.events': true };
    await signUp.post('granular-consent', { consent: true, optedScopes });
    const done = await signUp.post('keep-me-signed-in', { keepMeSignedIn: true });
    expect((await signUp.redeem(interactionCode(done))).status).toBe(200);
  });

  it('refuses to skip what is required', async () => {
    const signUp = await start('default');
    await signUp.profile();
    const refused = await signUp.act('/idp/idx/skip');
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['E0000020']);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
  });

  it('offers no sign-up where it is not allowed, and refuses it when asked all the same', async () => {
    const signUp = await start({ signUpAllowed: false });
    expect(signUp.steps()).toEqual(['identify']);
    const refused = await signUp.act('/idp/idx/enroll');
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['idx.error.registration.unavailable']);
  });

  it('ends with a message where the app is assigned to nobody', async () => {
    const signUp = await start({ appAssignment: 'none' });
    await signUp.untilOptional();
    const ended = await signUp.post('skip');
    expect(ended.status).toBe(400);
    expect(messageKeys(ended.json)).toEqual(['idx.error.user.not.assigned.to.app']);
    expect(remediations(ended.json)).toEqual([]);
  });

  it('sends a password-only account to its mail when it is confirmed afterwards', async () => {
    const signUp = await start({
      authenticators: { okta_email: 'off', phone_number: 'off' },
      emailVerification: 'afterwards',
    });
    await signUp.profile();
    await signUp.choose('Password');
    const ended = await signUp.code(goodPassword);
    expect(ended.status).toBe(200);
    expect(messageKeys(ended.json)).toEqual(['idx.email.verification.required']);
    expect(ended.json['successWithInteractionCode']).toBeUndefined();
    const users = async () => JSON.parse((await org.get('/practice/admin/users')).text) as unknown;
    expect(await users()).toMatchObject([{ status: 'STAGED' }]);
    expect((await org.get(org.latest('email').link ?? '')).status).toBe(200);
    expect(await users()).toMatchObject([{ status: 'ACTIVE' }]);
  });
});

describe('the first page', () => {
  it('knows no identifier, since nobody signs in to a practice org', async () => {
    const signUp = await start('default');
    const refused = await signUp.post('identify', { identifier: 'ada@example.com' });
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['errors.E0000004']);
    expect(signUp.steps()).toContain('select-enroll-profile');
  });

  it('is where "Already have an account?" leads', async () => {
    const signUp = await start('default');
    await signUp.post('select-enroll-profile');
    await signUp.post('select-identify');
    expect(signUp.steps()).toEqual(['identify', 'select-enroll-profile']);
  });
});
