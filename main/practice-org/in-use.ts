import type { PracticeHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/contract/define';
import type { OutboxMessage } from '../../preload/contract/practice';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { PolicyPreset } from '../../preload/contract/settings';
import type { Log } from '../log';
import type { Unforeseen } from '../unforeseen';
import type { PracticeOrg } from './index';

export interface PracticePorts {
  readonly log: Log;
  /** Loads and starts an org. */
  readonly start: (
    policy: PolicyPreset,
    misconfiguration: Misconfiguration | null,
  ) => Promise<PracticeOrg>;
  /** Serves the practice calls until the returned function is called. */
  readonly serve: (handlers: PracticeHandlers) => () => void;
  readonly onMail: (messages: OutboxMessage[]) => void;
  readonly openExternal: (url: URL) => Promise<boolean>;
}

/** Starts orgs whose code is loaded with the first of them. */
export function startWhenWanted({
  log,
  unforeseen,
}: {
  readonly log: Log;
  readonly unforeseen: Pick<Unforeseen, 'noteDetail'>;
}): PracticePorts['start'] {
  return async (policy, misconfiguration) => {
    const { startPracticeOrg } = await import('./index');
    return startPracticeOrg({
      policy,
      misconfigurations: misconfiguration === null ? [] : [misconfiguration],
      log,
      onUnforeseen: (detail) => unforeseen.noteDetail(detail, 'practice-org'),
    });
  };
}

/** The practice org while a person practises: loaded, started and served only then. */
export interface PracticeInUse {
  /** Starts the org with this policy unless it runs with it; null where it cannot start. */
  use(policy: PolicyPreset): Promise<PracticeOrg | null>;
  /** How the org is set up wrong on purpose, from the next use on. */
  misconfiguration: Misconfiguration | null;
  leave(): Promise<void>;
  /** What the org sent to whoever was here, forgotten in it as well. */
  readonly mail: { forget(): Promise<void>; remains(): Promise<boolean> };
  readonly org: PracticeOrg | null;
}

export function createPracticeInUse(ports: PracticePorts): PracticeInUse {
  let current: {
    org: PracticeOrg;
    policy: PolicyPreset;
    misconfiguration: Misconfiguration | null;
    stopServing: () => void;
  } | null = null;
  let misconfiguration: Misconfiguration | null = null;
  // One change at a time: a second choice waits for the first to be carried out.
  let pending: Promise<unknown> = Promise.resolve();

  function inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const turn = pending.then(change);
    pending = turn.catch(() => {});
    return turn;
  }

  async function stop(): Promise<void> {
    const ended = current;
    current = null;
    ended?.stopServing();
    await ended?.org.close();
  }

  async function start(policy: PolicyPreset): Promise<PracticeOrg | null> {
    if (current?.policy === policy && current.misconfiguration === misconfiguration) {
      return current.org;
    }
    await stop();
    try {
      const wrong = misconfiguration;
      const org = await ports.start(policy, wrong);
      org.onMail(ports.onMail);
      current = {
        org,
        policy,
        misconfiguration: wrong,
        stopServing: ports.serve(handlersOf(org, ports)),
      };
      return org;
    } catch (error) {
      const detail = error instanceof Error ? error.name : typeof error;
      ports.log.error('practice.not-started', { detail });
      return null;
    }
  }

  return {
    use: (policy) => inTurn(() => start(policy)),
    leave: () => inTurn(stop),
    mail: {
      forget: () => inTurn(async () => current?.org.clearOutbox()),
      remains: async () => ((await current?.org.outbox()) ?? []).length > 0,
    },
    get misconfiguration() {
      return misconfiguration;
    },
    set misconfiguration(next) {
      misconfiguration = next;
    },
    get org() {
      return current?.org ?? null;
    },
  };
}

function handlersOf(org: PracticeOrg, { openExternal }: PracticePorts): PracticeHandlers {
  return {
    practice: {
      outbox: async () => ok(await org.outbox()),
      async openLink({ message }) {
        const link = (await org.outbox()).find(({ id }) => id === message)?.link;
        if (link === null || link === undefined) return fail('no-such-message');
        // The org's own origin and nothing else, whatever stands in the message.
        const url = new URL(link);
        if (url.origin !== new URL(org.issuer).origin) return fail('no-such-message');
        return (await openExternal(url)) ? ok({}) : fail('not-opened');
      },
    },
  };
}
