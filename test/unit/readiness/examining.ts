import type { CheckId } from '../../../preload/contract/readiness';
import { type Examination, examine, outcomesOf } from '../../../main/readiness/examination';
import { createLog } from '../../../main/log';
import type { BudgetLimits } from '../../../main/readiness/budget';
import type { Connection } from '../../../main/network/connection';

export interface Looking {
  connection: Connection;
  token?: string;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  limit?: number;
  budget?: Partial<BudgetLimits>;
  now?: () => number;
  earlier?: Examination;
  onChange?: (examination: Examination) => void;
}

/** A connection as the settings make it, at an org on this machine. */
export function connectionTo(orgUrl: string, change: Partial<Connection> = {}) {
  return {
    orgUrl,
    issuer: orgUrl,
    clientId: '0oa1',
    redirectUri: 'app.frontdesk.desktop:/callback',
    scopes: ['openid', 'email'],
    ...change,
  };
}

export function look({ connection, token, ...rest }: Looking): Promise<Examination> {
  return examine({
    connection,
    token: token ?? null,
    log: createLog(() => {}),
    fetch: globalThis.fetch,
    signal: new AbortController().signal,
    now: () => 1_000_000,
    ...rest,
  });
}

/** What a check came to. */
export function outcomeOf(examination: Examination, check: CheckId) {
  const outcome = outcomesOf(examination).get(check);
  if (!outcome) throw new Error(`${check} has not ended`);
  return outcome;
}

export function statusesOf(examination: Examination): Record<string, string> {
  return Object.fromEntries(
    [...outcomesOf(examination)].map(([check, { status }]) => [check, status]),
  );
}
