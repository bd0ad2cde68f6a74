import { at, isLoose, list, type Loose, words } from './loose';

/** A question that a form puts to a person. */
export interface Asked {
  readonly path: readonly string[];
  /** The path joined by dots, which is the control's `name`. */
  readonly name: string;
  readonly raw: Loose;
  readonly isRequired: boolean;
  /** What can be chosen; empty where anything can be typed. */
  readonly values: readonly (string | number | boolean)[];
  /** Forms of which one is filled in instead of a value. */
  readonly forms: readonly OptionForm[];
  readonly messages: readonly Loose[];
}

export interface OptionForm extends Form {
  readonly raw: Loose;
}

export interface Form {
  readonly asked: readonly Asked[];
  /** What is sent back as it came. */
  readonly echoed: readonly { readonly path: readonly string[]; readonly value: unknown }[];
  /** Something only a page of the org can give: a captcha's token, a passkey, Duo's signature. */
  readonly needsToken: boolean;
}

export function readForm(remediation: Loose): Form {
  return readFields(list(remediation['value']), [], false);
}

function readFields(
  fields: readonly Loose[],
  parents: readonly string[],
  isGroupRequired: boolean,
): Form {
  const asked = new Map<string, Asked>();
  const echoed: Form['echoed'][number][] = [];
  let needsToken = false;
  for (const raw of fields) {
    const path = [...parents, words(raw['name'])];
    const isRequired = typeof raw['required'] === 'boolean' ? raw['required'] : isGroupRequired;
    const group = groupOf(raw);
    if (group) {
      const inner = readFields(group, path, isRequired);
      for (const one of inner.asked) asked.set(one.name, asked.get(one.name) ?? one);
      echoed.push(...inner.echoed);
      needsToken ||= inner.needsToken;
    } else if (isSettled(raw)) {
      const value = raw['value'];
      if (value !== undefined && value !== null) echoed.push({ path, value });
      else needsToken ||= isRequired && raw['mutable'] !== false;
    } else if (hasAnythingToAsk(raw)) {
      const question = ask(raw, path, isRequired);
      asked.set(question.name, asked.get(question.name) ?? question);
    }
  }
  return { asked: [...asked.values()], echoed, needsToken };
}

function ask(raw: Loose, path: readonly string[], isRequired: boolean): Asked {
  const forms = list(raw['options']).flatMap((option) => {
    const inner = at(option, 'value', 'form', 'value');
    return Array.isArray(inner)
      ? [{ ...readFields(list(inner), path, isRequired), raw: option }]
      : [];
  });
  return {
    path,
    name: path.join('.'),
    raw,
    isRequired,
    values: forms.length > 0 ? [] : valuesOf(raw),
    forms,
    messages: list(at(raw, 'messages', 'value')),
  };
}

function groupOf(raw: Loose): Loose[] | null {
  for (const inner of [at(raw, 'form', 'value'), at(raw, 'value', 'form', 'value'), raw['value']]) {
    if (!Array.isArray(inner) || raw['options'] !== undefined) continue;
    // A list of anything else is a value.
    if (inner.length === 0 || list(inner).length > 0) return list(inner);
  }
  return null;
}

/**
 * Not for the person to say. Granular consent hides its yes or no, too, and a choice of channels
 * comes immutable; but nobody else has made these choices.
 */
function isSettled({ type, value, visible, mutable, options }: Loose): boolean {
  if (value !== undefined) return mutable === false || visible === false;
  if (mutable === false) return !Array.isArray(options) || options.length === 0;
  return visible === false && type !== 'boolean';
}

/** An object without fields and a list without entries leave nothing to ask. */
function hasAnythingToAsk(raw: Loose): boolean {
  if (Array.isArray(raw['options'])) return raw['options'].length > 0;
  return raw['type'] !== 'object';
}

function valuesOf(raw: Loose): (string | number | boolean)[] {
  const listed = list(raw['options']);
  const display = listed.map((option) => at(option, 'value', 'value')).find(isLoose);
  const options = display ? list(display['options']) : listed;
  const values = options.flatMap(({ value }) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [value]
      : [],
  );
  return values.length === 0 && raw['visible'] === false ? [true, false] : values;
}

/** A box to tick: a boolean without a list of its own. */
export function isTick({ raw, values }: Asked): boolean {
  const display = list(raw['options']).map((option) => at(option, 'value', 'value', 'inputType'));
  return values.length === 0 && (raw['type'] === 'boolean' || display.includes('checkbox'));
}
