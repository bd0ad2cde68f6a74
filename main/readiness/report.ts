import type { ConnectionReport } from '../../preload/schemas/settings';

/** What a step found out for the next one, or the report that ends the test. */
export type StepOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly report: ConnectionReport };

/** A finding, the setting to look at, and the org's own words where it gave any. */
export function report(
  finding: ConnectionReport['finding'],
  field: ConnectionReport['field'] = null,
  detail: string | null = null,
): ConnectionReport {
  return { finding, field, detail: detail === null ? null : detail.slice(0, 1000), problems: [] };
}

export function stop(...found: Parameters<typeof report>): { ok: false; report: ConnectionReport } {
  return { ok: false, report: report(...found) };
}
