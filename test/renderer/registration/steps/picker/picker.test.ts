import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { AuthenticatorView } from '../../../../../preload/contract/registration/authenticator';
import type { OptionView } from '../../../../../preload/contract/registration/field';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { action, authenticator, field, message, option, picker } from '../../views';
import { type Desk, openWizard } from '../../wizard';
// Loaded when it is first needed; no test has to wait for that.
import '../../../../../renderer/registration/steps/picker/ShortcutForm.vue';

vi.setConfig({ testTimeout: 20_000 });

const method = (id: string, label: string, given: Partial<OptionView> = {}) =>
  option(id, { label, authenticator: authenticator(given.authenticator?.key ?? id), ...given });

function listOf(...options: OptionView[]): StepView {
  return { ...picker, fields: [field('authenticator', { control: 'choice', options })] };
}

const phoneFields = [
  field('authenticator.methodType', {
    control: 'radio',
    isRequired: false,
    options: [option('sms', { label: 'SMS' }), option('voice', { label: 'VOICE' })],
  }),
  field('authenticator.phoneNumber', { control: 'tel', isRequired: false }),
];
const phone = option('1', {
  label: 'Okta Phone',
  authenticator: authenticator('phone_number'),
  fields: phoneFields,
});
const verify = option('2', {
  label: 'Okta Verify',
  authenticator: authenticator('okta_verify'),
  fields: [
    field('authenticator.channel', {
      control: 'radio',
      isRequired: false,
      options: [option('qrcode', { label: 'QRCODE' }), option('email', { label: 'EMAIL' })],
    }),
  ],
});

function buttons({ page }: Desk) {
  return page.findAll('button[name="authenticator"]');
}

function nameOf(button: { attributes(name: string): string | undefined }) {
  return document.getElementById(button.attributes('aria-labelledby') ?? '')?.textContent;
}

const shortcut = (desk: Desk, name: string) =>
  desk.page.find(`button[aria-label="Choose how to set it up: ${name}"]`);

async function unfold(desk: Desk, name: string) {
  await shortcut(desk, name).trigger('click');
  await vi.waitFor(() => expect(desk.page.find('form').exists()).toBe(true));
}

describe('the names of methods', () => {
  const named: [key: string, label: string, shown: string][] = [
    ['webauthn', 'Passkeys', 'Passkey or security key'],
    ['yubikey_token', 'YubiKey Authenticator', 'YubiKey'],
    ['nfc_pin', 'NFC', 'NFC device'],
    ['external_idp', 'IDP Authenticator', 'Another sign-in service'],
    ['smart_card_idp', 'Smart Card IdP', 'Smart card'],
    ['onprem_mfa', 'Token of the ministry', 'Token of the ministry'],
    ['custom_app', 'Acme Approve', 'Acme Approve'],
    ['something_new', 'Brain waves', 'Brain waves'],
  ];

  it.each(named)('of %s called “%s”', async (key, label, shown) => {
    const desk = await openWizard(
      listOf(method('0', label, { authenticator: authenticator(key) })),
    );
    expect(buttons(desk).map(nameOf)).toEqual([shown]);
  });

  const keys =
    'custom_app custom_otp duo external_idp nfc_pin onprem_mfa rsa_token smart_card_idp symantec_vip ' +
    'tac yubikey_token okta_verify google_otp webauthn';

  it.each(keys.split(' '))('come with a sentence of its own for %s', async (key) => {
    const desk = await openWizard(
      listOf(method('0', 'A name of ours', { authenticator: authenticator(key) })),
    );
    expect(desk.page.text()).not.toContain('Another way to prove that it is you.');
    expect(desk.page.text()).not.toContain('methods.list');
  });

  it("take an administrator's own description together with the name", async () => {
    const described = authenticator('webauthn', { description: 'Ask Mo for one.' });
    const desk = await openWizard(listOf(method('0', 'Our keys', { authenticator: described })));
    expect(desk.page.text()).toContain('Ask Mo for one.');
    await desk.push(listOf(method('0', 'Passkeys', { authenticator: described })));
    expect(desk.page.text()).not.toContain('Ask Mo for one.');
  });
});

describe('what is said below a method', () => {
  const noteOf = async (given: Partial<AuthenticatorView>) => {
    const desk = await openWizard(
      listOf(method('0', 'Phone', { authenticator: authenticator('phone_number', given) })),
    );
    return desk.page.findAll('.note').map((one) => one.text());
  };
  const inDays = (days: number) =>
    ({ kind: 'date', expiry: Date.now() + days * 86_400_000 + 60_000 }) as const;

  it('is what it is for', async () => {
    expect(await noteOf({ usage: 'access' })).toEqual(['For signing in']);
    expect(await noteOf({ usage: 'recovery' })).toEqual([
      'Only for getting back into your account',
    ]);
    expect(await noteOf({ usage: 'any' })).toEqual([
      'For signing in and for getting back into your account',
    ]);
    expect(await noteOf({ usage: 'none' })).toEqual([]);
  });

  it('is when it has to be set up', async () => {
    expect(await noteOf({ gracePeriod: inDays(3) })).toEqual(['Required in 3 days']);
    expect(await noteOf({ gracePeriod: inDays(1) })).toEqual(['Required in 1 day']);
    expect(await noteOf({ gracePeriod: inDays(0) })).toEqual(['Required today']);
    expect(await noteOf({ gracePeriod: inDays(-1) })).toEqual([]);
    expect(await noteOf({ gracePeriod: { kind: 'count', remaining: 1 } })).toEqual([
      'Can be skipped 1 more time',
    ]);
    expect(await noteOf({ gracePeriod: { kind: 'count', remaining: 0 } })).toEqual([]);
  });

  it('is that it is there already', async () => {
    expect((await noteOf({ isEnrolled: true })).join()).toContain('Already set up');
  });
});

