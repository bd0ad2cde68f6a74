import { expect, it } from 'vitest';
import { openDesk, password, person, signUpToPhone } from './desk';

it('signs a person up: profile, password, e-mail code, phone skipped, tokens', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  expect(await desk.step()).toMatchObject({
    step: 'enroll-profile',
    fields: [
      { name: 'userProfile.firstName', control: 'text', isRequired: true },
      { name: 'userProfile.lastName', control: 'text', isRequired: true },
      { name: 'userProfile.email', control: 'email', isRequired: true },
    ],
  });
  await desk.fillProfile();
  expect(await desk.step()).toMatchObject({ step: 'select-authenticator-enroll' });
  await desk.choose('okta_password');
  expect(await desk.step()).toMatchObject({
    step: 'enroll-authenticator',
    authenticator: { key: 'okta_password' },
    passwordRules: { minLength: 8, excludesUsername: true },
    person: { login: person.email, firstName: 'Ada' },
  });
  await desk.submit({ 'credentials.passcode': password });
  expect(await desk.step()).toMatchObject({
    authenticator: { key: 'okta_email' },
    delivery: { channel: 'email', hasLink: false },
    isPolling: false,
  });
  await desk.submit({ 'credentials.passcode': desk.code() });
  const picker = await desk.step();
  expect(picker.actions.map(({ kind }) => kind)).toContain('skip');
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
  expect(desk.tokens).toHaveLength(1);
  expect(desk.networks.every(({ isClosed }) => isClosed)).toBe(true);
});

it('takes 12 requests for each person, who share no metadata and no keys', async () => {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(desk.sent).toHaveLength(12);
  await desk.handlers.start({});
  await desk.fillProfile({ email: 'grace@example.com' });
  await desk.choose('okta_password');
  await desk.submit({ 'credentials.passcode': password });
  await desk.submit({ 'credentials.passcode': desk.code() });
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
  expect(desk.sent.slice(12)).toHaveLength(12);
});

it('enrolls a phone by text message', async () => {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.choose('phone_number');
  expect(await desk.step()).toMatchObject({ step: 'authenticator-enrollment-data' });
  await desk.submit({
    'authenticator.methodType': 'sms',
    'authenticator.phoneNumber': '+12025550143',
  });
  expect(await desk.step()).toMatchObject({ delivery: { channel: 'sms' } });
  await desk.submit({ 'credentials.passcode': desk.code() });
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
});

it('goes back to the list of methods without a request, and forward again', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  const before = desk.sent.length;
  await desk.submit({}, 'show:select-authenticator-enroll');
  const list = await desk.step();
  expect(list.step).toBe('select-authenticator-enroll');
  expect(list.actions.map(({ id }) => id)).toContain('show:enroll-authenticator');
  expect(list.actions.map(({ kind }) => kind)).not.toContain('resend');
  expect(desk.sent).toHaveLength(before);
  await desk.submit({}, 'show:enroll-authenticator');
  expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_email' } });
});

it('keeps the form and says which field is wrong when the org refuses', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.fillProfile({ email: 'not an address' });
  const { fields } = await desk.step();
  const email = fields.find(({ name }) => name === 'userProfile.email');
  expect(email?.messages.map(({ key }) => key)).toContain('registration.error.invalidLoginEmail');
});

it('does not start the wait for another code again after a wrong one', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  const { resendAvailableAt } = await desk.step();
  desk.clock.now = () => Date.now() + 20_000;
  await desk.submit({ 'credentials.passcode': '000000' });
  const after = await desk.step();
  expect(after.fields[0]?.messages[0]?.key).toBe('api.authn.error.PASSCODE_INVALID');
  expect(after.resendAvailableAt).toBe(resendAvailableAt);
});

it('notices a link that was opened elsewhere', async () => {
  const desk = await openDesk({ policy: { magicLink: true, pollSeconds: 1 } });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  expect(await desk.step()).toMatchObject({ isPolling: true, delivery: { hasLink: true } });
  await fetch(desk.mail()[0]?.link ?? '');
  await expect
    .poll(() => desk.pushed.at(-1), { timeout: 5000 })
    .toMatchObject({ phase: 'step', authenticator: { key: 'okta_password' } });
});

it.each(['the link', 'the whole message'])(
  'takes %s of a mail, pasted into the code box',
  async (what) => {
    const desk = await openDesk({ policy: { magicLink: true } });
    await desk.handlers.start({});
    await desk.fillProfile();
    await desk.choose('okta_email');
    const [message] = desk.mail();
    const pasted = what === 'the link' ? message?.link : message?.text;
    expect(await desk.submit({ 'credentials.passcode': pasted ?? '' })).toMatchObject({ ok: true });
    expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_password' } });
  },
);

it('keeps the view while polling brings nothing new', async () => {
  const desk = await openDesk({ policy: { magicLink: true, pollSeconds: 1 } });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  const { serial } = await desk.step();
  const pushes = desk.pushed.length;
  const polls = () => desk.sent.filter((request) => request.endsWith('/challenge/poll')).length;
  await expect.poll(polls, { timeout: 5000 }).toBeGreaterThan(1);
  expect((await desk.step()).serial).toBe(serial);
  expect(desk.pushed).toHaveLength(pushes);
});

it('takes a returned address with the code in it as typing that code', async () => {
  const emailCallbackUri = 'app.frontdesk.desktop:/callback';
  const desk = await openDesk({ policy: { magicLink: true, emailCallbackUri } });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  const foreign = await desk.submit({
    'credentials.passcode': `app.frontdesk.desktop:/callback?otp=${desk.code()}&state=somebody-else`,
  });
  expect(foreign).toMatchObject({ error: { code: 'foreign-link' } });
  // Any program can open such an address; without the sign-up's state it costs no attempt.
  const before = desk.sent.length;
  await desk.registration.resume(`${emailCallbackUri}?otp=000000`);
  expect(desk.sent).toHaveLength(before);
  const clicked = await fetch(desk.mail()[0]?.link ?? '', { redirect: 'manual' });
  await desk.registration.resume(clicked.headers.get('location') ?? '');
  expect(desk.pushed.at(-1)).toMatchObject({ authenticator: { key: 'okta_password' } });
});

it('leaves no secret in the log', async () => {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  const log = desk.lines.join();
  for (const secret of [password, person.email, person.lastName, desk.code()]) {
    expect(log).not.toContain(secret);
  }
  expect(log).not.toContain(desk.tokens[0]?.idToken);
});
