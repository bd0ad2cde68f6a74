import type { RegistrationState } from '../../preload/schemas/registration';
import type { Log } from '../log';
import type { PersonalNetwork } from '../platform';
import type { Connection } from './okta-client';
import type { IssuedTokens } from './tokens';

/** What a sign-up needs of the rest of the app. */
export interface RegistrationPorts {
  /** Where the next sign-up goes, or null while no org is set up. */
  readonly connection: () => Promise<Connection | null>;
  readonly openNetwork: () => PersonalNetwork;
  /** BCP 47 tag in which the org is asked for its own texts. */
  readonly language: () => string;
  readonly log: Log;
  readonly now: () => number;
  /** Told of changes that no call is waiting for: a poll, a link that came back. */
  readonly onChange: (state: RegistrationState) => void;
  /** Takes over what a finished sign-up left; awaited before success is shown. */
  readonly onTokens: (tokens: IssuedTokens, connection: Connection) => Promise<void>;
}
