import * as v from 'valibot';
import { type SettingProblem, settingProblems } from '../../preload/contract/settings';
import type { Checked } from './rules/words';

type Problem = SettingProblem['problem'];

/** What a setting can hold: as a file has it, and as a person types and reads it. */
export interface Kind<Value> {
  /** What is kept, and typed. An issue's message is one of the problems of the contract. */
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What an administrator's file may say. */
  readonly managed: v.GenericSchema<unknown, Value>;
  /** What the schema is asked about a typed text; a text that does not fit stays as it is. */
  fromText(text: string): unknown;
  toText(value: Value): string;
}

/** A text with a rule of its own, which brings it into one form and can be asked twice. */
export function text(rule: (typed: string) => Checked): Kind<string> {
  return kind(v.pipe(v.string(says('not-valid')), ruled(rule)));
}

/** As `text`, for several words that an administrator's file may also list one by one. */
export function words(rule: (typed: string) => Checked): Kind<string> {
  const list = v.pipe(
    v.array(v.string(says('not-valid')), says('not-valid')),
    v.transform((items) => items.join(' ')),
  );
  return {
    ...text(rule),
    managed: v.pipe(v.union([v.string(), list], says('not-valid')), ruled(rule)),
  };
}

/**
 * One word of a closed list, in any case; typed, with spaces around it. A word of `later` is known
 * and not built yet, which is another problem than a typing error.
 */
export function choice<const Option extends string>(
  options: readonly Option[],
  later: readonly string[] = [],
): Kind<Option> {
  const schema = v.pipe(
    v.string(says('not-in-list')),
    v.rawTransform<string, Option>(({ dataset, addIssue, NEVER }) => {
      const word = dataset.value.trim().toLowerCase();
      const option = options.find((known) => known === word);
      if (option !== undefined) return option;
      addIssue({ message: later.includes(word) ? says('later-version') : says('not-in-list') });
      return NEVER;
    }),
    v.picklist(options),
  );
  return kind(schema);
}

/** Yes or no. */
export function flag(): Kind<boolean> {
  return kind(v.boolean(says('not-in-list')), {
    fromText: (typed) => (typed === 'true' ? true : typed === 'false' ? false : typed),
  });
}

/** A duration in whole seconds, or a count, with both bounds included. */
export function wholeNumber({ from, to }: { from: number; to: number }): Kind<number> {
  return kind(
    v.pipe(
      v.number(says('not-a-number')),
      v.integer(says('not-a-number')),
      v.minValue(from, says('out-of-range')),
      v.maxValue(to, says('out-of-range')),
    ),
    { fromText: (typed) => (/^-?\d{1,15}$/.test(typed) ? Number(typed) : typed) },
  );
}

/** Several words of a closed list, each once, in the order given. */
export function choices<const Option extends string>(
  options: readonly Option[],
): Kind<readonly Option[]> {
  return kind(
    v.pipe(
      v.array(v.picklist(options, says('not-in-list')), says('not-valid')),
      v.maxLength(100, says('too-long')),
      v.transform((items): readonly Option[] => [...new Set(items)]),
    ),
    {
      fromText: (typed) => typed.split(/[\s,]+/).filter((item) => item !== ''),
      toText: (items) => items.join(' '),
    },
  );
}

/** A text that stands for something else, or null where none is set. Only a file can hold it. */
export function parsed<Value extends object>(
  parse: (text: string) => Value | null,
): Kind<Value | null> {
  return kind(
    v.pipe(
      v.string(says('not-valid')),
      v.rawTransform<string, Value | null>(({ dataset, addIssue, NEVER }) => {
        const value = parse(dataset.value);
        if (value !== null) return value;
        addIssue({ message: says('not-valid') });
        return NEVER;
      }),
    ),
  );
}

/** Several values under names of their own, which only a file can hold. */
export function nested<Value extends object>(schema: v.GenericSchema<unknown, Value>): Kind<Value> {
  return kind(schema);
}

/** The problem that a schema found: its message, where that is one that people can be told. */
export function problemOf(issues: readonly v.BaseIssue<unknown>[]): Problem {
  const message = issues[0]?.message;
  return settingProblems.find((problem) => problem === message) ?? 'not-valid';
}

function says(problem: Problem): Problem {
  return problem;
}

function kind<Value>(
  schema: v.GenericSchema<unknown, Value>,
  texts: Partial<Pick<Kind<Value>, 'fromText' | 'toText'>> = {},
): Kind<Value> {
  return {
    schema,
    managed: schema,
    fromText: (typed) => typed,
    toText: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
    ...texts,
  };
}

function ruled(rule: (typed: string) => Checked) {
  return v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const checked = rule(dataset.value);
    if ('value' in checked) return checked.value;
    addIssue({ message: checked.problem });
    return NEVER;
  });
}
