import { afterEach, describe, expect, it } from 'vitest';
import {
  type Misconfiguration,
  misconfigurations,
  misconfigurationTable,
} from '../../../preload/contract/misconfigurations';
import { isAllowed } from '../../../main/readiness/allowed-requests';
import { type Examination, outcomesOf, verdict } from '../../../main/readiness/examination';
import { tokenChecks } from '../../../preload/contract/readiness';
import { look, outcomeOf, statusesOf } from './examining';
import { type PracticeDesk, startPracticeDesk } from './practice-desk';

let desk: PracticeDesk;
afterEach(() => desk.close());

/** Those that the same answer would fit as well, the named one among them. */
function suspectsOf(examination: Examination): (readonly string[])[] {
  return [...outcomesOf(examination).values()]
    .filter(({ causes }) => causes.length > 0)
    .map(({ causes }) => causes);
}

/** Another one is likelier where the org gives the same answer for several. */
const behindAnother: Partial<Record<Misconfiguration, Misconfiguration>> = {
  'app-in-another-policy': 'sign-up-not-allowed',
  'app-not-assigned': 'sign-up-not-allowed',
  'client-inactive': 'client-unknown',
};

/** The settings are the same for several ways in which an org turns people down. */
const behindInSettings: Partial<Record<Misconfiguration, Misconfiguration>> = {
  'app-not-assigned-redirect': 'app-assigned-to-others',
  'app-not-assigned-token': 'app-assigned-to-others',
};

/** A sign-up can start all the same. */
const noObstacles: readonly Misconfiguration[] = ['captcha-on-sign-up'];

const seenBy = (seen: string) =>
  misconfigurations.filter((name) => misconfigurationTable[name].seen === seen);

describe('the check without a token', () => {
  it.each(seenBy('check'))('names %s', async (name) => {
    desk = await startPracticeDesk({ misconfigurations: [name] });
    const examination = await look({ connection: desk.connection });
    const suspects = suspectsOf(examination).find((causes) => causes.includes(name));
    expect(suspects?.[0]).toBe(behindAnother[name] ?? name);
    expect(verdict(examination) === 'ready').toBe(noObstacles.includes(name));
    await desk.expectOnlyReading(isAllowed);
  });

  it.each([...seenBy('token'), ...seenBy('wizard')])('lets %s pass', async (name) => {
    desk = await startPracticeDesk({ misconfigurations: [name] });
    expect(verdict(await look({ connection: desk.connection }))).toBe('ready');
    await desk.expectOnlyReading(isAllowed);
  });
});

/** What the settings show of those that a sign-up or the check without a token would meet as well. */
const shownBySettings: readonly Misconfiguration[] = [
  'sign-up-not-allowed',
  'app-in-another-policy',
  'sign-up-denied',
  'app-not-assigned',
  'grant-not-on-app',
  'grant-not-in-access-policy',
  'no-api-access-management',
  'web-app',
  'service-app',
  'client-unknown',
  'client-inactive',
  'redirect-uri-missing',
  'captcha-on-sign-up',
  'hook-denies',
  'hook-fails',
];

describe('the check with a token', () => {
  it('passes everything at an org that is set up well', async () => {
    desk = await startPracticeDesk({});
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    expect(statusesOf(examination)).toEqual(
      Object.fromEntries([...examination.results.keys()].map((check) => [check, 'pass'])),
    );
    await desk.expectOnlyReading(isAllowed);
  });

  it.each(seenBy('token'))('names %s first', async (name) => {
    desk = await startPracticeDesk({ misconfigurations: [name] });
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    const suspects = suspectsOf(examination).find((causes) => causes.includes(name));
    expect(suspects?.[0]).toBe(behindInSettings[name] ?? name);
    await desk.expectOnlyReading(isAllowed);
  });

  it.each(shownBySettings)('finds %s in the settings', async (name) => {
    desk = await startPracticeDesk({ misconfigurations: [name] });
    const examination = await look({ connection: desk.connection, token: desk.apiToken });
    const suspects = tokenChecks.flatMap((check) => outcomeOf(examination, check).causes);
    expect(suspects).toContain(name);
    await desk.expectOnlyReading(isAllowed);
  });
});
