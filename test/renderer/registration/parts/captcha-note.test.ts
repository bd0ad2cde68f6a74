import { describe, expect, it } from 'vitest';
import { field, stepView } from '../views';
import { openScreen } from '../wizard';

describe('a captcha', () => {
  const form = stepView({ fields: [field('userProfile.email')] });

  it.each([
    ['altcha', 'short calculation'],
    ['hcaptcha', 'hCaptcha keeps robots out'],
    ['recaptcha', 'reCAPTCHA keeps robots out'],
    ['unknown', 'a window may open'],
  ] as const)('is announced before the form is sent: %s', async (kind, words) => {
    const { page } = await openScreen({ ...form, captcha: { kind, isAvailable: true } });
    expect(page.get('form [data-captcha]').text()).toContain(words);
    expect(page.find('form .notice').exists()).toBe(false);
  });

  it('that cannot be shown is explained, and the form can be sent all the same', async () => {
    const desk = await openScreen({ ...form, captcha: { kind: 'recaptcha', isAvailable: false } });
    expect(desk.page.get('form .notice').text()).toContain('ask an administrator');
    await desk.input('userProfile.email').setValue('mira@example.com');
    await desk.send();
    expect(desk.sent).toHaveLength(1);
  });
});
