import type { WayBackKind } from '../../preload/contract/app';
import type { Language } from '../../preload/languages';
import type { ReadinessView } from '../../preload/contract/readiness';
import type { SettingProblem, SettingsDraft } from '../../preload/contract/settings';
import type { Log } from '../log';
import type { PersonalNetwork } from '../platform';
import type { Connection } from '../network/connection';

/** What the check needs of the rest of the app. */
export interface ReadinessPorts {
  /** Where a sign-up would go, or null while no org is set up. */
  readonly connection: () => Promise<Connection | null>;
  /** The connection that typed settings would make. */
  readonly preview: (
    draft: SettingsDraft,
  ) => Connection | { readonly problems: readonly SettingProblem[] };
  /** Why a sign-up with this connection has its redirect URI, and whether it leads back here. */
  readonly wayBack: (connection: Connection) => WayBackKind;
  /** The read-only token of the practice org in use; null where none is in use. */
  readonly practiceToken: () => { readonly token: string; readonly orgUrl: string } | null;
  readonly openNetwork: () => PersonalNetwork;
  readonly language: () => Language;
  readonly log: Log;
  readonly now: () => number;
  /** Where the last runs are kept. */
  readonly folder: string;
  readonly onChange: (view: ReadinessView) => void;
}
