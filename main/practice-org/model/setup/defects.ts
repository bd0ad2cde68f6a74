import type { OAuthErrorCode } from '../../http/oauth-error';
import type { Message } from '../messages';

export interface OAuthRefusal {
  readonly status: 400 | 401 | 403;
  readonly error: OAuthErrorCode;
  readonly description: string;
}

/** An answer that comes in place of the org's own, for these paths and all below them. */
export interface Outage {
  readonly paths: readonly string[];
  readonly answer: 'network-policy' | 'E0000010' | 'E0000047' | 'E0000060';
  /** Whether it also comes for metadata and keys. */
  readonly coversMetadata: boolean;
}

/** What is said of a profile: on its e-mail field, or as the end of the sign-up. */
export type ProfileDefect =
  | { readonly kind: 'field'; readonly message: (label: string) => Message }
  | { readonly kind: 'end'; readonly message: Message };

/** What is said of every code. */
export type CodeDefect = 'wrong' | 'timed-out';

/** What is said of every telephone number; some limits differ between texts and calls. */
export interface PhoneDefect {
  readonly status: number;
  readonly message: (method: 'sms' | 'voice') => Message;
}

/** Where somebody to whom the app is not assigned gets to know of it. */
export type UnassignedShows = 'first-page' | 'end' | 'redirect' | 'token';

/** What keeps people from signing up and is no setting: an endpoint consults what concerns it. */
export interface Defects {
  readonly outages: readonly Outage[];
  readonly clockAheadMinutes: number;
  readonly interact: OAuthRefusal | null;
  readonly token: OAuthRefusal | null;
  readonly refusesCustomServer: boolean;
  readonly isSignUpPaused: boolean;
  readonly profile: ProfileDefect | null;
  readonly password: Message | null;
  readonly code: CodeDefect | null;
  readonly phone: PhoneDefect | null;
  readonly expiresAfterProfile: boolean;
  readonly unassignedShows: UnassignedShows;
}

export const noDefects: Defects = {
  outages: [],
  clockAheadMinutes: 0,
  interact: null,
  token: null,
  refusesCustomServer: false,
  isSignUpPaused: false,
  profile: null,
  password: null,
  code: null,
  phone: null,
  expiresAfterProfile: false,
  unassignedShows: 'end',
};
