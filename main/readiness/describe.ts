import type { Cause, CheckId, Finding } from '../../preload/contract/readiness';
import { type CauseId, isMisconfiguration } from './causes/cause-id';
import { causeTable } from './causes/cause-table';
import { type ConsolePath, consolePaths } from './causes/console-paths';
import { foreignWords } from '../printable';
import type { Outcome, Seen } from './outcome';
import { fill, type ReadinessTexts } from '../texts';

/** A finding in the words of a language. */
export function describe(
  check: CheckId,
  outcome: Outcome,
  milliseconds: number,
  texts: ReadinessTexts,
): Finding {
  return {
    check,
    status: outcome.status,
    milliseconds,
    name: texts.checks[check].name,
    summary: clip(summarise(check, outcome, texts)),
    causes: explain(outcome.causes.slice(0, 10), texts),
    seen: outcome.seen.slice(0, 60).map((one) => describeSeen(one, texts)),
    detail: outcome.detail === null ? null : clip(foreignWords(outcome.detail)),
    field: outcome.field,
  };
}

/** A check whose turn has not come, or has just come. */
export function announce(
  check: CheckId,
  status: 'waiting' | 'running',
  texts: ReadinessTexts,
): Finding {
  return {
    check,
    status,
    milliseconds: null,
    name: texts.checks[check].name,
    summary: '',
    causes: [],
    seen: [],
    detail: null,
    field: null,
  };
}

function summarise(check: CheckId, outcome: Outcome, texts: ReadinessTexts): string {
  const { summary, values, causes, status } = outcome;
  if (summary !== null) return fill(texts.summaries[summary], inWords(values, texts));
  const [first] = causes;
  if (first === undefined || status === 'pass')
    return fill(texts.checks[check].pass, inWords(values, texts));
  const { title } = texts.causes[first];
  return causes.length === 1 ? title : fill(texts.summaries.several, { title });
}

/** A value that names a check is that check's name. */
function inWords(values: Outcome['values'], texts: ReadinessTexts): Outcome['values'] {
  const names: Readonly<Record<string, { readonly name: string }>> = texts.checks;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      names[value]?.name ?? foreignWords(value),
    ]),
  );
}

/** What is known of causes, in the words of a language. */
export function explain(causes: readonly CauseId[], texts: ReadinessTexts): Cause[] {
  return causes.map((cause) => describeCause(cause, texts));
}

function describeCause(cause: CauseId, texts: ReadinessTexts): Cause {
  const { title, wrong, person, steps, tell } = texts.causes[cause];
  const { who, where } = causeTable[cause];
  return {
    misconfiguration: isMisconfiguration(cause) ? cause : null,
    title,
    wrong,
    person,
    where: isConsolePath(where) ? consolePaths[where] : texts.places[where],
    steps: [...steps],
    who: texts.who[who],
    tell: tell === '' ? null : tell,
  };
}

function isConsolePath(where: string): where is ConsolePath {
  return Object.hasOwn(consolePaths, where);
}

function describeSeen(
  { label, value, api, console }: Seen,
  texts: ReadinessTexts,
): Finding['seen'][number] {
  return {
    label: texts.labels[label],
    value: foreignWords(value).slice(0, 2000),
    api: api ?? null,
    console: console === undefined ? null : consolePaths[console],
  };
}

function clip(text: string): string {
  return text.slice(0, 1000);
}
