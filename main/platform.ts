import type { Audience, EventName } from '../preload/contract';
import type { Language } from '../preload/languages';
import type { Appearance } from '../preload/contract/common';
import type { Mode } from '../preload/contract/desk';

/**
 * Whether a caller is the app's own page, and why not. `bystander`: it is, and shows the desk and not
 * the person at it.
 */
export type SenderVerdict =
  'trusted' | 'bystander' | 'unknown-sender' | 'sub-frame' | 'destroyed-frame' | 'wrong-origin';

/** The shell's end of the doorway: it knows who calls, `ipc/serve` knows what may be asked. */
export interface Doorway {
  /** Answers `channel` until the returned function is called. The answer is structured-cloneable. */
  handle(
    channel: string,
    answer: (sender: SenderVerdict, request: unknown) => Promise<unknown>,
  ): () => void;
  /** Delivers to every trusted page of the audience; a page that is gone is no error. */
  push(audience: Audience, channel: EventName, payload: unknown): void;
}

/** The network of one person: no cookie, cache or connection of it is shared or kept. */
export interface PersonalNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** Drops everything the network remembered of the person. */
  close(): Promise<void>;
}

/** What a browser ties to the org's own origin: a captcha's site key, a passkey's relying party. */
export type OrgPageTask =
  | {
      readonly kind: 'captcha';
      readonly provider: 'hcaptcha' | 'recaptcha';
      readonly siteKey: string;
    }
  | {
      readonly kind: 'passkey';
      /** Okta's `activationData`: WebAuthn's creation options, byte strings in base64url. */
      readonly options: Readonly<Record<string, unknown>>;
      /** Credential IDs, in base64url, of passkeys that the account has already. */
      readonly existing: readonly string[];
    };

export type OrgPageOutcome =
  /**
   * Of a captcha: `token`. Of a passkey, as Okta's form names them: `clientData` and `attestation`
   * in base64, `transports` and `clientExtensions` as JSON text.
   */
  | { readonly kind: 'done'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'dismissed' | 'failed' | 'unavailable' | 'already-registered' };

/**
 * What a page of the org's own origin is wanted for. A passkey is kept on this computer (WebAuthn:
 * platform attachment), or on something that the person carries (cross-platform).
 */
export type OrgPageNeed = 'captcha' | 'kept-passkey' | 'roaming-passkey';

/** A page of the org's own origin, in a window of its own with a session of its own. */
export interface OrgPages {
  /** Whether this shell, on this system, can show one for the org at `orgUrl` that serves `need`. */
  canShow(orgUrl: string, need: OrgPageNeed): boolean;
  /** Shows it until the task is done; aborting the signal closes it. */
  perform(
    request: { readonly orgUrl: string; readonly language: string; readonly task: OrgPageTask },
    signal: AbortSignal,
  ): Promise<OrgPageOutcome>;
}

/**
 * What an address is that a browser brought back: of the sign-up under way, by its `state`; an
 * activation link of an administrator; or nobody's, which changes nothing.
 */
export type ReturnedLink = 'own' | 'activation' | 'foreign';

/** What `main/app.ts` needs of the shell it runs in. */
export interface Platform {
  readonly shell: 'electron' | 'browser';
  readonly isPackaged: boolean;
  readonly version: string;
  /** Folder for this user's settings; created when first written to. */
  readonly userDataFolder: string;
  /** The person's preferred languages as BCP 47 tags, most wanted first. */
  readonly locales: readonly string[];
  readonly doorway: Doorway;
  openNetwork(): PersonalNetwork;
  /** What lies outside the page, such as title bar and menu, follows the settings in force. */
  present(wanted: { appearance: Appearance; language: Language; mode: Mode }): void;
  /** Opens an address that main chose in the system's browser. False where that is not possible. */
  openExternal(url: URL): Promise<boolean>;
  readonly orgPages: OrgPages;
  /** Whether the system brings links with the app's own scheme to this app. */
  readonly takesAppScheme: boolean;
  /**
   * Addresses under which this run can take a person back from a browser, besides the registered
   * app scheme: a loopback callback of the shell's own.
   */
  readonly loopbackRedirectUri: string | null;
}
