import { expect, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import {
  goodPassword,
  type Json,
  list,
  remediations,
  type TestOrg,
} from '../unit/practice-org/practice';

/** A person who walks through a widget, whatever its generation, by what the org answered last. */
export interface Walk {
  readonly page: Page;
  readonly org: TestOrg;
  /** The names of the steps so far, a method's with its key. */
  readonly steps: string[];
}

/** What the authenticator app of the practice phone shows. */
const AppEntries = v.array(v.object({ login: v.string(), code: v.string() }));

export const usualMethods: ReadonlySet<string> = new Set([
  'okta_password',
  'okta_email',
  'phone_number',
]);

const profile: Readonly<Record<string, string>> = {
  firstName: 'Katherine',
  lastName: 'Johnson',
  email: 'katherine@example.com',
};

/** Both generations call a field what the form calls it. */
const field = (page: Page, path: string) =>
  page.locator(`input[name="${path}"], textarea[name="${path}"], select[name="${path}"]`).first();

const fill = (target: Locator, value: string) => target.fill(value, { timeout: 1_500 });
const click = (target: Locator) => target.click({ timeout: 1_500 });

/** `data-se` in the third generation, a submit input in the second. */
const save = (page: Page) =>
  click(
    page.locator('button[data-se="save"], input[data-type="save"], [data-type="save"]').first(),
  );

/** The third generation marks most methods with their keys, and words the button of each. */
const choose = (page: Page, key: string, name: string) =>
  click(
    page
      .locator(`[data-se="${key}"] .button, button:has([data-se="${key}"])`)
      .or(page.getByRole('button', { name: `Set up ${name}` }))
      .first(),
  );

/** What a person does at a step; each may be done again where a widget was not ready for it. */
export async function act(
  walk: Walk,
  name: string,
  answer: Json,
  settable: ReadonlySet<string>,
): Promise<void> {
  // A page of the org was opened, and its answer went with the page of the widget.
  if (isAtProvider(walk.page)) return click(walk.page.locator('button[value="continue"]'));
  if (name === 'select-authenticator-enroll') return chooseNext(walk, answer, settable);
  const known = actions[name];
  if (known) return known(walk, answer);
  // What is unknown has nothing to fill in.
  return save(walk.page);
}

async function sendCode({ page, org }: Walk, channel: string): Promise<void> {
  await expect.poll(() => org.mail().some((message) => message.channel === channel)).toBe(true);
  await fill(field(page, 'credentials.passcode'), org.latest(channel).code ?? '');
  await save(page);
}

async function chooseNext({ page }: Walk, answer: Json, settable: ReadonlySet<string>) {
  const listed = (part: string) => list(answer[part]?.['value']);
  const enrolled = listed('authenticatorEnrollments').map(({ key }) => String(key));
  const next = listed('authenticators').find(
    ({ key }) => settable.has(String(key)) && !enrolled.includes(String(key)),
  );
  if (next) return choose(page, String(next['key']), String(next['displayName']));
  const canSkip = remediations(answer).some(({ name }) => String(name) === 'skip');
  expect(canSkip, 'the list cannot be left').toBe(true);
  await click(
    page
      .locator('[data-se="skip"], .skip-all, [data-type="save"]')
      .or(page.getByRole('button', { name: 'Continue' }))
      .first(),
  );
}

/** Where a method needs the person's phone or the page of a provider, its other side is played here. */
async function enterTotp({ page, org }: Walk): Promise<void> {
  const code = field(page, 'credentials.passcode');
  if (!(await code.isVisible()))
    await click(
      page
        .getByRole('link', { name: 'Next' })
        .or(page.getByRole('button', { name: 'Next' }))
        .first(),
    );
  const [entry] = v.parse(AppEntries, JSON.parse((await org.get('/practice/admin/totp')).text));
  await fill(code, entry?.code ?? '');
  await click(
    page
      .getByRole('link', { name: 'Verify' })
      .or(page.getByRole('button', { name: 'Verify' }))
      .first(),
  );
}

async function approve({ org }: Walk): Promise<void> {
  await org.postJson('/practice/admin/okta-verify/approve', {});
}

const isAtProvider = (page: Page) =>
  /^\/(sso\/idps|idp\/identity-verification)/.test(new URL(page.url()).pathname);

/** The third generation has a link for it. */
const leave = ({ page }: Walk) =>
  click(
    page
      .locator('[data-se="save"], [data-type="save"]')
      .or(page.getByRole('button', { name: /^(Continue|Enroll)$/ }))
      .or(page.getByRole('link', { name: 'Continue' }))
      .first(),
  );

const enter =
  (values: Readonly<Record<string, string>>) =>
  async ({ page }: Walk) => {
    for (const [name, value] of Object.entries(values)) {
      await fill(field(page, `credentials.${name}`), value);
    }
    await save(page);
  };

async function fillProfile({ page }: Walk, answer: Json): Promise<void> {
  const [form] = remediations(answer);
  const [userProfile] = list(form?.['value']);
  for (const { name, required } of list(userProfile?.['form']?.['value'])) {
    const value = profile[String(name)];
    if (value === undefined && !required) continue;
    await fill(field(page, `userProfile.${String(name)}`), value ?? 'chess');
  }
  const wantsPassword = list(form?.['value']).some(({ name }) => String(name) === 'credentials');
  if (wantsPassword) await fill(field(page, 'credentials.passcode'), goodPassword);
  await save(page);
  if (!answer['captcha']) return;
  const person = page.getByRole('button', { name: 'I am a person' });
  if (await person.isVisible().catch(() => false)) await click(person);
  else await person.click({ timeout: 1_500 }).catch(() => {});
}

const allow = ({ page }: Walk) => click(page.getByRole('button', { name: 'Allow Access' }));

const actions: Readonly<Record<string, (walk: Walk, answer: Json) => Promise<void>>> = {
  identify: ({ page }) => click(page.locator('[data-se="enroll"]').first()),
  'enroll-profile': fillProfile,
  'enroll-profile okta_password': fillProfile,
  'profile-update': ({ page }) => save(page),
  async 'enroll-authenticator okta_password'({ page }) {
    await fill(field(page, 'credentials.passcode'), goodPassword);
    await fill(field(page, 'confirmPassword'), goodPassword);
    await save(page);
  },
  async 'authenticator-enrollment-data okta_email'({ page }) {
    await save(page);
  },
  async 'enroll-authenticator okta_email'(walk) {
    // With a link in the mail the second generation shows the field only to who asks for it.
    const link = walk.page
      .locator(
        '.enter-auth-code-instead-link, [data-se="enter-code-instead"], button:has-text("Enter a verification code instead")',
      )
      .first();
    if (!(await field(walk.page, 'credentials.passcode').isVisible()) && (await link.isVisible())) {
      await click(link);
    }
    await sendCode(walk, 'email');
  },
  async 'authenticator-enrollment-data phone_number'({ page }) {
    await fill(
      page.locator('input[type="tel"], input[name="authenticator.phoneNumber"]').first(),
      '2025550123',
    );
    await save(page);
  },
  'enroll-authenticator phone_number': (walk) => sendCode(walk, 'sms'),
  'enroll-authenticator google_otp': enterTotp,
  'enroll-poll okta_verify': approve,
  'enroll-poll nfc_pin': approve,
  'enroll-authenticator security_question': enter({ answer: 'a bicycle' }),
  'enroll-authenticator yubikey_token': enter({ passcode: 'c'.repeat(44) }),
  'enroll-authenticator rsa_token': enter({ passcode: '123456' }),
  'enroll-authenticator onprem_mfa': enter({ passcode: '123456' }),
  'enroll-authenticator symantec_vip': enter({
    credentialId: 'VSMT12345678',
    passcode: '123456',
    nextPasscode: '654321',
  }),
  async 'enroll-authenticator nfc_pin'({ page }) {
    await fill(field(page, 'credentials.passcode'), '4711');
    await fill(page.getByLabel('Re-enter PIN'), '4711');
    await save(page);
  },
  'redirect-idp external_idp': leave,
  'redirect-idp smart_card_idp': leave,
  'redirect-idverify': leave,
  /** The widget asks again by itself. */
  poll: async () => {},
  'device-assurance-grace-period': ({ page }) => click(page.getByText(/continue to app/i).first()),
  'keep-me-signed-in': ({ page }) =>
    click(page.getByText('Stay signed in', { exact: true }).first()),
  consent: allow,
  'granular-consent': allow,
};
