import { expect, type Locator, type Page, type Response } from '@playwright/test';
import {
  goodPassword,
  type Json,
  list,
  messageKeys,
  remediations,
  type TestOrg,
} from '../unit/practice-org/practice';
import { asJson } from './as-json';
import { signedIn } from './widget';

/** A person who walks through a widget, whatever its generation, by what the org answered last. */
export interface Walk {
  readonly page: Page;
  readonly org: TestOrg;
  /** The names of the steps so far, a method's with its key. */
  readonly steps: string[];
}

const profile: Readonly<Record<string, string>> = {
  firstName: 'Katherine',
  lastName: 'Johnson',
  email: 'katherine@example.com',
};

/** Hears every answer to a sign-up from here on. */
export function listen(page: Page): () => Json {
  let last: Json = {};
  page.on('response', (response: Response) => {
    if (!new URL(response.url()).pathname.startsWith('/idp/idx/')) return;
    response.text().then(
      (text) => (last = asJson(text)),
      () => {},
    );
  });
  return () => last;
}

/** What step an answer is: its first form, and of which method. */
export function stepOf(answer: Json): string {
  if (answer['successWithInteractionCode']) return 'success';
  const names = remediations(answer).map(({ name }) => String(name));
  const key = answer['currentAuthenticator']?.['value']?.['key'];
  return key === undefined || names[0]?.startsWith('select-')
    ? `${names[0]}`
    : `${names[0]} ${String(key)}`;
}

const isAnswer = (answer: Json) => answer['stateHandle'] !== undefined;

/** Changes where the widget has to draw something else. */
function signature(answer: Json): string {
  const enrolled = list(answer['authenticatorEnrollments']?.['value']).map(({ key }) =>
    String(key),
  );
  return JSON.stringify([stepOf(answer), enrolled, messageKeys(answer)]);
}

/** Signs up, to the end; each step is what `stepOf` says. */
export async function walk(walk: Walk, latest: () => Json): Promise<void> {
  const { page, steps } = walk;
  let before = '';
  for (let step = 0; step < 60; step += 1) {
    await expect.poll(() => isAnswer(latest()) && signature(latest()) !== before).toBe(true);
    const answer = latest();
    before = signature(answer);
    const name = stepOf(answer);
    if (name === 'success') break;
    steps.push(name);
    await expect(async () => {
      if (signature(latest()) !== before) return;
      await act(walk, name, answer);
      await expect.poll(() => signature(latest()), { timeout: 4_000 }).not.toBe(before);
    }, name).toPass({ timeout: 25_000 });
  }
  await expect(signedIn(page)).toBeVisible();
}

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

const choose = (page: Page, key: string) =>
  click(
    page
      .locator(
        `[data-se="${key}"] .button, button:has([data-se="${key}"]), a:has([data-se="${key}"])`,
      )
      .first(),
  );

async function act(walk: Walk, name: string, answer: Json): Promise<void> {
  const { page } = walk;
  const known = actions[name];
  if (known) return known(walk, answer);
  // What is unknown has nothing to fill in.
  return save(page);
}

async function sendCode({ page, org }: Walk, channel: string): Promise<void> {
  await expect.poll(() => org.mail().some((message) => message.channel === channel)).toBe(true);
  await fill(field(page, 'credentials.passcode'), org.latest(channel).code ?? '');
  await save(page);
}

const allow = ({ page }: Walk) => click(page.getByRole('button', { name: 'Allow Access' }));

const actions: Readonly<Record<string, (walk: Walk, answer: Json) => Promise<void>>> = {
  identify: ({ page }) => click(page.locator('[data-se="enroll"]').first()),
  async 'enroll-profile'({ page }, answer) {
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
  },
  async 'select-authenticator-enroll'({ page }, answer) {
    const canSkip = remediations(answer).some(({ name }) => String(name) === 'skip');
    const enrolled = list(answer['authenticatorEnrollments']?.['value']).map(({ key }) =>
      String(key),
    );
    const next = list(answer['authenticators']?.['value'])
      .map(({ key }) => String(key))
      .find((key) => methods.has(key) && !enrolled.includes(key));
    if (next !== undefined) return choose(page, next);
    expect(canSkip, 'the list cannot be left').toBe(true);
    await click(
      page
        .locator(
          '[data-se="skip"], [data-se="skip-optional-enrollment"], .skip-all, a:has-text("Continue"), [data-type="save"], button:has-text("Continue")',
        )
        .first(),
    );
  },
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
  consent: allow,
  'granular-consent': allow,
};

const methods = new Set(['okta_password', 'okta_email', 'phone_number']);
