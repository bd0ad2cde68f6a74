import { describe, expect, it } from 'vitest';
import { field, stepView } from '../views';
import { openScreen } from '../wizard';

describe('a captcha', () => {
  const form = stepView({ fields: [field('userProfile.email')] });

  it.each([
    ['altcha', 'short calculation'],
    ['hcaptcha', 'protected by hCaptcha'],
    ['recaptcha', 'protected by reCAPTCHA'],
    ['unknown', 'a window may open'],
  ] as const)('is announced before the form is sent: %s', async (kind, words) => {
    const { page } = await openScreen({ ...form, captcha: { kind, isAvailable: true } });
    expect(page.get('form [data-captcha]').text()).toContain(words);
    expect(page.find('form .notice').exists()).toBe(false);
  });

  it.each([
    ['recaptcha', 'ask an administrator'],
    ['hcaptcha', 'installed desktop app'],
    ['unknown', 'Only an administrator of the organization can change that'],
  ] as const)(
    'that cannot be solved is explained, and nothing offers to send: %s',
    async (kind, words) => {
      const desk = await openScreen({ ...form, captcha: { kind, isAvailable: false } });
      const notice = desk.page.get('form .notice').text();
      expect(notice).toContain('cannot be sent from here');
      expect(notice).toContain(words);
      expect(notice).not.toContain('You can send');
      expect(desk.page.find('[type="submit"]').exists()).toBe(false);
      await desk.input('userProfile.email').setValue('mira@example.com');
      // Enter in the last box.
      await desk.send();
      expect(desk.sent).toHaveLength(0);
    },
  );
});
