import { expect, type Page, type Response } from '@playwright/test';
import { type Json, list, messageKeys, remediations } from '../unit/practice-org/practice';
import { asJson } from './as-json';
import { act, usualMethods, type Walk } from './walk-steps';
import { signedIn } from './widget';

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
export async function walk(
  walk: Walk,
  latest: () => Json,
  settable: ReadonlySet<string> = usualMethods,
): Promise<void> {
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
      await act(walk, name, answer, settable);
      await expect.poll(() => signature(latest()), { timeout: 4_000 }).not.toBe(before);
    }, name).toPass({ timeout: 25_000 });
  }
  await expect(signedIn(page)).toBeVisible();
}
