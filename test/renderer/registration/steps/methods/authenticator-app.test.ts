import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import CopyButton from '../../../../../renderer/components/CopyButton.vue';
import { action, authenticator, field, stepView } from '../../views';
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
    const desk = await openScreen(totp({ qrCode: picture, sharedSecret: secret }));
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
    const desk = await openScreen(totp({ qrCode: picture, sharedSecret: secret }));
    const copy = desk.page.findComponent(CopyButton);
    expect(copy.attributes('aria-label')).toBe('Copy the key');
    expect(copy.props('text')).toBe(secret);
  });

  it('makes do with the key', async () => {
    const desk = await openScreen(totp({ qrCode: null, sharedSecret: secret }));
    expect(desk.page.find('img').exists()).toBe(false);
    expect(desk.page.text()).toContain('Enter this key');
    expect(desk.page.text()).not.toContain("Can't scan");
  });

  it('of a kind nobody foresaw has the same page', async () => {
    const desk = await openScreen(totp({ qrCode: picture, sharedSecret: null }, 'acme_otp'));
    expect(desk.page.find('img').exists()).toBe(true);
    expect(title(desk)).toBe('Set up: Google Authenticator');
  });
});
