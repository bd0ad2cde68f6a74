import * as v from 'valibot';
import { AppState, OrgKind } from './app';
import { nothing, text } from './common';
import { call } from './define';
import { Misconfiguration } from './misconfigurations';

/** A setting's name. Main alone knows which there are, and who may set them. */
export const SettingKey = v.pipe(text(60), v.regex(/^[a-z]\w*(?:\.[a-z]\w*)*$/));
export type SettingKey = v.InferOutput<typeof SettingKey>;

/** The settings that make the connection to an org, which a check of it can find fault with. */
export const ConnectionKey = v.picklist(['orgUrl', 'clientId', 'issuer', 'redirectUri', 'scopes']);
export type ConnectionKey = v.InferOutput<typeof ConnectionKey>;

export const SettingView = v.strictObject({
  key: SettingKey,
  /** As a person reads and types it; empty where nothing is set. Lists are separated by spaces. */
  value: text(2000),
  source: v.picklist(['default', 'stored', 'managed']),
});
export type SettingView = v.InferOutput<typeof SettingView>;

export const settingsNotices = [
  /** The settings file could not be read as settings; it was kept under another name. */
  'stored-unreadable',
  /** The settings file could not be written: full disk, missing permission. */
  'not-saved',
  'managed-unreadable',
  /** Others than an administrator could have written it. */
  'managed-untrusted',
  'managed-malformed',
  'managed-unknown-key',
  'managed-invalid-value',
  /** A value that a later version will know. */
  'managed-later-value',
  /** What was read before stays in force: the file, or the key, has turned into something else. */
  'managed-kept-unreadable',
  'managed-kept-untrusted',
  'managed-kept-malformed',
  'managed-kept-value',
  /** Changed, and in force from the next start. */
  'managed-next-start',
  /** Changed, and in force once nobody is in the middle of a sign-up. */
  'managed-waiting',
] as const;

export const SettingsNotice = v.strictObject({
  kind: v.picklist(settingsNotices),
  /** The file, or the key of a managed settings file, that it is about. */
  subject: text(1000),
});
export type SettingsNotice = v.InferOutput<typeof SettingsNotice>;

export const policyPresets = [
  'default',
  'password-or-phone',
  'email-only',
  'password-on-profile',
] as const;
export const PolicyPreset = v.picklist(policyPresets);
export type PolicyPreset = v.InferOutput<typeof PolicyPreset>;

export const SettingsView = v.strictObject({
  settings: v.pipe(v.array(SettingView), v.maxLength(100)),
  notices: v.pipe(v.array(SettingsNotice), v.maxLength(50)),
  practicePolicy: PolicyPreset,
});
export type SettingsView = v.InferOutput<typeof SettingsView>;

/** Typed values, before they are checked; an empty string clears a setting. */
export const SettingsDraft = v.pipe(v.record(SettingKey, text(2000)), v.maxEntries(100));
export type SettingsDraft = v.InferOutput<typeof SettingsDraft>;

export const settingProblems = [
  'empty',
  'not-a-url',
  'not-https',
  'admin-host',
  'has-credentials',
  'has-spaces',
  'too-long',
  'not-a-redirect-uri',
  'missing-openid',
  'not-a-scope',
  'not-in-list',
  'not-a-number',
  'out-of-range',
  'not-valid',
  /** Known, and not built yet. */
  'later-version',
  /** The administrator's value cannot be changed here. */
  'managed',
] as const;

export const SettingProblem = v.strictObject({
  key: SettingKey,
  problem: v.picklist(settingProblems),
});
export type SettingProblem = v.InferOutput<typeof SettingProblem>;

export const SaveOutcome = v.variant('saved', [
  v.strictObject({ saved: v.literal(true), view: SettingsView }),
  v.strictObject({
    saved: v.literal(false),
    problems: v.pipe(v.array(SettingProblem), v.maxLength(100)),
  }),
]);
export type SaveOutcome = v.InferOutput<typeof SaveOutcome>;

export const settingsCalls = {
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
} as const;

export const settingsEvents = {
  /** By a person elsewhere, or by an administrator; also what is wrong with what they set. */
  'settings.changed': SettingsView,
} as const;
