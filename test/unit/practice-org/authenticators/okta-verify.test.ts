import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import { fieldMessages, list, messageKeys, type SignUp, type TestOrg } from '../practice';
import { contextual, current, isFinished, startWith } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin(more: object = {}, policy: PolicyInput = {}) {
  const started = await startWith('okta_verify', policy);
  ({ org } = started);
  await started.signUp.choose('Okta Verify', more);
  return started.signUp;
}

const poll = (signUp: SignUp) => signUp.post('enroll-poll');
const phone = (body: object) => org.postJson('/practice/admin/okta-verify/approve', body);
const waiting = ['enroll-poll', 'select-enrollment-channel', 'select-authenticator-enroll'];
const asking = [
  'enrollment-channel-data',
  'select-enrollment-channel',
  'select-authenticator-enroll',
];

async function choosesChannel(signUp: SignUp, channel: string) {
  const [authenticator] = list(signUp.form('select-enrollment-channel')?.['value']);
  const [id] = list(authenticator?.['value']?.['form']?.['value']);
  return signUp.post('select-enrollment-channel', {
    authenticator: { id: id?.['value'], channel },
  });
}

describe('Okta Verify', () => {
  it('offers its ways to a phone in the list of methods', async () => {
    const { org: started, signUp } = await startWith('okta_verify');
    org = started;
    const [option] = list(
      signUp.form('select-authenticator-enroll')?.['value']?.['0']?.['options'],
    );
    const channel = list(option?.['value']?.['form']?.['value'])[1];
    expect(channel).toMatchObject({ name: 'channel', required: false });
    expect(list(channel?.['options'])).toEqual([
      { label: 'QRCODE', value: 'qrcode' },
      { label: 'EMAIL', value: 'email' },
      { label: 'SMS', value: 'sms' },
    ]);
  });

  it('starts with a picture, and is polled until the phone added the account', async () => {
    const signUp = await begin({}, { pollSeconds: 7 });
    expect(signUp.steps()).toEqual(waiting);
    expect(signUp.form('enroll-poll')).toMatchObject({ refresh: 7000 });
    expect(contextual(signUp)).toMatchObject({
      selectedChannel: 'qrcode',
      qrcode: { method: 'embedded', href: expect.stringMatching(/^data:image\/png/) as string },
    });
    await poll(signUp);
    expect(signUp.steps()).toEqual(waiting);
    expect((await phone({ login: 'Ada@example.com' })).status).toBe(204);
    await poll(signUp);
    expect(isFinished(signUp)).toBe(true);
    expect(JSON.parse((await org.get('/practice/admin/users')).text)).toMatchObject([
      { authenticators: [{ key: 'okta_verify', methods: ['signed_nonce', 'push', 'totp'] }] },
    ]);
  });

  it.each([
    ['email', { email: 'phone@example.com' }, 'phone@example.com', 'email'],
    ['sms', { phoneNumber: '+12025550123' }, '+12025550123', 'phone'],
  ])(
    'asks where to send a link by %s, and the link adds the account',
    async (channel, to, address, resent) => {
      const signUp = await begin({ channel });
      expect(signUp.steps()).toEqual(asking);
      expect(contextual(signUp)).toEqual({ selectedChannel: channel });
      await signUp.post('enrollment-channel-data', to);
      expect(signUp.steps()).toEqual(waiting);
      expect(contextual(signUp)).toEqual({ selectedChannel: channel, ...to });
      expect(org.latest(channel)).toMatchObject({ to: address });
      expect(list(current(signUp)['resend']?.['value'])[0]).toMatchObject({
        name: resent,
        value: address,
        mutable: false,
      });
      const opened = await org.get(org.latest(channel).link ?? '');
      expect(opened.text).toContain('idx.return.to.original.tab');
      await poll(signUp);
      expect(isFinished(signUp)).toBe(true);
    },
  );

  it('sends the link again only after the resend interval', async () => {
    const signUp = await begin({ channel: 'email' });
    await signUp.post('enrollment-channel-data', { email: 'phone@example.com' });
    expect((await signUp.act('/idp/idx/challenge/resend')).status).toBe(429);
    expect(signUp.steps()).toEqual(waiting);
    org.wait(31);
    expect((await signUp.act('/idp/idx/challenge/resend')).status).toBe(200);
    expect(org.mail()).toHaveLength(2);
  });

  it('refuses an address or number to which nothing can be sent', async () => {
    const signUp = await begin({ channel: 'email' });
    const problems = () => fieldMessages(signUp.form('enrollment-channel-data'));
    expect((await signUp.post('enrollment-channel-data', { email: ' ' })).status).toBe(400);
    expect(problems()).toEqual(['email: model.validation.field.blank']);
    await signUp.post('enrollment-channel-data', { email: 'ada' });
    expect(problems()).toEqual(['email: registration.error.invalidLoginEmail']);

    await choosesChannel(signUp, 'sms');
    await signUp.post('enrollment-channel-data', {});
    expect(problems()).toEqual(['phoneNumber: model.validation.field.blank']);
    const refused = await signUp.post('enrollment-channel-data', { phoneNumber: '12' });
    expect(messageKeys(refused.json)).toEqual(['api.factors.error.sms.invalid_phone']);
    expect(signUp.steps()).toEqual(asking);
    expect(org.mail()).toEqual([]);
  });

  it('changes the way to the phone, and an old link no longer counts', async () => {
    const signUp = await begin({ channel: 'email' });
    await signUp.post('enrollment-channel-data', { email: 'phone@example.com' });
    await choosesChannel(signUp, 'qrcode');
    expect(contextual(signUp)).toMatchObject({ selectedChannel: 'qrcode' });
    expect((await org.get(org.latest('email').link ?? '')).text).toContain('idx.return.stale');
    await poll(signUp);
    expect(signUp.steps()).toEqual(waiting);
    const unknown = await choosesChannel(signUp, 'pigeon');
    expect(messageKeys(unknown.json)).toEqual(['E0000020']);
    expect(signUp.steps()).toEqual(waiting);
  });

  it.each([
    ['biometrics', 'oie.authenticator.app.method.push.enroll.enable.biometrics'],
    ['version', 'oie.authenticator.app.non_fips_compliant_enrollment_app_update_required'],
    ['incompatible', 'oie.authenticator.app.non_fips_compliant_enrollment_device_incompatible'],
  ])('says once that the phone will not do (%s), and goes on waiting', async (outcome, key) => {
    const signUp = await begin();
    await phone({ outcome });
    const refused = await poll(signUp);
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual([key]);
    expect(signUp.steps()).toEqual(waiting);
    expect((await poll(signUp)).status).toBe(200);
    await phone({});
    await poll(signUp);
    expect(isFinished(signUp)).toBe(true);
  });

  it('can be set up on this device, and only there where the policy says so', async () => {
    const both = await begin({}, { oktaVerifyChannels: ['samedevice', 'qrcode'] });
    expect(contextual(both)).toMatchObject({
      selectedChannel: 'samedevice',
      samedevice: { securityLevel: 'ANY', orgUrl: new URL(org.origin).host },
    });
    await org.get(String(contextual(both)['samedevice']?.['setupOVUrl']));
    await poll(both);
    expect(isFinished(both)).toBe(true);
    await org.close();

    const only = await begin({}, { oktaVerifyChannels: ['samedevice'] });
    expect(contextual(only)).toMatchObject({ samedevice: { securityLevel: 'HIGH' } });
  });

  it('can be added by a device that has an account already', async () => {
    const signUp = await begin({}, { oktaVerifyChannels: ['devicebootstrap'] });
    expect(contextual(signUp)).toEqual({
      selectedChannel: 'devicebootstrap',
      devicebootstrap: { platform: 'ios', enrolledDevices: 'Practice phone' },
    });
  });
});

it('the phone is told when nobody waits for it, or when it says what no phone does', async () => {
  const signUp = await begin();
  expect((await phone({ login: 'grace@example.com' })).status).toBe(404);
  const unknown = await phone({ outcome: 'lost' });
  expect(unknown.status).toBe(400);
  expect(unknown.text).toContain('approved, biometrics, version, incompatible');
  await org.send('POST', '/practice/admin/okta-verify/approve');
  await poll(signUp);
  expect(isFinished(signUp)).toBe(true);
});
