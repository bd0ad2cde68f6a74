import { accountCalls, accountEvents } from './account';
import { appCalls, appEvents } from './app';
import type { CallBridge, EventBridge, EventPayload as PayloadIn, Handlers } from './define';
import { practiceCalls as ofPractice, practiceEvents } from './practice';
import { readinessCalls, readinessEvents } from './readiness';
import { registrationCalls, registrationEvents } from './registration';
import { settingsCalls, settingsEvents } from './settings';

/** Every call of the renderer to main, as `area.name`. */
export const calls = {
  app: appCalls,
  settings: settingsCalls,
  registration: registrationCalls,
  readiness: readinessCalls,
  account: accountCalls,
} as const;

/** Calls that exist only while the practice org is in use. */
export const practiceCalls = { practice: ofPractice } as const;

/** Everything main pushes to the renderer. */
export const events = {
  ...appEvents,
  ...settingsEvents,
  ...accountEvents,
  ...registrationEvents,
  ...readinessEvents,
  ...practiceEvents,
} as const;

/** Pages that show the person, or every page of the app: a second window may show the desk alone. */
export type Audience = 'person' | 'all';

/** Who hears of what main pushes. What can tell of a person is for the page that shows them. */
export const audiences = {
  'app.changed': 'all',
  'app.navigated': 'all',
  'app.troubled': 'all',
  'settings.changed': 'all',
  'account.changed': 'person',
  'registration.changed': 'person',
  'readiness.changed': 'all',
  'practice.outboxChanged': 'person',
} as const satisfies Readonly<Record<keyof typeof events, Audience>>;

export const allCalls = { ...calls, ...practiceCalls } as const;

/** Who may make the calls of an area, by the same rule. */
const areaAudiences = {
  app: 'all',
  settings: 'all',
  registration: 'person',
  readiness: 'all',
  account: 'person',
  practice: 'person',
} as const satisfies Readonly<Record<keyof typeof allCalls, Audience>>;

/** An area that is not in the contract is nobody's but the person's. */
export function audienceOf(area: string): Audience {
  const known = Object.entries(areaAudiences).find(([name]) => name === area);
  return known?.[1] ?? 'person';
}

export type MainHandlers = Handlers<typeof calls>;
export type PracticeHandlers = Handlers<typeof practiceCalls>;
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = PayloadIn<typeof events, Name>;

/** `window.frontdesk`: all that the renderer can reach outside itself. */
export type Bridge = CallBridge<typeof allCalls> & EventBridge<typeof events>;
