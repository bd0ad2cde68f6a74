import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  fieldMessages,
  list,
  messageKeys,
  openSignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

async function startAtEmail(policy: PolicyInput = {}) {
  org = await startTestOrg(policy);
  const signUp = await openSignUp(org);
  await signUp.profile();
  await signUp.choose('Email');
  return signUp;
}
type SignUp = Awaited<ReturnType<typeof startAtEmail>>;

const invalid = ['credentials.passcode: api.authn.error.PASSCODE_INVALID'];
const problems = (signUp: SignUp) => fieldMessages(signUp.form('enroll-authenticator'));
const current = (signUp: SignUp) => signUp.last().json['currentAuthenticator']?.['value'];

describe('the e-mail code', () => {
  it('is sent to the address of the profile, six digits unless the policy says otherwise', async () => {
    const signUp = await startAtEmail();
    expect(org.latest('email')).toMatchObject({
      to: 'ada@example.com',
      code: expect.stringMatching(/^\d{6}$/) as string,
      link: null,
    });
    expect(current(signUp)).toMatchObject({
      key: 'okta_email',
      contextualData: { useEmailMagicLink: false },
      poll: { refresh: 4000 },
      resend: { name: 'resend' },
    });
  });

  it('tells the client its format and length where they are unusual', async () => {
    const signUp = await startAtEmail({ codeFormat: 'alphanumeric', codeLength: 10 });
    expect(org.latest('email').code).toMatch(/^[A-Z0-9]{10}$/);
    const field = signUp.form('enroll-authenticator')?.['value']?.['0']?.['form']?.['value']?.['0'];
    expect(field).toMatchObject({ format: 'alphanumeric', minLength: 10, maxLength: 10 });
    const code = org.latest('email').code?.toLowerCase() ?? '';
    expect((await signUp.code(code)).status).toBe(200);
  });

  it('is refused when wrong, and the same form comes again with the message on the field', async () => {
    const signUp = await startAtEmail();
    expect((await signUp.code('000')).status).toBe(401);
    expect(problems(signUp)).toEqual(invalid);
    expect((await signUp.code('')).status).toBe(400);
    expect(problems(signUp)).toEqual(['credentials.passcode: model.validation.field.blank']);
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });

  it('is refused once it has expired, until another is sent', async () => {
    const signUp = await startAtEmail({ codeLifetimeSeconds: 60 });
    org.wait(61);
    expect((await signUp.code(org.latest('email').code)).status).toBe(401);
    expect(problems(signUp)).toEqual(invalid);
    await signUp.act('/idp/idx/challenge/resend');
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });

  it('is used up when another was sent', async () => {
    const signUp = await startAtEmail({ resendSeconds: 0 });
    const first = org.latest('email').code;
    expect((await signUp.act('/idp/idx/challenge/resend')).status).toBe(200);
    expect((await signUp.code(first)).status).toBe(401);
  });

  it('is sent again only after the resend interval', async () => {
    const signUp = await startAtEmail();
    const early = await signUp.act('/idp/idx/challenge/resend');
    expect(early.status).toBe(429);
    expect(messageKeys(early.json)).toEqual(['tooManyRequests']);
    expect(signUp.steps()).toContain('enroll-authenticator');
    expect(org.mail()).toHaveLength(1);
    org.wait(31);
    expect((await signUp.act('/idp/idx/challenge/resend')).status).toBe(200);
    expect(org.mail()).toHaveLength(2);
  });

  it('stays good when the person went back to the list and chose e-mail again', async () => {
    const signUp = await startAtEmail();
    await signUp.choose('Password');
    await signUp.choose('Email');
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });

  it('ends the sign-up after too many wrong attempts, for good', async () => {
    const signUp = await startAtEmail({ attemptsBeforeLock: 3 });
    await signUp.code('1');
    await signUp.code('2');
    const locked = await signUp.code('3');
    expect(locked.status).toBe(429);
    expect(messageKeys(locked.json)).toEqual(['tooManyRequests']);
    expect(locked.json['remediation']).toBeUndefined();
    const again = await org.postJson('/idp/idx/introspect', {
      interactionHandle: signUp.interactionHandle,
    });
    expect(again.status).toBe(429);
  });

  it.each([
    ['/idp/idx/challenge/answer', { credentials: { passcode: '4' } }],
    ['/idp/idx/challenge/resend', {}],
    ['/idp/idx/challenge/poll', {}],
    ['/idp/idx/credential/enroll', { authenticator: {} }],
    ['/idp/idx/skip', {}],
    ['/idp/idx/enroll/new', { userProfile: {} }],
    ['/idp/idx/identify', {}],
    ['/idp/idx/consent', { consent: true }],
    ['/idp/idx/request-activation', {}],
  ])('says after the lock what the lock said, and nothing else, to %s', async (path, body) => {
    const signUp = await startAtEmail({ attemptsBeforeLock: 1 });
    await signUp.code('1');
    for (let more = 0; more < 2; more += 1) {
      const again = await signUp.act(path, body);
      expect(again.status).toBe(429);
      expect(messageKeys(again.json)).toEqual(['tooManyRequests']);
      expect(again.json['remediation']).toBeUndefined();
    }
  });
});

