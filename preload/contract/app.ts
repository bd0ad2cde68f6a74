import * as v from 'valibot';
import { call } from './define';
import { Appearance, Language, nothing, text } from './common';
import { modes } from './desk';
import { pageNames } from './pages';
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
  mode: v.picklist(modes),
  keychain: KeychainStatus,
});
export type AppState = v.InferOutput<typeof AppState>;

/** Pages outside the app that the renderer may ask for by name. */
export const links = ['okta-setup-guide', 'keychain-help'] as const;
export const LinkId = v.picklist(links);
export type LinkId = v.InferOutput<typeof LinkId>;

/** The kind of an error and a function's name: its message may quote what a person typed. */
export const PlaceOfError = v.pipe(text(200), v.regex(/^[\w.<> ]*$/));

export const appCalls = {
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
} as const;

export const appEvents = {
  'app.changed': AppState,
  /** A menu item or a deep link asks for a page of the app. */
  'app.navigated': v.strictObject({ page: v.picklist(pageNames) }),
  /** Something went wrong that nobody foresaw; the app goes on. */
  'app.troubled': v.strictObject({ reference: text(100) }),
} as const;
