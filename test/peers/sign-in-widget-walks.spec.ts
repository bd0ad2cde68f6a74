import { expect, test, type Page } from '@playwright/test';
import type { PolicyInput } from '../../main/practice-org/policy/schema';
import type { TestOrg } from '../unit/practice-org/practice';
import { expectSignedIn, showWidget, type Widget } from './widget';
import { listen, walk } from './walk';

const noMethods = {
  authenticators: { okta_password: 'off', okta_email: 'off', phone_number: 'off' },
} as const satisfies PolicyInput;

const password = ['enroll-authenticator okta_password', 'select-authenticator-enroll'];
const email = ['enroll-authenticator okta_email', 'select-authenticator-enroll'];
const phone = ['authenticator-enrollment-data phone_number', 'enroll-authenticator phone_number'];
const begin = ['identify', 'enroll-profile'];
const methods = [...begin, 'select-authenticator-enroll', ...password];

interface Case {
  readonly policy: PolicyInput;
  readonly steps: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'with the default policy': { policy: {}, steps: [...methods, ...email, ...phone] },
  'with a mail that waits to be asked for': {
    policy: { emailDataFirst: true },
    steps: [...methods, 'authenticator-enrollment-data okta_email', ...email, ...phone],
  },
  'with codes of letters and digits': {
    policy: { codeFormat: 'alphanumeric', codeLength: 10 },
    steps: [...methods, ...email, ...phone],
  },
  'with consent to everything': {
    policy: { ...noMethods, consent: 'all' },
    steps: [...begin, 'consent'],
  },
  'with consent to single scopes': {
    policy: { ...noMethods, consent: 'granular' },
    steps: [...begin, 'granular-consent'],
  },
  'with hCaptcha': { policy: { ...noMethods, captcha: 'hcaptcha' }, steps: begin },
  'with reCAPTCHA': { policy: { ...noMethods, captcha: 'recaptcha' }, steps: begin },
  'with ALTCHA': { policy: { ...noMethods, captcha: 'altcha' }, steps: begin },
};

/** What no version but the newest has, or what stops the older one wherever it meets it, is left out. */
const olderCase: Case = {
  policy: {
    emailDataFirst: true,
    codeFormat: 'alphanumeric',
    captcha: 'hcaptcha',
    consent: 'granular',
    // Version 7.20 takes the dots of scopes for paths, and stops where one name begins another.
    consentScopes: [{ name: 'calendar', label: 'View your calendar.' }],
  },
  steps: [
    ...methods,
    'authenticator-enrollment-data okta_email',
    ...email,
    ...phone,
    'granular-consent',
  ],
};

async function signUp(page: Page, { policy, steps }: Case, widget: Widget): Promise<void> {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  const latest = listen(page);
  const org = await showWidget(page, policy, widget);
  if (policy.captcha === 'recaptcha') await standInForGoogle(page, org);
  const taken: string[] = [];
  await walk({ page, org, steps: taken }, latest);
  await expectSignedIn(page, org);
  expect(taken).toEqual(steps);
  expect(problems).toEqual([]);
}

/** The third generation takes reCAPTCHA's script from Google whatever it is told. */
async function standInForGoogle(page: Page, { origin }: TestOrg): Promise<void> {
  await page.route('https://www.google.com/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const path = pathname === '/recaptcha/api.js' ? '/practice/captcha/api.js' : pathname;
    await route.fulfill({ response: await route.fetch({ url: `${origin}${path}${search}` }) });
  });
}

for (const generation of [2, 3] as const) {
  test.describe(`the widget’s generation ${generation} signs a person up`, () => {
    for (const [name, wanted] of Object.entries(cases)) {
      test(name, ({ page }) =>
        signUp(page, wanted, { package: '@okta/okta-signin-widget', generation }),
      );
    }
    test('in version 7.20', ({ page }) =>
      signUp(page, olderCase, { package: 'widget-7.20', generation }));
  });
}
