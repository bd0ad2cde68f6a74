import { hasNoViolations } from './axe';
import { expect, press, scene, test } from './browser-desk';

test.describe('ALTCHA', () => {
  test.use({ policy: { captcha: 'altcha' } });
  test('is solved while the form is sent', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.isAt('select-authenticator-enroll');
  });
});

for (const captcha of ['hcaptcha', 'recaptcha']) {
  test.describe(captcha, () => {
    test.use({ policy: { captcha } });
    test('is solved on a page of the org', async ({ desk: { wizard, app }, follow }) => {
      await wizard.start();
      await wizard.sendProfile();
      const page = await follow();
      await expect(scene(page, 'working')).toContainText(/hCaptcha|reCAPTCHA/);
      await hasNoViolations(page);
      await press(page, 'I am a person');
      await expect(scene(page, 'sent')).toContainText('go back to Frontdesk');
      await wizard.isAt('select-authenticator-enroll');
      expect(app.log()).not.toContain(new URL(page.url()).searchParams.get('ticket'));
    });
  });
}

test.describe('a captcha that is not solved', () => {
  test.use({ policy: { captcha: 'hcaptcha' } });

  test('keeps the form as it is, to be sent again', async ({ desk: { wizard }, follow }) => {
    await wizard.start();
    await wizard.sendProfile();
    await press(await follow(), 'Cancel');
    await wizard.isAt('enroll-profile');
    await expect(wizard.field('userProfile.email')).toHaveValue('ada@example.com');
    await wizard.button('Continue').click();
    await press(await follow(), 'I am a person');
    await wizard.isAt('select-authenticator-enroll');
  });

  test('is given up by closing its page, not by loading it anew', async ({
    desk: { wizard },
    follow,
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    const page = await follow();
    await page.reload();
    await expect(scene(page, 'working')).toBeVisible();
    await page.close({ runBeforeUnload: true });
    await expect(wizard.step).toContainText('closed too early', { timeout: 20_000 });
    await expect(wizard.button('Continue')).toBeEnabled();
  });

  test('can be tried again on its page', async ({ desk: { wizard }, follow }) => {
    await wizard.start();
    await wizard.sendProfile();
    const page = await follow();
    await page.route('**/practice/captcha/token', (route) => route.abort());
    await press(page, 'I am a person');
    await expect(scene(page, 'stopped')).toContainText('did not work');
    await hasNoViolations(page);
    await page.unroute('**/practice/captcha/token');
    await press(page, 'Try again');
    await press(page, 'I am a person');
    await wizard.isAt('select-authenticator-enroll');
  });

  test('leaves a page that is of no more use', async ({ desk: { wizard }, follow }) => {
    await wizard.start();
    await wizard.sendProfile();
    const page = await follow();
    await press(page, 'I am a person');
    await wizard.isAt('select-authenticator-enroll');
    await page.reload();
    await expect(scene(page, 'gone')).toBeVisible();
    await hasNoViolations(page);
  });
});
