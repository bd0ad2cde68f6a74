import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/schemas/registration';
import CopyButton from '../../../../../renderer/components/CopyButton.vue';
import { stepScreen } from '../../../../../renderer/registration/step-table';
import { action, authenticator, field, message, option, stepView } from '../../views';
import { type Desk, openWizard } from '../../wizard';

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
async function open(view: StepView): Promise<Desk> {
  const desk = await openWizard(view);
  await stepScreen(view).whenReady();
  await flushPromises();
  return desk;
}

const title = ({ page }: Desk) => page.find('h1').text();
const labels = ({ page }: Desk) => page.findAll('label').map((one) => one.text());
const isMasked = (desk: Desk, name: string) => desk.input(name).attributes('type') === 'password';

describe('the security question', () => {
  const tooShort = message('Too short', {
    key: 'securityQuestion.answer.tooShort.arg',
    params: ['4'],
  });
  const answer = field('credentials.answer', {
    label: 'Answer',
    control: 'password',
    isSecret: true,
  });
  const predefined = option('0', {
    label: 'Choose a security question',
    fields: [
      field('credentials.questionKey', {
        label: 'Choose a security question',
        control: 'select',
        options: [
          option('disliked_food', { label: 'Which food did you dislike?' }),
          option('first_award', { label: 'What was your first award?' }),
        ],
      }),
      answer,
    ],
  });
  const own = option('1', {
    label: 'Create my own security question',
    fields: [field('credentials.question', { label: 'Create a security question' }), answer],
  });
  const refused = (one: typeof own) => ({
    ...one,
    fields: one.fields.map((each) => ({ ...each, messages: each.isSecret ? [tooShort] : [] })),
  });
  const view = (...options: (typeof own)[]) =>
    enrollment('security_question', {
      fields: [field('credentials', { control: 'choice', options })],
    });

  it("offers the org's questions first, in the org's words", async () => {
    const desk = await open(view(predefined, own));
    expect(title(desk)).toBe('Set up a security question');
    expect(labels(desk)).toEqual(['Choose a question', 'Write my own', 'Question', 'Answer']);
    expect(desk.page.text()).toContain('Which food did you dislike?');
    await desk.input('credentials.questionKey').setValue('first_award');
    await desk.input('credentials.answer').setValue('a spoon');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      credentials: '0',
      'credentials.questionKey': 'first_award',
      'credentials.answer': 'a spoon',
    });
  });

  it('takes a question of one’s own', async () => {
    const desk = await open(view(predefined, own));
    await desk.page.find('[name="credentials"][value="1"]').setValue();
    await desk.input('credentials.question').setValue('Why?');
    await desk.input('credentials.answer').setValue('because');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      credentials: '1',
      'credentials.question': 'Why?',
      'credentials.answer': 'because',
    });
  });

  it('hides the answer until it is to be seen', async () => {
    const desk = await open(view(predefined, own));
    expect(isMasked(desk, 'credentials.answer')).toBe(true);
    await desk.button('Show').trigger('click');
    expect(isMasked(desk, 'credentials.answer')).toBe(false);
  });

  it('shows the errors of the chosen kind only, though the org gives them for both', async () => {
    const desk = await open(view(predefined, own));
    await desk.page.find('[name="credentials"][value="1"]').setValue();
    await desk.push({ ...view(refused(predefined), refused(own)), serial: 2 });
    expect(desk.page.findAll('.summary li')).toHaveLength(1);
    expect(desk.page.find<HTMLInputElement>('[value="1"]').element.checked).toBe(true);
    expect(desk.input('credentials.question').exists()).toBe(true);
    expect(desk.page.text()).toContain('at least 4 characters');
  });

  it('begins with the kind that was refused', async () => {
    const desk = await open(view(predefined, refused(own)));
    expect(desk.page.find<HTMLInputElement>('[value="1"]').element.checked).toBe(true);
  });

  it('has the only kind chosen already', async () => {
    const desk = await open(view(own));
    expect(labels(desk)).toEqual(['Write my own', 'Your question', 'Answer']);
    expect(desk.page.find<HTMLInputElement>('[name="credentials"]').element.checked).toBe(true);
  });
});

describe('an authenticator app', () => {
  const picture = 'data:image/png;base64,AAAA';
  const secret = 'JBSWY3DPEHPK3PXP';
  const totp = (
    given: { qrCode: string | null; sharedSecret: string | null },
    key = 'google_otp',
  ) =>
    enrollment(key, {
      authenticator: authenticator(key, { displayName: 'Google Authenticator' }),
      fields: [code],
      detail: { kind: 'totp', ...given },
    });

  it('shows the picture, the key and the code box on one page', async () => {
    const desk = await open(totp({ qrCode: picture, sharedSecret: secret }));
    const image = desk.page.find('img');
    expect(image.attributes('src')).toBe(picture);
    expect(image.attributes('alt')).not.toBe('');
    const groups = desk.page.findAll('code span').map((one) => one.text());
    expect(groups).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP']);
    expect(desk.page.find('code').text()).toBe(secret);
    await desk.input('credentials.passcode').setValue('123456');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'credentials.passcode': '123456' });
  });

  it('copies the key in one piece', async () => {
    const desk = await open(totp({ qrCode: picture, sharedSecret: secret }));
    const copy = desk.page.findComponent(CopyButton);
    expect(copy.attributes('aria-label')).toBe('Copy the key');
    expect(copy.props('text')).toBe(secret);
  });

  it('makes do with the key', async () => {
    const desk = await open(totp({ qrCode: null, sharedSecret: secret }));
    expect(desk.page.find('img').exists()).toBe(false);
    expect(desk.page.text()).toContain('Enter this key');
    expect(desk.page.text()).not.toContain("Can't scan");
  });

  it('of a kind nobody foresaw has the same page', async () => {
    const desk = await open(totp({ qrCode: picture, sharedSecret: null }, 'acme_otp'));
    expect(desk.page.find('img').exists()).toBe(true);
    expect(title(desk)).toBe('Set up Google Authenticator');
  });
});

