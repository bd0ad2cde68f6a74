import type { ConnectionKey } from '../../preload/contract/settings';
import type { CauseId } from './causes/cause-id';
import type { ConsolePath } from './causes/console-paths';
import type { ReadinessTexts } from '../texts';

/** A value that was looked at; `api` and `console` are its places. */
export interface Seen {
  readonly label: keyof ReadinessTexts['labels'];
  readonly value: string;
  readonly api?: string;
  readonly console?: ConsolePath;
}

/** What a check found, in no language yet. */
export interface Outcome {
  readonly status: 'pass' | 'warn' | 'fail' | 'cannot-tell' | 'not-checked';
  /** What would explain it, most likely first. */
  readonly causes: readonly CauseId[];
  /** A sentence of its own; without one, the first cause or the check speaks. */
  readonly summary: keyof ReadinessTexts['summaries'] | null;
  /** For the placeholders of the summary. */
  readonly values: Readonly<Record<string, string>>;
  readonly seen: readonly Seen[];
  /** The org's own words. */
  readonly detail: string | null;
  readonly field: ConnectionKey | null;
  /** What follows would mean nothing. */
  readonly isFinal: boolean;
}

type Rest = Partial<Omit<Outcome, 'status' | 'causes'>>;

const nothing = { summary: null, values: {}, seen: [], detail: null, field: null, isFinal: false };

/** Causes of a pass are worth knowing, and nothing to be mended. */
export function pass(rest: Rest & Partial<Pick<Outcome, 'causes'>> = {}): Outcome {
  return { ...nothing, status: 'pass', causes: [], ...rest };
}

export function warn(causes: readonly CauseId[], rest: Rest = {}): Outcome {
  return { ...nothing, status: 'warn', causes, ...rest };
}

export function failed(causes: readonly CauseId[], rest: Rest = {}): Outcome {
  return { ...nothing, status: 'fail', causes, ...rest };
}

export function cannotTell(causes: readonly CauseId[], rest: Rest = {}): Outcome {
  return { ...nothing, status: 'cannot-tell', causes, ...rest };
}

export function notChecked(summary: NonNullable<Outcome['summary']>, values = {}): Outcome {
  return { ...nothing, status: 'not-checked', causes: [], summary, values };
}
