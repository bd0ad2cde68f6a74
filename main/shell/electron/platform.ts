import type { OrgPages, Platform } from '../../platform';
import type { ElectronDoorway } from './doorway';
import type { ElectronModule } from './electron-module';
import { openExternal } from './open-external';
import type { OrgWindowSession } from './org-window-session';
import { openPersonalNetwork } from './personal-network';
import type { Presentation } from './presentation';
import type { SessionPool } from './session-pool';
import type { WayBack } from './way-back';

export type ElectronPlatform = Platform & Pick<Presentation, 'present'>;

/** What the app gets of Electron. */
export function createPlatform(
  electron: Pick<ElectronModule, 'app' | 'net' | 'shell'>,
  parts: {
    readonly doorway: ElectronDoorway;
    readonly presentation: Presentation;
    readonly orgPages: OrgPages;
    /** The sessions that people's requests go through. */
    readonly people: SessionPool<OrgWindowSession>;
    readonly takesAppScheme: boolean;
    /** Where it does not. */
    readonly wayBack: WayBack | null;
  },
): ElectronPlatform {
  const { app, net } = electron;
  const { doorway, presentation, orgPages, people, takesAppScheme, wayBack } = parts;
  return {
    shell: 'electron',
    isPackaged: app.isPackaged,
    version: app.getVersion(),
    userDataFolder: app.getPath('userData'),
    locales: app.getPreferredSystemLanguages(),
    doorway,
    openNetwork: () => openPersonalNetwork(net, people),
    openExternal: (url) => openExternal(electron, url),
    orgPages,
    present: (wanted) => presentation.present(wanted),
    takesAppScheme,
    loopbackRedirectUri: wayBack?.redirectUri ?? null,
  };
}
