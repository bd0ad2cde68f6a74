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
  readonly raw: JsonRecord;
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
  return asRecords(dig(body, 'remediation', 'value')).flatMap((raw) => {
    const name = asString(raw['name']);
    return name === undefined ? [] : [toRemediation(name, raw)];
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
    ? toRemediation(asString(raw['name']) ?? keys.at(-1) ?? '', raw)
    : undefined;
}

export function inputName(input: Input): string {
  return input.path.join('.');
}

function toRemediation(name: string, raw: JsonRecord): Remediation {
  return {
    name,
    href: asString(raw['href']) ?? '',
    method: (asString(raw['method']) ?? 'POST').toUpperCase(),
    inputs: mergeRepeated(inputsOf(asRecords(raw['value']), [], false)),
    stateHandle: asString(
      asRecords(raw['value']).find((input) => input['name'] === 'stateHandle')?.['value'],
    ),
    raw,
  };
}

/** Nested groups become paths. A field without `required` takes its group's (widget's rule). */
function inputsOf(
  values: readonly JsonRecord[],
  parents: readonly string[],
  isGroupRequired: boolean,
): Input[] {
  return values.flatMap((raw) => {
    const name = asString(raw['name']);
    if (name === undefined || (parents.length === 0 && name === 'stateHandle')) return [];
    const path = [...parents, name];
    const isRequired = typeof raw['required'] === 'boolean' ? raw['required'] : isGroupRequired;
    const nested = nestedInputs(raw);
    if (nested) return inputsOf(nested, path, isRequired);
    return [
      {
        path,
        isMutable: raw['mutable'] !== false || isLeftToChoose(raw),
        isVisible: raw['visible'] !== false,
        isRequired,
        raw,
        choices: choicesOf(raw, path, isRequired),
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

function choicesOf(raw: JsonRecord, path: readonly string[], isRequired: boolean): Choice[] {
  const options = asRecords(raw['options']);
  return options.flatMap((option, index) => {
    const form = dig(option, 'value', 'form', 'value');
    if (!Array.isArray(form)) return [];
    return [
      { id: String(index), inputs: inputsOf(asRecords(form), path, isRequired), raw: option },
    ];
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
