import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { action, authenticator, field, message, stepView } from '../../views';
import { type Desk, openScreen } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const backToList = action('show:select-authenticator-enroll', 'show');
const code = field('credentials.passcode', {
  control: 'code',
  label: 'Enter code',
  isSecret: true,
});

function enrollment(key: string, given: Partial<StepView> = {}): StepView {
  return stepView({
    step: 'enroll-authenticator',
    authenticator: authenticator(key, { displayName: key }),
    actions: [action('submit', 'submit'), backToList, action('cancel', 'cancel')],
    ...given,
  });
}

/** The wizard, once the screen of the step is loaded. */
const title = ({ page }: Desk) => page.find('h1').text();
const labels = ({ page }: Desk) => page.findAll('label').map((one) => one.text());
const isMasked = (desk: Desk, name: string) => desk.input(name).attributes('type') === 'password';

describe('a YubiKey', () => {
  it('types into a box that has the focus and takes letters', async () => {
    const label = 'Insert then tap your YubiKey';
    const desk = await openScreen(enrollment('yubikey_token', { fields: [{ ...code, label }] }));
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('name')).toBe('credentials.passcode'),
    );
    expect(labels(desk)).toEqual(['Code from the YubiKey']);
    expect(desk.input('credentials.passcode').attributes('inputmode')).toBeUndefined();
    const typed = 'cccccckdvvulethkhtvkvekgljnrulvnlnffrhncrhtc';
    await desk.input('credentials.passcode').setValue(typed);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'credentials.passcode': typed });
  });
});

describe.each(['rsa_token', 'onprem_mfa'])('the token of %s', (key) => {
  const view = enrollment(key, {
    authenticator: authenticator(key, { displayName: 'Token of the ministry' }),
    fields: [
      field('credentials.clientData', { label: 'User Name', value: 'mira' }),
      { ...code, label: 'Passcode' },
    ],
  });

  it('is sent with the user name the org suggests', async () => {
    const desk = await openScreen(view);
    expect(title(desk)).toBe('Set up: Token of the ministry');
    expect(labels(desk)).toEqual(['Username', 'Code']);
    expect(isMasked(desk, 'credentials.passcode')).toBe(true);
    await desk.input('credentials.passcode').setValue('1234567890');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'credentials.clientData': 'mira',
      'credentials.passcode': '1234567890',
    });
  });

  it('asks for the next code in an empty box', async () => {
    const desk = await openScreen(view);
    await desk.input('credentials.clientData').setValue('mira.o');
    await desk.input('credentials.passcode').setValue('111111');
    const next = message('Pin accepted', { key: 'errors.E0000113' });
    desk.answer({ ...view, serial: 2, messages: [next] });
    await desk.send();
    expect((desk.input('credentials.passcode').element as HTMLInputElement).value).toBe('');
    expect((desk.input('credentials.clientData').element as HTMLInputElement).value).toBe('mira.o');
  });
});

describe('Symantec VIP', () => {
  it('takes the token and two of its codes', async () => {
    const fields = [
      field('credentials.credentialId', { label: 'Enter credential ID' }),
      { ...code, label: 'Security Code 1' },
      { ...code, name: 'credentials.nextPasscode', label: 'Security Code 2' },
    ];
    const desk = await openScreen(enrollment('symantec_vip', { fields }));
    expect(labels(desk)).toEqual(['Credential ID', 'First code', 'Second code']);
    await desk.input('credentials.credentialId').setValue('VSMT12345678');
    await desk.input('credentials.passcode').setValue('111111');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.find('.summary').text()).toContain('Second code: Please fill this in.');
    await desk.input('credentials.nextPasscode').setValue('222222');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'credentials.credentialId': 'VSMT12345678',
      'credentials.passcode': '111111',
      'credentials.nextPasscode': '222222',
    });
  });
});

describe('the PIN of an NFC device', () => {
  const view = enrollment('nfc_pin', {
    fields: [{ ...code, label: 'PIN', minLength: 4, maxLength: 4 }],
  });

  async function choose(first: string, second: string) {
    const desk = await openScreen(view);
    await desk.input('credentials.passcode').setValue(first);
    await desk.input('confirmPin').setValue(second);
    await desk.send();
    return desk;
  }

  it('is typed twice and sent once', async () => {
    const desk = await choose('1234', '1234');
    expect(desk.sent.map(({ values }) => values)).toEqual([{ 'credentials.passcode': '1234' }]);
    expect(isMasked(desk, 'credentials.passcode')).toBe(true);
    expect(isMasked(desk, 'confirmPin')).toBe(true);
  });

  it.each([
    ['1234', '4321', 'The two PINs are different.'],
    ['1234', '', 'Enter the PIN a second time.'],
    ['123', '123', 'Enter a PIN of 4 digits.'],
    ['12345', '12345', 'Enter a PIN of 4 digits.'],
  ])('is not sent as %s and %s', async (first, second, problem) => {
    const desk = await choose(first, second);
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.find('.summary').text()).toContain(problem);
    expect(desk.page.findAll('.summary li')).toHaveLength(1);
  });

  it.each([
    ['1a2b3c4', '1234'],
    ['١٢٣٤', '1234'],
    ['１２３４', '1234'],
  ])('has only digits: %s becomes %s', async (typed, digits) => {
    const desk = await openScreen(view);
    await desk.input('credentials.passcode').setValue(typed);
    expect((desk.input('credentials.passcode').element as HTMLInputElement).value).toBe(digits);
  });
});
