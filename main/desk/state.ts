import type { AppState, KeychainStatus } from '../../preload/contract/app';
import type { Appearance } from '../../preload/contract/common';
import type { Mode } from '../../preload/contract/desk';
import type { EventPayload } from '../../preload/contract';
import type { RegistrationState } from '../../preload/contract/registration';
import type { Language } from '../../preload/languages';

export interface StatePorts {
  readonly platform: Pick<AppState, 'version' | 'shell'> & {
    /** What lies outside the page follows the settings too. */
    present(wanted: { appearance: Appearance; language: Language; mode: Mode }): void;
  };
  readonly settings: {
    readonly language: Language;
    readonly appearance: Appearance;
    readonly mode: Mode;
  };
  readonly keychain: { readonly status: KeychainStatus };
  readonly org: { shown(): AppState['org']; shownWayBack(): AppState['wayBack'] };
  readonly publish: <Name extends 'app.changed' | 'registration.changed'>(
    name: Name,
    payload: EventPayload<Name>,
  ) => void;
}

/** What the pages know of the desk, and of the sign-up of whoever sits there. */
export interface DeskState {
  read(): AppState;
  /** What the window and the pages show of the settings follows them. */
  publish(): void;
  /** Before there is a page. */
  present(): void;
  showSignUp(state: RegistrationState): void;
  /** Whether the pages were last told of a sign-up. */
  readonly showsSignUp: boolean;
}

export function createDeskState(ports: StatePorts): DeskState {
  let isSignUpShown = false;

  function read(): AppState {
    const { language, appearance, mode } = ports.settings;
    return {
      version: ports.platform.version,
      shell: ports.platform.shell,
      platform: platformName(process.platform),
      language,
      appearance,
      org: ports.org.shown(),
      wayBack: ports.org.shownWayBack(),
      mode,
      keychain: ports.keychain.status,
    };
  }

  function present(): void {
    const { appearance, language, mode } = ports.settings;
    ports.platform.present({ appearance, language, mode });
  }

  return {
    read,
    present,
    publish() {
      present();
      ports.publish('app.changed', read());
    },
    showSignUp(state) {
      isSignUpShown = state.phase !== 'idle';
      ports.publish('registration.changed', state);
    },
    get showsSignUp() {
      return isSignUpShown;
    },
  };
}

function platformName(platform: NodeJS.Platform): AppState['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}
