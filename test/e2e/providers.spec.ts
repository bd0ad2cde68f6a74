import { hasNoViolations } from './axe';
import { expect, test } from './browser-desk';

const google = (outcome: string) => ({
  identityProviders: [{ type: 'GOOGLE', name: 'Google', outcome }],
});

test.describe('a provider that vouches for a person', () => {
  test.use({ policy: google('completes') });
  test('ends the sign-up in the app, from the browser', async ({
    desk: { wizard, app },
    systemBrowser,
    browser,
  }) => {
    await wizard.start();
    await wizard.isAt('enroll-profile');
    await wizard.button(/Google/).click();
    const address = await systemBrowser.opened();
    await expect(wizard.step).toContainText(/in your browser/i);
    await hasNoViolations(wizard.page);
    const elsewhere = await browser.newPage();
    await elsewhere.goto(address);
    await elsewhere.getByRole('button').first().click();
    await wizard.isAt('success');
    expect(new URL(elsewhere.url()).pathname).toBe('/callback');
    expect(app.log()).not.toContain(new URL(address).searchParams.get('stateToken'));
    await elsewhere.close();
  });
});

test.describe('a provider after which the org has more to ask', () => {
  test.use({ policy: google('needs-more') });
  test('leads back to the next step', async ({ desk: { wizard }, systemBrowser, browser }) => {
    await wizard.start();
    await wizard.button(/Google/).click();
    const elsewhere = await browser.newPage();
    await elsewhere.goto(await systemBrowser.opened());
    await elsewhere.getByRole('button').first().click();
    await wizard.isAt('select-authenticator-enroll');
    await elsewhere.close();
  });
});

test.describe('a browser that cannot come back', () => {
  // Nothing listens there.
  test.use({
    policy: google('needs-more'),
    managed: { redirectUri: 'http://127.0.0.1:9/callback' },
  });
  test('is left by the person, who says that they are done', async ({
    desk: { wizard },
    systemBrowser,
    browser,
  }) => {
    await wizard.start();
    await wizard.button(/Google/).click();
    const elsewhere = await browser.newPage();
    await elsewhere.goto(await systemBrowser.opened());
    await elsewhere.getByRole('button').first().click();
    await wizard.button(/done there/i).click();
    await wizard.isAt('select-authenticator-enroll');
    await elsewhere.close();
  });
});

test.describe('a provider that lets nobody in', () => {
  test.use({ policy: google('fails') });
  test('is explained, and the form can be filled in instead', async ({
    desk: { wizard },
    systemBrowser,
    browser,
  }) => {
    await wizard.start();
    await wizard.button(/Google/).click();
    const elsewhere = await browser.newPage();
    await elsewhere.goto(await systemBrowser.opened());
    await elsewhere.getByRole('button').first().click();
    await expect(wizard.page.getByRole('alert').first()).toContainText(/provider/i);
    await elsewhere.close();
  });
});

test.describe('an identity that has to be verified', () => {
  test.use({ policy: { identityVerification: { vendor: 'Persona' } } });
  test('is verified in the browser, and the sign-up goes on', async ({
    desk: { wizard },
    systemBrowser,
    browser,
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    await expect(wizard.step).toHaveAttribute('data-step', /redirect-idverify|select-auth/);
    while ((await wizard.step.getAttribute('data-step')) !== 'redirect-idverify') {
      await wizard.choose('Password');
      await wizard.createPassword();
      await wizard.confirmEmail();
      await wizard.isAt('select-authenticator-enroll');
      await wizard.skip();
      await expect(wizard.step).not.toHaveAttribute('data-step', 'select-authenticator-enroll');
    }
    await expect(wizard.step).toContainText('Persona');
    await wizard.button(/in the browser/).click();
    const elsewhere = await browser.newPage();
    await elsewhere.goto(await systemBrowser.opened());
    await elsewhere.getByRole('button').first().click();
    await expect(wizard.step).not.toHaveAttribute('data-step', 'redirect-idverify');
    await elsewhere.close();
  });
});
