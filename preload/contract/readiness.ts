import * as v from 'valibot';
import { nothing, text, Timestamp } from './common';
import { call } from './define';
import { Misconfiguration } from './misconfigurations';
import { ConnectionKey, SettingProblem, SettingsDraft } from './settings';

/** What a check without admin rights looks at, in its order. */
export const publicChecks = [
  'org-address',
  'organization',
  'issuer',
  'interact',
  'introspect',
  'enrollment-form',
  'cancel',
  'clock',
  'latency',
] as const;

/** What takes a read-only token; the first three are what self-service registration needs. */
export const tokenChecks = [
  'sign-up-policy',
  'app-assignment',
  'optional-authenticators',
  'app-settings',
  'authorization-server',
  'captcha',
  'password-rules',
  'domains',
  'sign-in-policy',
  'initiate-login',
  'inline-hook',
  'rate-limits',
  'system-log',
] as const;

export const CheckId = v.picklist([...publicChecks, ...tokenChecks]);
export type CheckId = v.InferOutput<typeof CheckId>;

export const FindingStatus = v.picklist([
  /** Its turn has not come. */
  'waiting',
  'running',
  'pass',
  /** A sign-up can start; people may meet something unexpected. */
  'warn',
  'fail',
  'cannot-tell',
  /** What came before makes it meaningless, or it takes a token. */
  'not-checked',
]);
export type FindingStatus = v.InferOutput<typeof FindingStatus>;

const sentence = text(1000);

/** Something that would explain a finding; all texts are in the language of the app. */
export const Cause = v.strictObject({
  /** Null where no misconfiguration of an org is behind it: a network, a certificate, a typo. */
  misconfiguration: v.nullable(Misconfiguration),
  title: sentence,
  /** What is wrong. */
  wrong: sentence,
  /** What somebody who registers would see. */
  person: sentence,
  /** The path in the Admin Console, or where else it is. */
  where: sentence,
  steps: v.pipe(v.array(sentence), v.maxLength(10)),
  who: sentence,
  /** What would tell it apart from what looks the same; null where nothing does. */
  tell: v.nullable(sentence),
});
export type Cause = v.InferOutput<typeof Cause>;

/** A value that was looked at, and its place. */
export const SeenValue = v.strictObject({
  label: sentence,
  value: text(2000),
  /** In Okta's API, as `GET /api/v1/apps/{appId} status`. */
  api: v.nullable(text(300)),
  /** In the Admin Console. */
  console: v.nullable(sentence),
});
export type SeenValue = v.InferOutput<typeof SeenValue>;

export const Finding = v.strictObject({
  check: CheckId,
  status: FindingStatus,
  /** Whole milliseconds that it took; null until it has ended. */
  milliseconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The name of the check. */
  name: sentence,
  /** What was found, in a sentence; empty until then. */
  summary: sentence,
  /** Most likely first. */
  causes: v.pipe(v.array(Cause), v.maxLength(10)),
  seen: v.pipe(v.array(SeenValue), v.maxLength(60)),
  /** The org's own words, where it gave any. */
  detail: v.nullable(sentence),
  /** The setting of this app to look at. */
  field: v.nullable(ConnectionKey),
});
export type Finding = v.InferOutput<typeof Finding>;

export const Verdict = v.picklist(['ready', 'not-ready', 'cannot-tell']);
export type Verdict = v.InferOutput<typeof Verdict>;

export const PastRun = v.strictObject({
  /** What a person reads out to staff, and staff find here: `FD-7K2QX`. */
  reference: text(40),
  at: Timestamp,
  host: text(300),
  verdict: Verdict,
  /** Names of the checks that did not pass. */
  failed: v.pipe(v.array(sentence), v.maxLength(30)),
  /** Begun by a sign-up that could not start, not by hand. */
  isAutomatic: v.boolean(),
});
export type PastRun = v.InferOutput<typeof PastRun>;

export const ReadinessView = v.strictObject({
  /** Goes up with every change: a lower one has been overtaken. */
  serial: v.pipe(v.number(), v.integer()),
  state: v.picklist(['idle', 'running', 'done', 'cancelled']),
  verdict: v.nullable(Verdict),
  host: v.nullable(text(300)),
  reference: v.nullable(text(40)),
  startedAt: v.nullable(Timestamp),
  /** A token is held for this page; it goes when the page is left. */
  hasToken: v.boolean(),
  /** The practice org is in use and has a read-only token of its own to try. */
  canUsePracticeToken: v.boolean(),
  /** What is typed into the settings and cannot be tried. */
  problems: v.pipe(v.array(SettingProblem), v.maxLength(20)),
  findings: v.pipe(v.array(Finding), v.maxLength(30)),
  /** Newest first. */
  history: v.pipe(v.array(PastRun), v.maxLength(20)),
});
export type ReadinessView = v.InferOutput<typeof ReadinessView>;

export const RunRequest = v.strictObject({
  /** What is typed into the settings; null for the org in force. */
  draft: v.nullable(SettingsDraft),
  token: v.variant('kind', [
    v.strictObject({ kind: v.literal('none') }),
    v.strictObject({ kind: v.literal('typed'), token: text(8000) }),
    v.strictObject({ kind: v.literal('practice') }),
    /** The one given before. */
    v.strictObject({ kind: v.literal('kept') }),
  ]),
  /** `failed`: only what did not pass, and what it stands on. */
  scope: v.picklist(['all', 'failed']),
});
export type RunRequest = v.InferOutput<typeof RunRequest>;

export const ExplainRequest = v.strictObject({
  misconfigurations: v.pipe(v.array(Misconfiguration), v.maxLength(10)),
});

export const Explanation = v.strictObject({ causes: v.pipe(v.array(Cause), v.maxLength(10)) });

export const ReportRequest = v.strictObject({ format: v.picklist(['text', 'markdown']) });

/** For the administrator: without personal data and secrets. */
export const ReportText = v.strictObject({ text: text(200_000) });

export const runErrors = ['busy', 'no-org'] as const;

export const readinessCalls = {
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
} as const;

export const readinessEvents = {
  'readiness.changed': ReadinessView,
} as const;
