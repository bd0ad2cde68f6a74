import * as v from 'valibot';
import {
  call,
  type CallBridge,
  type EventBridge,
  type EventPayload as PayloadIn,
  type Handlers,
} from './define';
import { AccountView, AppState, LinkId, OrgKind, Outbox, PlaceOfError } from './app';
import { nothing, text } from './common';
import { openErrors, OpenRequest, SubmitRequest, submitErrors } from './registration/request';
import { RegistrationState } from './registration';
import { Misconfiguration } from './misconfigurations';
import { pageNames } from './pages';
import {
  ExplainRequest,
  Explanation,
  ReadinessView,
  ReportRequest,
  ReportText,
  runErrors,
  RunRequest,
} from './readiness';
import { PolicyPreset, SaveOutcome, SettingsDraft, SettingsView } from './settings';

/** Every call of the renderer to main, as `area.name`. */
export const calls = {
  app: {
    read: call({ request: nothing, response: AppState }),
    openLink: call({
      request: v.strictObject({ link: LinkId }),
      response: nothing,
      errors: ['not-opened'],
    }),
    /** A page tells of an error that nothing in it caught; answered with a reference for support. */
    noteUnforeseen: call({
      request: v.strictObject({ detail: PlaceOfError }),
      response: v.strictObject({ reference: text(100) }),
    }),
  },
  settings: {
    read: call({ request: nothing, response: SettingsView }),
    save: call({ request: SettingsDraft, response: SaveOutcome, errors: ['not-saved'] }),
    /**
     * Chooses where a sign-up goes. Starts or stops the practice org, which can be set up wrong on
     * purpose until the app closes or another choice is made.
     */
    selectOrg: call({
      request: v.strictObject({
        org: OrgKind,
        policy: v.optional(PolicyPreset),
        misconfiguration: v.optional(v.nullable(Misconfiguration)),
      }),
      response: AppState,
      errors: ['org-not-configured', 'practice-org-failed'],
    }),
  },
  registration: {
    read: call({ request: nothing, response: RegistrationState }),
    start: call({ request: nothing, response: RegistrationState, errors: ['no-org', 'busy'] }),
    submit: call({ request: SubmitRequest, response: RegistrationState, errors: submitErrors }),
    /** Opens a page that the current view names, in the system's browser. */
    open: call({ request: OpenRequest, response: RegistrationState, errors: openErrors }),
    /** Gives up: aborts what is on its way, tells the org, forgets the person. */
    cancel: call({ request: nothing, response: RegistrationState }),
  },
  readiness: {
    read: call({ request: nothing, response: ReadinessView }),
    /** Begins a run and does not wait for it: `readiness.changed` tells of every step. */
    run: call({ request: RunRequest, response: ReadinessView, errors: runErrors }),
    /** Ends the run; what it began at the org is cancelled there. */
    cancel: call({ request: nothing, response: ReadinessView }),
    /** The page is left: ends the run and forgets the token. */
    leave: call({ request: nothing, response: nothing }),
    /** What is known of these misconfigurations, in the language of the app. */
    explain: call({ request: ExplainRequest, response: Explanation }),
    /** The last run, to be copied for the administrator. */
    report: call({ request: ReportRequest, response: ReportText }),
  },
  account: {
    read: call({ request: nothing, response: AccountView }),
    /** Revokes the tokens at the org and deletes them here, also when the org cannot be reached. */
    signOut: call({ request: nothing, response: AccountView, errors: ['keychain-locked'] }),
  },
} as const;

/** Calls that exist only while the practice org is in use. */
export const practiceCalls = {
  practice: {
    /** The mail, text messages and calls the practice org sent, newest first. */
    outbox: call({ request: nothing, response: Outbox }),
    /** Opens the link of a practice mail in the system's browser. */
    openLink: call({
      request: v.strictObject({ message: text(100) }),
      response: nothing,
      errors: ['no-such-message', 'not-opened'],
    }),
  },
} as const;

/** Everything main pushes to the renderer. */
export const events = {
  'app.changed': AppState,
  /** A menu item or a deep link asks for a page of the app. */
  'app.navigated': v.strictObject({ page: v.picklist(pageNames) }),
  /** Something went wrong that nobody foresaw; the app goes on. */
  'app.troubled': v.strictObject({ reference: text(100) }),
  'account.changed': AccountView,
  'registration.changed': RegistrationState,
  'readiness.changed': ReadinessView,
  'practice.outboxChanged': Outbox,
} as const;

/** Pages that show the person, or every page of the app: a second window may show the desk alone. */
export type Audience = 'person' | 'all';

/** Who hears of what main pushes. What can tell of a person is for the page that shows them. */
export const audiences = {
  'app.changed': 'all',
  'app.navigated': 'all',
  'app.troubled': 'all',
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
