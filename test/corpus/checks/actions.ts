import { addressesOf } from '../reading/addresses';
import { isLink, isPoll, type Reading } from '../reading/answer';
import { type Loose, words } from '../reading/loose';
import { type Pressable, type Screen, settled } from '../screen';
import type { Check } from './probe';

/** What the app offers by itself: ways out, help, and shortcuts to a form that the answer offers. */
const ownWords =
  /^(settings|about frontdesk|cancel sign-up|start again|try again|back to the beginning|open settings|how to fix this|dismiss|copy|show|hide|back|sign up another person|sign out|change number|get a (call|text))\b/i;

/** Milliseconds before the app offers to send a code again (Okta's own interval). */
const resendWait = 31_000;

/** The page offers what the answer offers, and nothing of the org's besides. */
export const checkActions: Check = async ({ reading, desk, screen }) => {
  let { pressables } = screen;
  if (reading.extras.some(isResend)) {
    await desk.page.clock.fastForward(resendWait);
    ({ pressables } = await settled(desk.page, (now) => lacksNone(needed(reading), now)));
  }
  return [
    ...lacking(needed(reading), pressables),
    ...unexpected(wanted(reading), reading, pressables),
  ];
};

/** Whether the page has every action that is there from the start. */
export function offersAll(reading: Reading, screen: Screen): boolean {
  const atOnce = needed(reading).filter((action) => !isResend(action));
  return lacksNone(atOnce, screen);
}

function wanted({ shown, siblings, extras }: Reading): Loose[] {
  return [...siblings, ...extras, ...(isLink(shown) ? [shown] : [])];
}

function needed(reading: Reading): Loose[] {
  return wanted(reading).filter((action) => !isSkipOfRequired(action, reading));
}

function lacksNone(actions: readonly Loose[], { pressables }: Screen): boolean {
  return lacking(actions, pressables).length === 0;
}

function isResend({ name }: Loose): boolean {
  return name === 'resend';
}

/** Okta's own client lets people skip a profile only where nothing in it is required. */
function isSkipOfRequired({ name }: Loose, { step, form }: Reading): boolean {
  return name === 'skip' && step === 'profile-update' && form.asked.some((one) => one.isRequired);
}

function lacking(actions: readonly Loose[], pressables: readonly Pressable[]): string[] {
  const names = [...new Set(actions.map(({ name }) => words(name)))];
  return names.flatMap((name) => {
    const expected = actions.filter((one) => one['name'] === name).length;
    const offered = pressables.filter(({ action, isReachable }) => action === name && isReachable);
    if (offered.some(({ label }) => label === '')) return [`action ${name} has no accessible name`];
    if (offered.length === 0) return [`no action ${name}`];
    return offered.length < expected ? [`${offered.length} of ${expected} actions ${name}`] : [];
  });
}

function unexpected(
  offered: readonly Loose[],
  { shown, body }: Reading,
  pressables: readonly Pressable[],
): string[] {
  const allowed = [...offered, shown].map(({ name }) => words(name));
  if (isPoll(shown)) allowed.push('check');
  const links = pressables.filter(isLinkOfOrg);
  const surplus = links.slice(addressesOf(body).length);
  const foreign = pressables.filter(({ action }) => action !== null && !allowed.includes(action));
  return [...surplus, ...foreign].map(
    ({ action, label }) => `offers "${label}"${action === null ? '' : ` (${action})`}`,
  );
}

/** Neither part of a form nor the app's own: it opens a page that the answer names. */
export function isLinkOfOrg({ action, label, isSubmit, isChoice, isToggle }: Pressable): boolean {
  return action === null && !isSubmit && !isChoice && !isToggle && !ownWords.test(label);
}
