import { describe, expect, it } from 'vitest';
import { createSettingsChanges } from '../../../main/desk';
import type { Mode } from '../../../preload/contract/desk';
import type { RegistrationState } from '../../../preload/contract/registration';

type Phase = RegistrationState['phase'];

/** A desk whose administrator turns it into a kiosk by `change`, seen by what happens in it. */
function desk(phase: Phase = 'idle') {
  const happened: string[] = [];
  let mode: Mode = 'personal';
  let areWaiting = false;
  let onChange = () => {};
  const timers: { milliseconds: number; run: () => void }[] = [];
  const state: { phase: Phase } = { phase };
  const changes = createSettingsChanges({
    settings: {
      connection: () => null,
      get mode() {
        return mode;
      },
      read: () => ({ settings: [], notices: [], practicePolicy: 'default' }),
      managedChanges: {
        get areWaiting() {
          return areWaiting;
        },
        takeOver() {
          mode = 'kiosk';
          areWaiting = false;
          happened.push('in force');
        },
      },
      watch: (_schedule, listener) => {
        onChange = listener;
        return () => happened.push('stopped');
      },
    },
    registration: { state: () => ({ phase: state.phase, serial: 1 }) as RegistrationState },
    account: {
      start: () => void happened.push('account'),
      orgChanged: async () => void happened.push('org changed'),
    },
    org: { tidy: async () => {} },
    person: { leave: async () => void happened.push('person left') },
    state: { publish: () => void happened.push('state') },
    publish: (name) => void happened.push(name),
    schedule(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    unforeseen: { own: (promise) => void promise },
  });
  const stop = changes.watch();
  return {
    changes,
    happened,
    timers,
    stop,
    isInForce: () => happened.includes('in force'),
    enter(next: Phase) {
      state.phase = next;
      changes.consider();
    },
    change() {
      areWaiting = true;
      onChange();
    },
  };
}

describe("an administrator's change", () => {
  it('comes into force at once where nobody signs up, and the person before is forgotten', async () => {
    const { change, happened } = desk();
    change();
    await expect.poll(() => happened).toContain('state');
    expect(happened).toEqual([
      'settings.changed',
      'in force',
      'person left',
      'org changed',
      'account',
      'state',
      'settings.changed',
    ]);
  });

  it('waits for whoever signs up, and for the end to be read', () => {
    const { change, enter, isInForce, timers } = desk('step');
    change();
    enter('step');
    expect(isInForce()).toBe(false);
    enter('ended');
    expect(isInForce()).toBe(false);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([600_000]);
    enter('step');
    expect(timers).toEqual([]);
    enter('ended');
    timers[0]?.run();
    expect(isInForce()).toBe(true);
  });

  it('comes into force when they leave', () => {
    const { change, enter, isInForce, timers } = desk('step');
    change();
    enter('ended');
    enter('idle');
    expect(isInForce()).toBe(true);
    expect(timers).toEqual([]);
  });

  it('comes before the next person, and not while they begin', async () => {
    const { change, changes, happened, isInForce } = desk('ended');
    change();
    await changes.begin(async () => void happened.push('begun'));
    expect(happened.indexOf('in force')).toBeLessThan(happened.indexOf('begun'));

    const other = desk();
    await other.changes.begin(async () => {
      other.change();
      expect(other.isInForce()).toBe(false);
    });
    expect(other.isInForce()).toBe(true);
    expect(isInForce()).toBe(true);
  });

  it('is not looked for once the app stops', () => {
    const { change, stop, happened, timers } = desk('ended');
    change();
    stop();
    expect(timers).toEqual([]);
    expect(happened.at(-1)).toBe('stopped');
  });
});
