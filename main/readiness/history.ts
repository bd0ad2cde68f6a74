import Conf from 'conf';
import * as v from 'valibot';
import { CheckId, Verdict } from '../../preload/contract/readiness';
import type { Log } from '../log';

/** One run of the past, in no language. No person and no secret is in it. */
const Entry = v.object({
  reference: v.pipe(v.string(), v.maxLength(40)),
  at: v.pipe(v.number(), v.finite()),
  host: v.pipe(v.string(), v.maxLength(300)),
  verdict: Verdict,
  failed: v.array(CheckId),
  isAutomatic: v.boolean(),
});
export type HistoryEntry = v.InferOutput<typeof Entry>;

export interface History {
  /** Newest first. */
  list(): readonly HistoryEntry[];
  add(entry: HistoryEntry): void;
}

const kept = 20;

/** The last runs, in `readiness.json` in the folder; in memory alone where that cannot be written. */
export function openHistory(folder: string, log: Log): History {
  let entries: HistoryEntry[] | null = null;
  let conf: Conf<{ runs: unknown[] }> | null = null;

  function read(): HistoryEntry[] {
    try {
      conf ??= new Conf({
        cwd: folder,
        configName: 'readiness',
        clearInvalidConfig: true,
        configFileMode: 0o600,
      });
      const runs: unknown = conf.get('runs', []);
      return (Array.isArray(runs) ? runs : []).slice(0, kept).flatMap((run: unknown) => {
        const parsed = v.safeParse(Entry, run);
        return parsed.success ? [parsed.output] : [];
      });
    } catch {
      return [];
    }
  }

  return {
    list: () => (entries ??= read()),
    add(entry) {
      entries = [entry, ...(entries ??= read())].slice(0, kept);
      try {
        conf?.set('runs', entries);
      } catch {
        log.warn('readiness.history-not-saved');
      }
    },
  };
}