describe('methods that cannot be set up in this app', () => {
  const view = listOf(
    method('0', 'Duo Security', { authenticator: authenticator('duo', { unavailable: 'ended' }) }),
    method('1', 'Custom OTP', {
      authenticator: authenticator('custom_otp', { unavailable: 'administrator' }),
    }),
    method('2', 'Email', { authenticator: authenticator('okta_email') }),
  );

  it('come last, with the reason', async () => {
    const desk = await openWizard(view);
    expect(desk.page.findAll('h2').map((one) => one.text())).toEqual([
      'Required now',
      'Cannot be set up in this app',
    ]);
    expect(buttons(desk).map(nameOf)).toEqual(['Email', 'Duo Security', 'One-time codes']);
    expect(desk.page.text()).toContain('Duo has shut down the service');
    expect(desk.page.text()).toContain('Only an administrator of your organization');
  });

  it('can be tried all the same, since the org has the last word', async () => {
    const desk = await openWizard(view);
    await desk.page.find('button[name="authenticator"][value="1"]').trigger('click');
    expect(desk.sent[0]?.values).toEqual({ authenticator: '1' });
  });
});

describe('a method with fields of its own', () => {
  it('is sent alone when it is pressed and nothing else is needed', async () => {
    const desk = await openWizard(listOf(phone));
    await buttons(desk)[0]?.trigger('click');
    expect(desk.sent[0]?.values).toEqual({ authenticator: '1' });
    expect(desk.page.find('form').exists()).toBe(false);
  });

  it('can be sent with them in one go, the number in E.164', async () => {
    const desk = await openWizard(listOf(phone));
    await unfold(desk, 'Phone');
    expect(shortcut(desk, 'Phone').attributes('aria-expanded')).toBe('true');
    expect(desk.page.text()).toContain('Voice call');
    await desk.page.find('[value="voice"]').setValue();
    await desk.input('authenticator.phoneNumber').setValue('+49 30 123456');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      authenticator: '1',
      'authenticator.methodType': 'voice',
      'authenticator.phoneNumber': '+4930123456',
    });
  });

  it('is not sent with half a number, unless its fields are folded away', async () => {
    const desk = await openWizard(listOf(phone, verify));
    await unfold(desk, 'Phone');
    await desk.input('authenticator.phoneNumber').setValue('+49 30');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.text()).toContain('not a complete phone number');

    await unfold(desk, 'Okta Verify');
    await desk.page.find('[value="email"]').setValue();
    await desk.send();
    expect(desk.sent.map(({ values }) => values)).toEqual([
      { authenticator: '2', 'authenticator.channel': 'email' },
    ]);
  });

  it('shows the fields of one method at a time', async () => {
    const desk = await openWizard(listOf(phone, verify));
    await unfold(desk, 'Phone');
    await unfold(desk, 'Okta Verify');
    expect(desk.page.findAll('form')).toHaveLength(1);
    expect(desk.input('authenticator.phoneNumber').exists()).toBe(false);
    await shortcut(desk, 'Okta Verify').trigger('click');
    expect(desk.page.find('form').exists()).toBe(false);
  });

  it('does not take over a choice that it does not know', async () => {
    const other = option('3', {
      label: 'Token',
      authenticator: authenticator('onprem_mfa'),
      fields: [
        field('authenticator.methodType', {
          control: 'radio',
          isRequired: false,
          options: [option('otp', { label: 'OTP' })],
        }),
      ],
    });
    const desk = await openWizard(listOf(phone, other));
    await unfold(desk, 'Phone');
    await desk.page.find('[value="voice"]').setValue();
    await unfold(desk, 'Token');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ authenticator: '3', 'authenticator.methodType': 'otp' });
  });

  it('asks for what the org requires before anything is sent', async () => {
    const fields = phoneFields.map((one) => ({ ...one, isRequired: true }));
    const desk = await openWizard(listOf({ ...phone, fields }));
    const [button] = buttons(desk);
    expect(button?.attributes('aria-expanded')).toBe('false');
    await button?.trigger('click');
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('name')).toBe('authenticator.methodType'),
    );
    expect(button?.attributes('aria-expanded')).toBe('true');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    await desk.input('authenticator.phoneNumber').setValue('+4930123456');
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe('+4930123456');
  });

  it('keeps them open when the org refuses them', async () => {
    const desk = await openWizard(listOf(phone));
    await unfold(desk, 'Phone');
    await desk.input('authenticator.phoneNumber').setValue('+4930123456');
    const refused = message('Invalid Phone Number.', { key: 'oie.phone.invalid' });
    desk.answer({ ...listOf(phone), serial: 9, messages: [refused] });
    await desk.send();
    await flushPromises();
    const number = desk.input('authenticator.phoneNumber').element as HTMLInputElement;
    expect(number.value).not.toBe('');
  });
});

it('offers to finish where everything can be skipped', async () => {
  const desk = await openWizard({
    ...listOf(phone),
    actions: [action('submit', 'submit'), action('skip', 'skip')],
  });
  await desk.button('Finish').trigger('click');
  expect(desk.sent[0]?.action).toBe('skip');
});
