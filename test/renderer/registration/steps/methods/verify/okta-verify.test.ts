import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { StepDetail } from '../../../../../../preload/contract/registration/detail';
import type { StepView } from '../../../../../../preload/contract/registration/step';
import { action, authenticator, field, message, option, stepView } from '../../../views';
import { type Desk, openScreen } from '../../../wizard';

vi.setConfig({ testTimeout: 20_000 });

type Verify = Extract<StepDetail, { kind: 'okta-verify' }>;

const detail = (given: Partial<Verify>): Verify => ({
  kind: 'okta-verify',
  channel: 'unknown',
  qrCode: null,
  destination: null,
  platform: null,
  allowsOtherDevices: false,
  enrolledDevices: [],
  setupLink: null,
  downloadLink: null,
  ...given,
});

const backToList = action('show:select-authenticator-enroll', 'show');
const otherWays = action('show:select-enrollment-channel', 'show');

function polling(given: Partial<Verify>, extra: Partial<StepView> = {}): StepView {
  return stepView({
    step: 'enroll-poll',
    authenticator: authenticator('okta_verify', { displayName: 'okta_verify' }),
    detail: detail(given),
    isPolling: true,
    actions: [action('check', 'check'), otherWays, backToList, action('cancel', 'cancel')],
    ...extra,
  });
}

const channels = (...ids: string[]) =>
  stepView({
    serial: 2,
    step: 'select-enrollment-channel',
    authenticator: authenticator('okta_verify'),
    detail: detail({ channel: 'qrcode' }),
    fields: [
      field('authenticator.channel', {
        label: 'channel',
        control: 'radio',
        options: ids.map((id) => option(id, { label: id.toUpperCase() })),
      }),
    ],
  });

async function click(desk: Desk, text: string) {
  await desk.button(text).trigger('click');
  await flushPromises();
}

const buttons = ({ page }: Desk) => page.findAll('.step button').map((one) => one.text());

