import type { RegistrationState } from '../../preload/contract/registration';
import type { Log } from '../log';
import type { OrgPages, PersonalNetwork } from '../platform';
import type { Unforeseen } from '../unforeseen';
import type { Connection } from '../network/connection';
import type { UnclaimedTokens } from './token-answer';
import type { IssuedTokens } from './tokens';

/** What a sign-up needs of the rest of the app. */
export interface RegistrationPorts {
  /** Where the next sign-up goes, or null while no org is set up. */
  readonly connection: () => Promise<Connection | null>;
  readonly openNetwork: () => PersonalNetwork;
  /** False where nothing on this machine can show the address. */
  readonly openExternal: (url: URL) => Promise<boolean>;
  readonly orgPages: OrgPages;
  /** BCP 47 tag in which the org is asked for its own texts. */
  readonly language: () => string;
  readonly log: Log;
  readonly now: () => number;
  /** Takes every promise that no call waits for. */
  readonly unforeseen: Pick<Unforeseen, 'note' | 'own'>;
  /** Told of every change, also of those that no call waited for: a poll, a link. */
  readonly onChange: (state: RegistrationState) => void;
  /**
   * Told when a sign-up ends because the org, or this computer, is not set up. What it gives back
   * is read out to staff; null where nobody needs it.
   */
  readonly onNotReady: (connection: Connection) => string | null;
  /**
   * Everything that the desk has of the person goes: they give up, or are followed by the next one,
   * who begins. What a sign-up has of them is among it.
   */
  readonly forgetPerson: (isFollowed: boolean) => Promise<void>;
  /** Takes over what a finished sign-up left; awaited before success is shown. */
  readonly onTokens: (tokens: IssuedTokens, connection: Connection) => Promise<void>;
  /** Takes what the org issued and nobody may use: given up meanwhile, or refused as it came. */
  readonly onUnclaimed: (tokens: UnclaimedTokens, connection: Connection) => Promise<void>;
}
