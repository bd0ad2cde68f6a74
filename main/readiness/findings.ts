import type { CheckId, Finding, ReadinessView } from '../../preload/contract/readiness';
import { announce, describe } from './describe';
import type { Examination } from './examination';
import type { HistoryEntry } from './history';
import type { ReadinessTexts } from '../texts';

/** What was found, in the words of a language. */
export function findingsOf(examination: Examination, texts: ReadinessTexts): Finding[] {
  return [...examination.results].map(([check, result]) =>
    typeof result === 'string'
      ? announce(check, result, texts)
      : describe(check, result.outcome, result.milliseconds, texts),
  );
}

export function pastRuns(
  entries: readonly HistoryEntry[],
  texts: ReadinessTexts,
): ReadinessView['history'] {
  const nameOf = (check: CheckId) => texts.checks[check].name;
  return entries.map(({ failed, ...entry }) => ({ ...entry, failed: failed.map(nameOf) }));
}
