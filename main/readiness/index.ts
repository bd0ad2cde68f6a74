import type { MainHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/contract/define';
import type { ReadinessView, RunRequest } from '../../preload/contract/readiness';
import type { Connection } from '../network/connection';
import { explain } from './describe';
import { type Examination, examine, outcomesOf, refuse, verdict } from './examination';
import { findingsOf, pastRuns } from './findings';
import { openHistory } from './history';
import type { PersonalNetwork } from '../platform';
import type { ReadinessPorts } from './ports';
import { newReference } from './reference';
import { drawReport } from './report';
import { loadTexts, type ReadinessTexts } from '../texts';

export type { ReadinessPorts } from './ports';

export interface Readiness {
  readonly handlers: MainHandlers['readiness'];
  /**
   * Finds out in the background why a sign-up could not start; the reference leads to the result
   * in the history and in the log.
   */
  investigate(connection: Connection): string;
  /** Ends what is running and forgets the token: the page is gone. */
  leave(): void;
  /** Whether a token is held, or a check runs that nobody ended. */
  readonly isInUse: boolean;
}

/**
 * Milliseconds within which another failed start has the same reason: somebody who tries again and
 * again at a hundred desks must not use up the org's rate limits.
 */
const lookInterval = 300_000;

interface HeldToken {
  readonly token: string;
  readonly orgUrl: string;
}

/** The readiness check of the app: one run at a time, its last result, and the runs before it. */
export function createReadiness(ports: ReadinessPorts): Readiness {
  const { log, now, onChange, openNetwork } = ports;
  const history = openHistory(ports.folder, log);
  let current: Examination | null = null;
  let running: AbortController | null = null;
  let wasCancelled = false;
  /** In memory alone, only while the page is open, and for the org alone that it was given for. */
  let held: HeldToken | null = null;
  let serial = 0;
  let lastLook: { reference: string; at: number; host: string } | null = null;
  let words: ReadinessTexts | null = null;

  async function speak(): Promise<ReadinessTexts> {
    return (words = await loadTexts('readiness', ports.language()));
  }

  /** In the language that was last spoken, also where that changed during a run. */
  function view(texts: ReadinessTexts): ReadinessView {
    const isDone = current !== null && running === null;
    const ended = wasCancelled ? 'cancelled' : 'done';
    return {
      serial: (serial += 1),
      state: current === null ? 'idle' : isDone ? ended : 'running',
      verdict: current !== null && isDone && !wasCancelled ? verdict(current) : null,
      host: current?.connection ? new URL(current.connection.orgUrl).host : null,
      reference: current?.reference ?? null,
      startedAt: current?.startedAt ?? null,
      hasToken: held !== null,
      canUsePracticeToken: ports.practiceToken() !== null,
      problems: [...(current?.problems ?? [])],
      findings: current ? findingsOf(current, texts) : [],
      history: pastRuns(history.list(), texts),
    };
  }

  function note(examination: Examination, isAutomatic: boolean): void {
    const { connection, reference, startedAt } = examination;
    const failed = [...outcomesOf(examination)]
      .filter(([, { status }]) => status === 'fail' || status === 'cannot-tell')
      .map(([check]) => check);
    const host = connection ? new URL(connection.orgUrl).host : '–';
    const outcome = verdict(examination);
    log.info('readiness.checked', { reference, host, outcome, detail: failed.join(' ') });
    history.add({ reference, at: startedAt, host, verdict: outcome, failed, isAutomatic });
  }

  /** The request's token, or the one from before where it was given for this org. */
  function takeToken(wanted: RunRequest['token'], { orgUrl }: Connection): void {
    switch (wanted.kind) {
      case 'none':
        held = null;
        break;
      case 'typed': {
        const token = wanted.token.trim();
        held = token === '' ? null : { token, orgUrl };
        break;
      }
      case 'practice':
        held = ports.practiceToken();
    }
    if (held?.orgUrl !== orgUrl) held = null;
  }

  async function run(
    connection: Connection,
    earlier: Examination | null,
    controller: AbortController,
  ): Promise<void> {
    const publish = (examination: Examination) => {
      if (running !== controller) return;
      current = examination;
      if (words) onChange(view(words));
    };
    let network: PersonalNetwork | null = null;
    try {
      network = openNetwork();
      const examination = await examine({
        connection,
        token: held?.token ?? null,
        log,
        fetch: network.fetch,
        signal: controller.signal,
        now,
        earlier,
        onChange: publish,
      });
      if (running !== controller) return;
      running = null;
      wasCancelled = controller.signal.aborted;
      if (!wasCancelled) note(examination, false);
      if (words) onChange(view(words));
    } finally {
      if (running === controller) running = null;
      await network?.close();
    }
  }

  /** A network that cannot be opened or closed is a fault of the app's own. */
  function noteCrash(error: unknown): void {
    log.error('readiness.failed', { kind: error instanceof Error ? error.name : typeof error });
  }

  function leave(): void {
    running?.abort();
    held = null;
  }

  /** Nobody watches this one: its result is for the history and the log. */
  async function look(connection: Connection, reference: string): Promise<void> {
    const network = openNetwork();
    const { signal } = new AbortController();
    try {
      note(
        await examine({
          connection,
          token: null,
          log,
          fetch: network.fetch,
          signal,
          now,
          reference,
        }),
        true,
      );
      if (running === null) onChange(view(await speak()));
    } finally {
      await network.close();
    }
  }

  return {
    handlers: {
      read: async () => ok(view(await speak())),

      async run({ draft, token: wanted, scope }) {
        if (running !== null) return fail('busy');
        const controller = (running = new AbortController());
        let chosen: Awaited<ReturnType<typeof ports.connection>> | ReturnType<typeof ports.preview>;
        let texts: ReadinessTexts;
        try {
          chosen = draft ? ports.preview(draft) : await ports.connection();
          texts = await speak();
        } catch (error) {
          running = null;
          throw error;
        }
        if (chosen === null || 'problems' in chosen) {
          running = null;
          if (chosen === null) return fail('no-org');
          wasCancelled = false;
          current = refuse(chosen.problems, now);
          return ok(view(texts));
        }
        // The page may have been left meanwhile: a token would outlive it.
        if (!controller.signal.aborted) takeToken(wanted, chosen);
        wasCancelled = false;
        const isSame = JSON.stringify(chosen) === JSON.stringify(current?.connection);
        const earlier = scope === 'failed' && isSame ? current : null;
        void run(chosen, earlier, controller).catch(noteCrash);
        return ok(view(texts));
      },

      async cancel() {
        running?.abort();
        return ok(view(await speak()));
      },

      async leave() {
        leave();
        return ok({});
      },

      explain: async ({ misconfigurations }) =>
        ok({ causes: explain(misconfigurations, await speak()) }),

      report: async ({ format }) =>
        ok({ text: current ? drawReport(current, format, await speak(), ports.wayBack) : '' }),
    },

    investigate(connection) {
      const host = new URL(connection.orgUrl).host;
      const isRecent = lastLook !== null && now() - lastLook.at < lookInterval;
      if (isRecent && lastLook?.host === host) return lastLook.reference;
      const reference = newReference();
      lastLook = { reference, at: now(), host };
      log.warn('readiness.desk-not-ready', { reference });
      void look(connection, reference).catch(noteCrash);
      return reference;
    },

    leave,
    get isInUse() {
      return held !== null || (running !== null && !running.signal.aborted);
    },
  };
}
