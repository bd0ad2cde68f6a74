import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { hasNoViolations } from './axe';
import { expect, test } from './desk';

/** The ten that most orgs begin with, what a person is told, and where an administrator mends it. */
const likeliest: readonly (readonly [Misconfiguration, title: string, where: string])[] = [
  [
    'sign-up-not-allowed',
    'This organization does not offer sign-up',
    'Security > User Profile Policies > [policy] > Enrollment',
  ],
  [
    'app-not-assigned',
    'This organization does not offer sign-up',
    'Applications > Applications > [app] > Assignments',
  ],
  [
    'interaction-code-off',
    'Sign-up from apps is turned off',
    'Settings > Account > Embedded widget sign-in support',
  ],
  [
    'grant-not-on-app',
    'Sign-up from apps is turned off',
    'Applications > Applications > [app] > General > Grant type > Advanced',
  ],
  [
    'grant-not-in-access-policy',
    'The organization is not fully set up',
    'Security > API > Authorization Servers > [server] > Access Policies',
  ],
  [
    'no-api-access-management',
    'The organization was not found',
    'Settings of Frontdesk > Advanced > Issuer',
  ],
  [
    'web-app',
    'This app is registered as the wrong type',
    'Applications > Applications > Create App Integration',
  ],
  [
    'client-unknown',
    'The organization does not know this app',
    'Settings of Frontdesk > Client ID',
  ],
  [
    'redirect-uri-missing',
    'The return address is not allowed',
    'Applications > Applications > [app] > General > Sign-in redirect URIs',
  ],
  [
    'scope-not-configured',
    'The organization refuses what the app asks for',
    'Security > API > Authorization Servers > [server] > Scopes',
  ],
];

/** Okta's own sentences, which say nothing to a person. */
const sentences =
  /isn't enabled|not enabled in this environment|provided grant type|No client credentials|'client_id'|'redirect_uri'|One or more scopes|not allowed to access this app/;

for (const [misconfiguration, title, where] of likeliest) {
  test.describe(misconfiguration, () => {
    test.use({ policy: { misconfigurations: [misconfiguration] } });

    test('ends a sign-up on a page that names the remedy', async ({ page, desk: { app } }) => {
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const remedy = page.getByRole('region', { name: 'For the administrator' });
      // Folded away where another cause is likelier.
      for (const folded of await remedy.locator('summary').all()) await folded.click();
      await expect(remedy).toContainText(where);
      await expect(remedy.locator('ol li').first()).not.toBeEmpty();

      for (const notice of await page.locator('[role="alert"], .notice').allInnerTexts()) {
        expect(notice).not.toMatch(sentences);
      }
      await hasNoViolations(page);
      await remedy.getByRole('button', { name: 'Check readiness' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check readiness');
      expect(app.log()).not.toContain('readiness.desk-not-ready');
    });
  });
}
