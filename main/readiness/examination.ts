import { type CheckId, publicChecks, type Verdict } from '../../preload/contract/readiness';
import { ConnectionKey, type SettingProblem } from '../../preload/contract/settings';
import type { Log } from '../log';
import { type BudgetLimits, openBudget } from './budget';
import type { CauseId } from './causes/cause-id';
import type { Connection } from '../network/connection';
import { failed, notChecked, type Outcome } from './outcome';
import { everyCheck, failedChecks } from './plan';
import { withProof } from './proof';
import { createVisit, type Facts } from './public/visit';
import { newReference } from './reference';
import { runChecks } from './run';
import { verdictOf } from './verdict';

export interface Result {
  readonly outcome: Outcome;
  /** How long it took. */
  readonly milliseconds: number;
}

/** One run over an org: what was to be checked, and what has come of it so far. */
export interface Examination {
  readonly connection: Connection | null;
  readonly reference: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In the order of the checks. */
  readonly results: ReadonlyMap<CheckId, Result | 'waiting' | 'running'>;
  readonly problems: readonly SettingProblem[];
  readonly facts: Facts | null;
}

export interface ExaminationOptions {
  readonly connection: Connection;
  readonly token: string | null;
  readonly log: Log;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Milliseconds for each request; 10,000 unless told. */
  readonly limit?: number;
  /** Of the whole run; 500 requests, 120 seconds and 32 million characters unless told. */
  readonly budget?: Partial<BudgetLimits>;
  /** A run at the same org of which only what failed is to be looked at again. */
  readonly earlier?: Examination | null;
  /** A new one unless told. */
  readonly reference?: string;
  readonly onChange?: (examination: Examination) => void;
}

/** Looks at an org; creates no user there, and cancels what it began. Never rejects. */
export async function examine(options: ExaminationOptions): Promise<Examination> {
  const { connection, token, log, fetch, signal, now, limit = 10_000, earlier, onChange } = options;
  const { reference = newReference() } = options;
  const checks = earlier
    ? failedChecks(outcomesOf(earlier), token !== null)
    : everyCheck(token !== null);
  const results = new Map<CheckId, Result | 'waiting' | 'running'>();
  for (const check of everyCheck(token !== null)) {
    const kept = earlier?.results.get(check);
    results.set(check, checks.includes(check) ? 'waiting' : (kept ?? 'waiting'));
  }
  const budget = openBudget(options.budget);
  const sending = { fetch, signal, limit, budget };
  const visit = createVisit(connection, sending, earlier?.facts ?? undefined);
  const examination: Examination = {
    connection,
    reference,
    startedAt: now(),
    results,
    problems: [],
    facts: visit.facts,
  };
  onChange?.(examination);
  await runChecks({
    visit,
    token,
    log,
    checks,
    onStart(check) {
      results.set(check, 'running');
      onChange?.(examination);
    },
    onEnd(check, outcome, milliseconds) {
      results.set(check, { outcome, milliseconds });
      onChange?.(examination);
    },
  });
  budget.end();
  const outcomes = outcomesOf(examination);
  for (const [check, result] of results) {
    if (typeof result === 'string') continue;
    const causes = withProof(result.outcome, outcomes);
    results.set(check, { ...result, outcome: { ...result.outcome, causes } });
  }
  return examination;
}

const causeOfKey: Readonly<Record<ConnectionKey, CauseId>> = {
  orgUrl: 'address-invalid',
  clientId: 'client-id-invalid',
  issuer: 'issuer-invalid',
  redirectUri: 'redirect-uri-invalid',
  scopes: 'scopes-invalid',
};

/** A draft may also hold settings that have nothing to do with the org. */
function partOf(key: string | undefined): ConnectionKey | null {
  return ConnectionKey.options.find((known) => known === key) ?? null;
}

/** What becomes of settings that cannot be tried: nothing is sent. */
export function refuse(problems: readonly SettingProblem[], now: () => number): Examination {
  const causes = problems.map(({ key, problem }): CauseId => {
    const part = partOf(key);
    if (problem === 'admin-host') return 'admin-address';
    return part === null ? 'unusual-answer' : causeOfKey[part];
  });
  const [first = 'org-address', ...rest] = publicChecks;
  const field = partOf(problems[0]?.key);
  return {
    connection: null,
    reference: newReference(),
    startedAt: now(),
    results: new Map<CheckId, Result>([
      [first, { outcome: failed([...new Set(causes)], { field, isFinal: true }), milliseconds: 0 }],
      ...rest.map((check): [CheckId, Result] => [
        check,
        { outcome: notChecked('stopped', { check: first }), milliseconds: 0 },
      ]),
    ]),
    problems,
    facts: null,
  };
}

export function outcomesOf({ results }: Examination): Map<CheckId, Outcome> {
  return new Map(
    [...results].flatMap(([check, result]) =>
      typeof result === 'string' ? [] : [[check, result.outcome] as const],
    ),
  );
}

export function verdict(examination: Examination): Verdict {
  return verdictOf(outcomesOf(examination));
}