describe('a passkey', () => {
  const passkey = (isAvailable: boolean, given: Partial<StepView> = {}) =>
    enrollment('webauthn', { detail: { kind: 'passkey', isAvailable }, ...given });
  const promotion = (isAvailable: boolean) =>
    passkey(isAvailable, {
      step: 'enroll-authenticator-promotion',
      actions: [action('submit', 'submit'), action('skip', 'skip')],
    });

  it('is made with one button, and a word about the other window meanwhile', async () => {
    const desk = await open(passkey(true));
    let finish = () => {};
    desk.answer(new Promise((resolve) => (finish = () => resolve(passkey(true)))));
    await desk.page.find('form').trigger('submit');
    expect(desk.page.text()).toContain('Follow the instructions in the other window.');
    expect(desk.sent).toEqual([{ view: 1, action: 'submit', values: {} }]);
    finish();
    await flushPromises();
    expect(desk.page.text()).not.toContain('Follow the instructions');
  });

  it('does not call the org slow while the person is busy in the other window', async () => {
    vi.useFakeTimers();
    try {
      const desk = await openWizard(passkey(true));
      await vi.runOnlyPendingTimersAsync();
      desk.answer(new Promise(() => {}));
      await desk.page.find('form').trigger('submit');
      await vi.advanceTimersByTimeAsync(20_000);
      expect(desk.page.text()).toContain('Follow the instructions in the other window.');
      expect(desk.page.text()).not.toContain('longer than usual');
    } finally {
      vi.useRealTimers();
    }
  });

  it('cannot be made in every edition, which says who can', async () => {
    const desk = await open(passkey(false));
    expect(desk.page.find('form').exists()).toBe(false);
    expect(desk.page.text()).toContain('an administrator can give you another way');
    await desk.button('Choose another method').trigger('click');
    expect(desk.sent[0]?.action).toBe('show:select-authenticator-enroll');
  });

  it('is suggested with three short answers, and can wait', async () => {
    const desk = await open(promotion(true));
    expect(desk.page.findAll('dt').map((one) => one.text())).toEqual([
      'Why?',
      'What is it?',
      'Where is it saved?',
    ]);
    const buttons = desk.page.findAll('.step button').map((one) => one.text());
    expect(buttons.filter((text) => text.includes('Maybe later'))).toHaveLength(1);
    await desk.button('Maybe later').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('that is suggested but cannot be made can wait as well', async () => {
    const desk = await open(promotion(false));
    expect(desk.page.find('form').exists()).toBe(false);
    await desk.button('Maybe later').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });
});

describe('a YubiKey', () => {
  it('types into a box that has the focus and takes letters', async () => {
    const label = 'Insert then tap your YubiKey';
    const desk = await open(enrollment('yubikey_token', { fields: [{ ...code, label }] }));
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
    const desk = await open(view);
    expect(title(desk)).toBe('Set up Token of the ministry');
    expect(labels(desk)).toEqual(['User name', 'Code']);
    expect(isMasked(desk, 'credentials.passcode')).toBe(true);
    await desk.input('credentials.passcode').setValue('1234567890');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'credentials.clientData': 'mira',
      'credentials.passcode': '1234567890',
    });
  });

  it('asks for the next code in an empty box', async () => {
    const desk = await open(view);
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
    const desk = await open(enrollment('symantec_vip', { fields }));
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
    const desk = await open(view);
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
    const desk = await open(view);
    await desk.input('credentials.passcode').setValue(typed);
    expect((desk.input('credentials.passcode').element as HTMLInputElement).value).toBe(digits);
  });
});

describe('a method that cannot be finished here', () => {
  it.each([
    ['duo', 'ended', 'Duo has shut down the service'],
    ['custom_otp', 'administrator', 'Only an administrator of your organization'],
    ['custom_app', 'administrator', 'Only an administrator of your organization'],
    ['tac', 'administrator', 'Only an administrator of your organization'],
  ] as const)('says why: %s', async (key, unavailable, reason) => {
    const named = authenticator(key, { displayName: 'Acme', unavailable });
    const desk = await open(enrollment(key, { authenticator: named }));
    expect(title(desk)).toBe('Acme cannot be set up here');
    expect(desk.page.text()).toContain(reason);
    expect(desk.page.find('form').exists()).toBe(false);
    const back = desk.button('Choose another method');
    expect(back.classes('primary')).toBe(true);
    await back.trigger('click');
    expect(desk.sent[0]?.action).toBe('show:select-authenticator-enroll');
  });

  it('can be left out where the org allows that', async () => {
    const named = authenticator('duo', { displayName: 'Acme', unavailable: 'ended' });
    const actions = [action('submit', 'submit'), action('skip', 'skip')];
    const desk = await open(enrollment('duo', { authenticator: named, actions }));
    await desk.button('Go on without it').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('gets a form where the org can do it another way', async () => {
    const desk = await openWizard(enrollment('duo', { fields: [code] }));
    expect(desk.page.find('form').exists()).toBe(true);
  });
});
