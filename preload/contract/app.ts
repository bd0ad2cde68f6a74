import * as v from 'valibot';
import { Appearance, Language, text, Timestamp } from './common';
import { Mode } from './desk';
import { Misconfiguration } from './misconfigurations';

/** Whether secrets can be kept for the next start. `unknown` until the keychain was first needed. */
export const KeychainStatus = v.picklist(['unknown', 'ready', 'locked', 'unavailable']);
export type KeychainStatus = v.InferOutput<typeof KeychainStatus>;

export const OrgKind = v.picklist(['okta', 'practice']);
export type OrgKind = v.InferOutput<typeof OrgKind>;

/**
 * Where a browser leads that goes to the redirect URI: by the app's own scheme to this app, or
 * elsewhere; to this run's own address on the computer; or to an address that somebody set.
 */
export const wayBackKinds = ['scheme', 'scheme-elsewhere', 'loopback', 'set'] as const;
export const WayBackKind = v.picklist(wayBackKinds);
export type WayBackKind = v.InferOutput<typeof WayBackKind>;

export const AppState = v.strictObject({
  version: text(50),
  shell: v.picklist(['electron', 'browser']),
  platform: v.picklist(['linux', 'darwin', 'win32', 'other']),
  language: Language,
  appearance: Appearance,
  /** Where a sign-up would go, null on the first run. */
  org: v.nullable(
    v.strictObject({
      kind: OrgKind,
      host: text(300),
      /** How the practice org is set up wrong on purpose. */
      misconfiguration: v.nullable(Misconfiguration),
    }),
  ),
  /** The redirect URI of sign-ups at that org; null on the first run. */
  wayBack: v.nullable(v.strictObject({ redirectUri: text(2000), kind: WayBackKind })),
  /** What the pages may offer follows from it, by `capabilitiesOf`. */
  mode: Mode,
  keychain: KeychainStatus,
});
export type AppState = v.InferOutput<typeof AppState>;

export const AccountView = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  v.strictObject({
    state: v.literal('signed-in'),
    name: v.nullable(text(500)),
    email: v.nullable(text(500)),
    orgHost: text(300),
    expiresAt: Timestamp,
    /** False where the tokens are gone when the app closes, for want of a keychain. */
    isStored: v.boolean(),
    /** False where the org could not be asked and the name is from the ID token. */
    isConfirmed: v.boolean(),
  }),
  v.strictObject({
    state: v.literal('ended'),
    reason: v.picklist(['expired', 'revoked', 'other-org']),
  }),
  v.strictObject({
    state: v.literal('unreadable'),
    reason: v.picklist(['locked', 'unavailable', 'corrupt']),
  }),
]);
export type AccountView = v.InferOutput<typeof AccountView>;

/** Pages outside the app that the renderer may ask for by name. */
export const links = ['okta-setup-guide', 'keychain-help'] as const;
export const LinkId = v.picklist(links);
export type LinkId = v.InferOutput<typeof LinkId>;

export const OutboxMessage = v.strictObject({
  id: text(100),
  to: text(500),
  channel: v.picklist(['email', 'sms', 'voice']),
  subject: v.nullable(text(500)),
  text: text(4000),
  code: v.nullable(text(100)),
  link: v.nullable(text(2000)),
  sentAt: Timestamp,
});
export type OutboxMessage = v.InferOutput<typeof OutboxMessage>;

export const Outbox = v.pipe(v.array(OutboxMessage), v.maxLength(200));

/** The kind of an error and a function's name: its message may quote what a person typed. */
export const PlaceOfError = v.pipe(text(200), v.regex(/^[\w.<> ]*$/));
