import type { OrgPages, Platform } from '../../platform';
import type { ElectronDoorway } from './doorway';
import type { ElectronModule } from './electron-module';
import { openExternal } from './open-external';
import { openPersonalNetwork } from './personal-network';
import type { Presentation } from './presentation';

export type ElectronPlatform = Platform & Pick<Presentation, 'present'>;

/** What the app gets of Electron. */
export function createPlatform(
  { app, session, shell }: Pick<ElectronModule, 'app' | 'session' | 'shell'>,
  doorway: ElectronDoorway,
  presentation: Presentation,
  orgPages: OrgPages,
): ElectronPlatform {
  return {
    shell: 'electron',
    isPackaged: app.isPackaged,
    version: app.getVersion(),
    userDataFolder: app.getPath('userData'),
    locales: app.getPreferredSystemLanguages(),
    doorway,
    openNetwork: () => openPersonalNetwork(session),
    openExternal: (url) => openExternal(shell, url),
    orgPages,
    present: (wanted) => presentation.present(wanted),
    // The registered scheme brings people back.
    loopbackRedirectUri: null,
  };
}
