import { isDeepStrictEqual } from 'node:util';
import type { Locator } from '@playwright/test';
import type { Desk } from '../desk';
import { landing } from '../fake-answers';
import type { Posted } from '../fake-org';
import { isLink, isPoll, type Reading } from '../reading/answer';
import { expectedBody, withoutUntouched } from '../reading/body';
import { type Form, readForm } from '../reading/form';
import { at, type Loose, words } from '../reading/loose';
import { look } from '../screen';
import { fill, type Filled } from './fill';
import { type Check, until } from './probe';

const nothingTyped = { values: new Map(), options: [], answer: null } satisfies Filled;

/** The answer's actions that ask for nothing post themselves, and leave the page where it is. */
export const checkPlainPosts: Check = async ({ reading, desk }) => {
  const found: string[] = [];
  for (const action of [...reading.siblings, ...reading.extras]) {
    const form = readForm(action);
    if (isLink(action) || form.asked.length > 0 || form.needsToken) continue;
    const name = words(action['name']);
    const button = desk.page.locator(`[data-step] [data-action=${JSON.stringify(name)}]`).first();
    if (!(await button.isVisible())) continue;
    const before = sent(desk, reading).length;
    await button.click();
    await until(
      () => sent(desk, reading).length,
      (count) => count > before,
    );
    const posts = sent(desk, reading).slice(before);
    found.push(...wrongs(name, posts, { reading, action, form, filled: nothingTyped }));
  }
  return found;
};

/** Filled in and sent, the form posts what it is made of and nothing else, where it says. */
export const checkSubmit: Check = async ({ reading, desk }) => {
  const { shown, form, body } = reading;
  if (reading.step === 'terminal' || reading.step === 'success' || isPoll(shown)) return [];
  if (isLink(shown)) return checkOpens(reading, desk);
  const text = JSON.stringify(body);
  const own = pathOf(shown);
  const stay = { status: 200, text };
  desk.org.play({ introspect: stay, post: (path) => (path === own ? landing : stay) });
  const filled = await fill(desk.page, form, reading.authenticator);
  const button = filled.answer ?? sendButton(desk, shown);
  if (form.needsToken) return checkHeldBack(reading, desk, button);
  if (!(await button.isVisible())) return ['no button that sends the form'];
  await button.click();
  const posts = await until(
    () => sent(desk, reading),
    ({ length }) => length > 0,
  );
  if (posts.length === 0) return [`nothing was posted; the page says: ${await complaint(desk)}`];
  await desk.page.locator('[data-step="terminal"]').waitFor();
  return wrongs('the form', sent(desk, reading), { reading, action: shown, form, filled });
};

/** What only a page of the org can give is missing here: nothing is sent, and the page says why. */
async function checkHeldBack(reading: Reading, desk: Desk, button: Locator): Promise<string[]> {
  if (await button.isVisible()) await button.click();
  const isExplained =
    /\b(cannot|can't|can’t|could not|did not|not (available|possible|supported|work)|no longer)\b/i;
  const text = await until(
    async () => (await look(desk.page)).blocks.join('\n'),
    (blocks) => isExplained.test(blocks),
  );
  return [
    ...(sent(desk, reading).length > 0 ? ['the form was posted without its token'] : []),
    ...(isExplained.test(text) ? [] : ['the page does not say why the form cannot be sent']),
  ];
}

/** A page that the answer names is opened in the system's browser, exactly as named. */
async function checkOpens({ shown }: Reading, desk: Desk): Promise<string[]> {
  const button = sendButton(desk, shown);
  if (!(await button.isVisible())) return ['no button that opens the page'];
  const before = (await desk.opened()).length;
  await button.click();
  const opened = await until(desk.opened, ({ length }) => length > before);
  const path = pathOf(shown);
  return opened.slice(before).some((address) => new URL(address).pathname === path)
    ? []
    : [`the button did not open ${path}`];
}

function sendButton({ page }: Desk, { name }: Loose): Locator {
  const own = `[data-step] [data-action=${JSON.stringify(words(name))}]`;
  return page.locator(`[data-step] form button[type="submit"], ${own}`).first();
}

interface Sending {
  readonly reading: Reading;
  readonly action: Loose;
  readonly form: Form;
  readonly filled: Filled;
}

function wrongs(what: string, posts: readonly Posted[], sending: Sending): string[] {
  const { reading, action, form, filled } = sending;
  const [post, ...more] = posts;
  if (!post) return [`${what} posted nothing`];
  const found: string[] = [];
  if (more.length > 0) found.push(`${what} posted ${posts.length} times`);
  const path = pathOf(action);
  if (post.path !== path) found.push(`${what} went to ${post.path} instead of ${path}`);
  const options = filled.options.length > 0 ? filled.options : [undefined];
  const wanted = options.map((option) => expectedBody(reading.body, form, filled.values, option));
  const got = withoutUntouched(post.body, form, filled.values);
  if (!wanted.some((body) => isDeepStrictEqual(body, got))) {
    found.push(`${what} posted ${JSON.stringify(got)} instead of ${JSON.stringify(wanted[0])}`);
  }
  return found;
}

/** What was posted, the app's own questions left out. */
function sent({ org }: Desk, { body }: Reading): Posted[] {
  const polls = [
    ...remediationPolls(body),
    at(body, 'currentAuthenticator', 'value', 'poll'),
    at(body, 'currentAuthenticatorEnrollment', 'value', 'poll'),
  ].map((poll) => pathOf({ href: at(poll, 'href') }));
  return org.posted().filter(({ path }) => !polls.includes(path));
}

function remediationPolls(body: Loose): unknown[] {
  const remediations = at(body, 'remediation', 'value');
  return Array.isArray(remediations) ? (remediations as Loose[]).filter((one) => isPoll(one)) : [];
}

/** The recordings' hosts are not all that well-formed. */
function pathOf({ href }: Loose): string {
  const [, path = ''] = /^[a-z]+:\/\/[^/]+([^?#]*)/.exec(words(href)) ?? [];
  return path;
}

async function complaint({ page }: Desk): Promise<string> {
  const { blocks } = await look(page);
  const start = blocks.findIndex((block) => /^(Problem|Please check)/.test(block));
  return blocks.slice(Math.max(start, 0), start + 4).join(' | ');
}
