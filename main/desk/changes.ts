import type { EventPayload } from '../../preload/contract';
import type { Mode } from '../../preload/contract/desk';
import type { RegistrationState } from '../../preload/contract/registration';
import type { SettingsView } from '../../preload/contract/settings';
import type { Connection } from '../network/connection';

type Schedule = (milliseconds: number, run: () => void) => () => void;

export interface ChangesPorts {
  readonly settings: {
    connection(): Connection | null;
    readonly mode: Mode;
    read(): SettingsView;
    readonly managedChanges: { readonly areWaiting: boolean; takeOver(): void };
    watch(schedule: Schedule, onChange: () => void): () => void;
  };
  readonly registration: { state(): RegistrationState };
  readonly account: {
    /** Sees to what is in the keychain, as the mode has it. */
    start(): void;
    orgChanged(): Promise<void>;
  };
  readonly org: { tidy(): Promise<unknown> };
  readonly person: { leave(): Promise<void> };
  readonly state: { publish(): void };
  readonly publish: (name: 'settings.changed', payload: EventPayload<'settings.changed'>) => void;
  readonly schedule: Schedule;
  readonly unforeseen: { own(promise: Promise<unknown>): void };
}

/** Milliseconds for which the end of a sign-up may be read before it counts as left alone. */
const reading = 600_000;

/** What other parts of the app follow. */
export interface InForce {
  readonly connection: Connection | null;
  readonly mode: Mode;
}

/** What follows from changed settings, and when an administrator's changes come into force. */
export interface SettingsChanges {
  /** To be noted before a change. */
  inForce(): InForce;
  /** The settings have changed: the page, the window and a sign-up under way follow them. */
  follow(before: InForce): Promise<void>;
  /** Reads managed settings again as they change, until the returned function is called. */
  watch(): () => void;
  /** The sign-up is at another point: perhaps its person is done. */
  consider(): void;
  /** The next person begins: changes that wait come into force before, and none meanwhile. */
  begin<Value>(start: () => Promise<Value>): Promise<Value>;
}

export function createSettingsChanges(ports: ChangesPorts): SettingsChanges {
  const { settings, registration, account, schedule, unforeseen } = ports;
  let beginning = 0;
  let stopReading: (() => void) | null = null;

  const inForce = (): InForce => ({ connection: settings.connection(), mode: settings.mode });
  const tell = () => ports.publish('settings.changed', settings.read());

  async function follow(before: InForce): Promise<void> {
    await ports.org.tidy();
    if (JSON.stringify(before) !== JSON.stringify(inForce())) {
      await ports.person.leave();
      unforeseen.own(account.orgChanged());
      if (before.mode !== settings.mode) account.start();
    }
    ports.state.publish();
    tell();
  }

  function endReading(): void {
    stopReading?.();
    stopReading = null;
  }

  async function takeOver(): Promise<void> {
    endReading();
    if (!settings.managedChanges.areWaiting) return;
    const before = inForce();
    settings.managedChanges.takeOver();
    await follow(before);
  }

  /** An administrator's changes wait for whoever is signing up, or reads how it ended. */
  function consider(): void {
    if (!settings.managedChanges.areWaiting || beginning > 0) return;
    const { phase } = registration.state();
    if (phase === 'idle') unforeseen.own(takeOver());
    else if (phase === 'step') endReading();
    else stopReading ??= schedule(reading, () => unforeseen.own(takeOver()));
  }

  return {
    inForce,
    follow,
    consider,
    watch() {
      const stop = settings.watch(schedule, () => {
        // Also of what is wrong with the file, and that changes wait.
        tell();
        consider();
      });
      return () => {
        stop();
        endReading();
      };
    },
    async begin(start) {
      if (beginning === 0 && registration.state().phase !== 'step') await takeOver();
      beginning += 1;
      try {
        return await start();
      } finally {
        beginning -= 1;
        consider();
      }
    },
  };
}

/** By the clock of this machine; no timer keeps the process. */
export function runLater(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
}
