import { expect, test, type Page } from '@playwright/test';
import { presets } from '../../main/practice-org/policy/presets';
import { authenticatorKeys, type PolicyInput } from '../../main/practice-org/policy/schema';
import type { TestOrg } from '../unit/practice-org/practice';
import { expectSignedIn, showWidget, type Widget } from './widget';
import { listen, walk } from './walk';
import { usualMethods } from './walk-steps';

const noMethods = {
  authenticators: { okta_password: 'off', okta_email: 'off', phone_number: 'off' },
} as const satisfies PolicyInput;

const password = ['enroll-authenticator okta_password'];
const email = ['enroll-authenticator okta_email'];
const phone = ['authenticator-enrollment-data phone_number', 'enroll-authenticator phone_number'];
const begin = ['identify', 'enroll-profile'];
const methods = [...begin, ...password];

interface Case {
  readonly policy: PolicyInput;
  readonly steps: readonly string[];
  /** Besides the usual ones. */
  readonly methods?: ReadonlySet<string>;
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
  'that asks for a password or a phone': {
    policy: presets['password-or-phone'],
    steps: [...methods, ...email, ...phone],
  },
  'by e-mail alone': {
    policy: presets['email-only'],
    steps: [...begin, ...email, 'enroll-authenticator okta_password'],
  },
  'with the password on the page for the profile': {
    policy: presets['password-on-profile'],
    steps: ['identify', 'enroll-profile okta_password', ...email, ...phone],
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

/**
 * Passkeys are made for the origin of the org, which a page of another origin cannot do. The others that are left out
 * can be set up nowhere here.
 */
const settable = new Set<string>(
  authenticatorKeys.filter(
    (key) => !['webauthn', 'duo', 'custom_otp', 'custom_app', 'tac'].includes(key),
  ),
);

const everything: Case = {
  policy: { ...presets.everything, pollSeconds: 1, safeModePolls: 2 },
  methods: settable,
  steps: [
    ...begin,
    'poll',
    ...password,
    ...email,
    ...phone,
    'enroll-poll okta_verify',
    'enroll-authenticator google_otp',
    'enroll-authenticator security_question',
    'enroll-authenticator yubikey_token',
    'enroll-authenticator rsa_token',
    'enroll-authenticator onprem_mfa',
    'enroll-authenticator symantec_vip',
    'enroll-poll nfc_pin',
    'enroll-authenticator nfc_pin',
    'enroll-profile',
    'profile-update',
    'device-assurance-grace-period',
    'granular-consent',
    'keep-me-signed-in',
  ],
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

async function signUp(page: Page, wanted: Case, widget: Widget): Promise<void> {
  const { policy, steps, methods: all = usualMethods } = wanted;
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  const latest = listen(page);
  const org = await showWidget(page, policy, widget);
  if (policy.captcha === 'recaptcha') await standInForGoogle(page, org);
  const taken: string[] = [];
  await walk({ page, org, steps: taken }, latest, all);
  await expectSignedIn(page, org);
  // The list comes between methods, and what leads the browser away may be gone before it is read.
  const isNotable = (step: string) => !/^(select-authenticator-enroll|redirect-)/.test(step);
  expect(taken.filter(isNotable)).toEqual(steps.filter(isNotable));
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
    test('with every page and method there is', async ({ page }) => {
      test.slow();
      await signUp(page, everything, { package: '@okta/okta-signin-widget', generation });
    });
    test('in version 7.20', ({ page }) =>
      signUp(page, olderCase, { package: 'widget-7.20', generation }));
  });
}