describe('Okta Verify', () => {
  it('shows the picture with three steps, looks after it by itself, and offers other ways', async () => {
    const desk = await openScreen(
      polling({ channel: 'qrcode', qrCode: 'data:image/png;base64,AAAA' }),
    );
    expect(desk.page.find('h1').text()).toBe('Set up Okta Verify');
    expect(desk.page.findAll('.step ol li')).toHaveLength(3);
    expect(desk.page.find('img').attributes('src')).toBe('data:image/png;base64,AAAA');
    expect(desk.page.text()).toContain('This page goes on by itself');
    expect(buttons(desk)).toEqual([
      'Check now',
      'Other ways to set it up',
      'Back to the list of methods',
    ]);
  });

  it('says so when the picture is missing', async () => {
    const { page } = await openScreen(polling({ channel: 'qrcode' }));
    expect(page.find('img').exists()).toBe(false);
    expect(page.text()).toContain('did not arrive');
  });

  it.each([
    ['email', 'mira@example.com', 'We sent an email with a link to mira@example.com.'],
    ['email', null, 'We sent you an email with a link.'],
    ['sms', '+1 555 123 4567', 'We sent a text message with a link to +1 555 123 4567.'],
    ['sms', null, 'We sent you a text message with a link.'],
  ] as const)('says where the link went: %s %s', async (channel, destination, text) => {
    const { page } = await openScreen(polling({ channel, destination }));
    expect(page.text()).toContain(text);
  });

  it('sends the link again', async () => {
    const view = polling({ channel: 'email' });
    const desk = await openScreen({
      ...view,
      actions: [...view.actions, action('resend', 'resend')],
    });
    await click(desk, 'Send again');
    expect(desk.sent[0]?.action).toBe('resend');
    expect(desk.page.text()).toContain('Open the newest link.');
    expect(desk.page.text()).not.toContain('newest code');
  });

  it('is installed and opened on this device through the links of the org', async () => {
    const links = { setupLink: 'link:0', downloadLink: 'link:1' };
    const desk = await openScreen(polling({ channel: 'samedevice', platform: 'OSX', ...links }));
    await click(desk, 'Get Okta Verify for macOS');
    await click(desk, 'Open Okta Verify');
    expect(desk.opened).toEqual([
      { view: 1, link: 'link:1' },
      { view: 1, link: 'link:0' },
    ]);
    expect(buttons(desk).join()).not.toContain('another phone');
  });

  it('goes to a phone at once where the org allows one', async () => {
    const desk = await openScreen(polling({ channel: 'samedevice', allowsOtherDevices: true }));
    desk.answer(channels('email', 'qrcode'), polling({ channel: 'qrcode' }));
    await click(desk, 'Use another phone instead');
    expect(desk.sent.map(({ action: id, values }) => [id, values])).toEqual([
      ['show:select-enrollment-channel', {}],
      ['submit', { 'authenticator.channel': 'qrcode' }],
    ]);
  });

  it('leads to the list of ways where a picture is not among them', async () => {
    const desk = await openScreen(polling({ channel: 'samedevice', allowsOtherDevices: true }));
    desk.answer(channels('email', 'sms'));
    await click(desk, 'Use another phone instead');
    expect(desk.sent).toHaveLength(1);
    expect(desk.page.find('h1').text()).toBe('How do you want to set up Okta Verify?');
  });

  it('names the devices that have it', async () => {
    const enrolledDevices = ['Blue phone', 'Red tablet'];
    const { page } = await openScreen(polling({ channel: 'devicebootstrap', enrolledDevices }));
    expect(page.text()).toMatch(/Blue phone.*Red tablet/);
  });

  it('has a page for a way that is not known yet', async () => {
    const { page } = await openScreen(polling({}, { detail: null }));
    expect(page.text()).toContain('Finish the set-up in the Okta Verify app.');
    expect(page.text()).toContain('Check now');
  });

  it('looks on request, and says when nothing has happened', async () => {
    const view = polling({ channel: 'email' });
    const desk = await openScreen(view);
    desk.answer({ ...view, serial: 2 });
    await click(desk, 'Check now');
    expect(desk.sent[0]?.action).toBe('check');
    expect(desk.page.text()).toContain('Okta Verify is not set up yet.');
  });

  it('says only what the org says when it refuses the phone', async () => {
    const refusal = message('Update the app.', { key: 'acme.too.old' });
    const view = polling({ channel: 'email' });
    const desk = await openScreen(view);
    desk.answer({ ...view, serial: 2, messages: [refusal] });
    await click(desk, 'Check now');
    expect(desk.page.text()).toContain('Update the app.');
    expect(desk.page.text()).not.toContain('Okta Verify is not set up yet.');
  });
});

describe('the ways to set up Okta Verify', () => {
  it('are said in words, another one than now suggested', async () => {
    const ids = ['qrcode', 'email', 'sms', 'samedevice', 'devicebootstrap'];
    const desk = await openScreen(channels(...ids));
    expect(desk.page.findAll('label').map((one) => one.text())).toEqual([
      'Scan a picture with my phone',
      'Get a link by email',
      'Get a link by text message',
      'On this device',
      'From a device that has Okta Verify already',
    ]);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'authenticator.channel': 'email' });
  });

  it('include the present one where there is no other', async () => {
    const desk = await openScreen(channels('qrcode'));
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'authenticator.channel': 'qrcode' });
  });
});

describe('where the link of Okta Verify goes', () => {
  const view = (name: string, control: 'email' | 'tel') =>
    stepView({
      step: 'enrollment-channel-data',
      authenticator: authenticator('okta_verify'),
      detail: detail({ channel: control === 'tel' ? 'sms' : 'email' }),
      fields: [field(name, { control, label: name })],
      actions: [action('submit', 'submit'), otherWays],
    });

  it('is an e-mail address', async () => {
    const desk = await openScreen(view('email', 'email'));
    await desk.input('email').setValue('mira');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    await desk.input('email').setValue('mira@example.com');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ email: 'mira@example.com' });
    await click(desk, 'Other ways to set it up');
    expect(desk.sent[1]?.action).toBe('show:select-enrollment-channel');
  });

  it('is a phone number, sent in E.164 without an extension', async () => {
    const desk = await openScreen(view('phoneNumber', 'tel'));
    await desk.input('phoneNumber').setValue('+49 30');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    await desk.input('phoneNumber').setValue('+49 30 123456 x22');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ phoneNumber: '+4930123456' });
    expect(desk.input('phone.extension').exists()).toBe(false);
  });
});
