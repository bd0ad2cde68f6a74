import { asRecord, asRecords, asString, dig, type JsonRecord } from './json';

/** One answer of the Identity Engine, as it came. */
export interface IdxResponse {
  readonly status: number;
  readonly body: JsonRecord;
}

/** A form (or a link, where `method` is GET) that the org offers next. */
export interface Remediation {
  readonly name: string;
  readonly href: string;
  readonly method: string;
  readonly inputs: readonly Input[];
  /** The handle that the form itself carries; posts go with the answer's where it has none. */
  readonly stateHandle: string | undefined;
  /** The answer held more fields, or more forms, than anybody could be shown. */
  readonly isCut: boolean;
  readonly raw: JsonRecord;
}

/**
 * What is read of one answer: no step shows more than 400 fields and 60 actions, and an answer is
 * walked through several times while other calls wait.
 */
const most = { forms: 300, inputs: 2_000 } as const;

/** How many fields of an answer are still read. */
class Budget {
  #left: number = most.inputs;
  isUsedUp = false;

  /** False where there is no room for one more. */
  take(): boolean {
    this.isUsedUp ||= this.#left <= 0;
    this.#left -= 1;
    return !this.isUsedUp;
  }
}

export interface Input {
  /** Keys from the body's root; a key may hold dots itself (OAuth scope names). */
  readonly path: readonly string[];
  readonly isMutable: boolean;
  readonly isVisible: boolean;
  readonly isRequired: boolean;
  readonly raw: JsonRecord;
  /** Set on options that are forms of their own: methods, kinds of security question. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly inputs: readonly Input[];
  readonly raw: JsonRecord;
}

/** Read once from each answer, which nobody changes: forms can be long, and are asked for often. */
const known = new WeakMap<JsonRecord, readonly Remediation[]>();

export function remediationsOf({ body }: IdxResponse): readonly Remediation[] {
  const read = known.get(body) ?? readRemediations(body);
  known.set(body, read);
  return read;
}

function readRemediations(body: JsonRecord): Remediation[] {
  const forms = asRecords(dig(body, 'remediation', 'value'));
  const budget = new Budget();
  const isCut = forms.length > most.forms;
  return forms.slice(0, most.forms).flatMap((raw) => {
    const name = asString(raw['name']);
    return name === undefined ? [] : [toRemediation(name, raw, budget, isCut)];
  });
}

/** Asked by main at the org's pace, and never a form to send. */
export function isPoll({ name }: Pick<Remediation, 'name'>): boolean {
  return ['poll', 'enroll-poll', 'challenge-poll'].includes(name);
}

/** An action outside `remediation`: cancel, resend, poll. */
export function actionAt(response: IdxResponse, ...keys: string[]): Remediation | undefined {
  const raw = asRecord(dig(response.body, ...keys));
  return raw && asString(raw['href']) !== undefined
    ? toRemediation(asString(raw['name']) ?? keys.at(-1) ?? '', raw, new Budget())
    : undefined;
}

export function inputName(input: Input): string {
  return input.path.join('.');
}

function toRemediation(name: string, raw: JsonRecord, budget: Budget, isCut = false): Remediation {
  const inputs = mergeRepeated(
    inputsOf(asRecords(raw['value']), { parents: [], isGroupRequired: false, budget }),
  );
  return {
    name,
    href: asString(raw['href']) ?? '',
    method: (asString(raw['method']) ?? 'POST').toUpperCase(),
    inputs,
    isCut: isCut || budget.isUsedUp,
    stateHandle: asString(
      asRecords(raw['value']).find((input) => input['name'] === 'stateHandle')?.['value'],
    ),
    raw,
  };
}

interface Group {
  readonly parents: readonly string[];
  readonly isGroupRequired: boolean;
  readonly budget: Budget;
}

/** Nested groups become paths. A field without `required` takes its group's (widget's rule). */
function inputsOf(values: readonly JsonRecord[], group: Group): Input[] {
  const { parents, isGroupRequired, budget } = group;
  return values.flatMap((raw) => {
    const name = asString(raw['name']);
    if (name === undefined || (parents.length === 0 && name === 'stateHandle')) return [];
    if (!budget.take()) return [];
    const path = [...parents, name];
    const isRequired = typeof raw['required'] === 'boolean' ? raw['required'] : isGroupRequired;
    const nested = nestedInputs(raw);
    const inner = { parents: path, isGroupRequired: isRequired, budget };
    if (nested) return inputsOf(nested, inner);
    return [
      {
        path,
        isMutable: raw['mutable'] !== false || isLeftToChoose(raw),
        isVisible: raw['visible'] !== false,
        isRequired,
        raw,
        choices: choicesOf(raw, inner),
      },
    ];
  });
}

/** A recording calls a choice immutable that nobody has made yet. */
function isLeftToChoose(raw: JsonRecord): boolean {
  return raw['value'] === undefined && asRecords(raw['options']).length > 0;
}

function nestedInputs(raw: JsonRecord): JsonRecord[] | undefined {
  const nested = dig(raw, 'form', 'value') ?? dig(raw, 'value', 'form', 'value');
  if (Array.isArray(nested)) return asRecords(nested);
  const { value, options } = raw;
  if (!Array.isArray(value) || options !== undefined) return undefined;
  const fields = asRecords(value);
  return fields.length > 0 || value.length === 0 ? fields : undefined;
}

function choicesOf(raw: JsonRecord, group: Group): Choice[] {
  const options = asRecords(raw['options']);
  return options.flatMap((option, index) => {
    const form = dig(option, 'value', 'form', 'value');
    if (!Array.isArray(form)) return [];
    return [{ id: String(index), inputs: inputsOf(asRecords(form), group), raw: option }];
  });
}

/** Progressive profiling repeats the `userProfile` group, one attribute in each. */
function mergeRepeated(inputs: readonly Input[]): Input[] {
  const byName = new Map<string, Input>();
  for (const input of inputs) {
    const key = JSON.stringify(input.path);
    if (!byName.has(key)) byName.set(key, input);
  }
  return [...byName.values()];
}