describe('a mail that waits to be asked for', () => {
  const ask = (signUp: SignUp) => {
    const [authenticator] = list(signUp.form('authenticator-enrollment-data')?.['value']);
    const [id] = list(authenticator?.['form']?.['value']);
    return signUp.post('authenticator-enrollment-data', {
      authenticator: { id: id?.['value'], methodType: 'email' },
    });
  };

  it('goes out when the form of its own was sent, not before', async () => {
    const signUp = await startAtEmail({ emailDataFirst: true });
    expect(signUp.steps()[0]).toBe('authenticator-enrollment-data');
    expect(current(signUp)?.['resend']).toBeUndefined();
    expect(org.mail()).toEqual([]);
    await ask(signUp);
    expect(org.mail()).toHaveLength(1);
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });

  it('has its way as a choice of one that may be left out, as Okta has it', async () => {
    const signUp = await startAtEmail({ emailDataFirst: true });
    const [authenticator] = list(signUp.form('authenticator-enrollment-data')?.['value']);
    const [id, methodType] = list(authenticator?.['form']?.['value']);
    expect(methodType).toEqual({
      name: 'methodType',
      type: 'string',
      required: false,
      options: [{ label: 'Email', value: 'email' }],
    });
    await signUp.post('authenticator-enrollment-data', { authenticator: { id: id?.['value'] } });
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });

  it('can be asked for again after another method was looked at', async () => {
    const signUp = await startAtEmail({ emailDataFirst: true });
    await ask(signUp);
    await signUp.choose('Password');
    await signUp.choose('Email');
    expect(signUp.steps()[0]).toBe('authenticator-enrollment-data');
    await ask(signUp);
    expect(signUp.steps()[0]).toBe('enroll-authenticator');
    expect((await signUp.code(org.latest('email').code)).status).toBe(200);
  });
});

describe('the link in the mail', () => {
  it('finishes the step: the next poll, or whatever is asked, gets the next one', async () => {
    const signUp = await startAtEmail({ magicLink: true });
    expect(current(signUp)).toMatchObject({ contextualData: { useEmailMagicLink: true } });
    const { link } = org.latest('email');
    await signUp.act('/idp/idx/challenge/poll');
    expect(signUp.steps()).toContain('enroll-authenticator');
    const opened = await org.get(link ?? '');
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('idx.return.to.original.tab');
    expect((await signUp.act('/idp/idx/challenge/poll')).status).toBe(200);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
  });

  it('does not mind that the code was typed as well', async () => {
    const signUp = await startAtEmail({ magicLink: true });
    await org.get(org.latest('email').link ?? '');
    const answered = await signUp.code(org.latest('email').code);
    expect(answered.status).toBe(200);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
  });

  it('says so when it is out of date, expired, or nobody was sent it', async () => {
    const signUp = await startAtEmail({ magicLink: true, codeLifetimeSeconds: 60 });
    const first = org.latest('email').link ?? '';
    org.wait(31);
    await signUp.act('/idp/idx/challenge/resend');
    const pageOf = async (link: string) => (await org.get(link)).text;
    expect(await pageOf(first)).toContain('idx.return.stale');
    org.wait(61);
    expect(await pageOf(org.latest('email').link ?? '')).toContain('idx.return.link.expired');
    expect(await pageOf('/email/verify/x?token=nobody')).toContain('idx.return.error');
    await signUp.act('/idp/idx/challenge/poll');
    expect(signUp.steps()).toContain('enroll-authenticator');
  });

  it('can show the code instead, to be typed in the first window', async () => {
    const signUp = await startAtEmail({ magicLink: true, magicLinkPage: 'shows-code' });
    const { link, code } = org.latest('email');
    const page = await org.get(link ?? '');
    expect(page.text).toContain(code);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    await signUp.act('/idp/idx/challenge/poll');
    expect(signUp.steps()).toContain('enroll-authenticator');
  });

  it('can lead to the app, with state and code', async () => {
    await startAtEmail({ magicLink: true, emailCallbackUri: 'https://app.example/verify?a=1' });
    const opened = await org.get(org.latest('email').link ?? '');
    expect(opened.status).toBe(302);
    const location = new URL(opened.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      a: '1',
      state: 'a-state',
      otp: org.latest('email').code,
    });
  });
});
