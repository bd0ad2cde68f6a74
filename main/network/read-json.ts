/**
 * What JSON can hold. Numbers are finite, texts are well-formed, no object is called `__proto__`, and
 * a text or a number can be made of each without a throw.
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

export type JsonReading =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'not-json' }
  /** JSON, but deeper, of more values or of longer texts than anybody has a use for. */
  | { readonly kind: 'out-of-bounds' };

/**
 * Okta's deepest recorded answer has 19 levels and 1,900 values, its longest text is a QR code of
 * 20,000 characters. A list of 100,000 options stays within these as well. Different names are what
 * parsing takes longest for: a hundred times as long as for the same names again and again.
 */
export const jsonBounds = {
  depth: 100,
  values: 1_000_000,
  text: 1_000_000,
  names: 10_000,
} as const;

/**
 * Reads the JSON of a server into plain data that any walk over it can follow to its end: how deep
 * and how large it is, is known before it is parsed.
 */
export function readJson(text: string): JsonReading {
  const start = text.search(/\S/);
  if (start >= 0 && '{['.includes(text.charAt(start)) && !isWithinBounds(text)) {
    return { kind: 'out-of-bounds' };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value: mayBeOdd.test(text) ? plain(value) : (value as JsonValue) };
  } catch {
    return { kind: 'not-json' };
  }
}

/**
 * Without an escape, one of those names, and a number of 300 digits or an exponent of two, JSON of well-formed
 * text is plain data as it is parsed: a long list need not be walked through once more.
 */
const mayBeOdd = /\\u|__proto__|toString|valueOf|\d[eE]\+?\d{2}|\d{300}/;

const sign = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** Counts brackets, commas and names outside of texts, which tells all there is to know of valid JSON. */
function isWithinBounds(text: string): boolean {
  let depth = 0;
  let values = 1;
  const names = new Set<string>();
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case sign.quote: {
        start = at;
        end = endOfText(text, at + 1);
        if (end - start > jsonBounds.text) return false;
        at = end;
        break;
      }
      case sign.colon:
        if (names.add(text.slice(start, end)).size > jsonBounds.names) return false;
        break;
      case sign.openList:
      case sign.openObject:
        depth += 1;
        values += 1;
        break;
      case sign.closeList:
      case sign.closeObject:
        depth -= 1;
        break;
      case sign.comma:
        values += 1;
        break;
      default:
        continue;
    }
    if (depth > jsonBounds.depth || values > jsonBounds.values) return false;
  }
  return true;
}

/** Where the quotation mark stands that ends a text; the end of everything where there is none. */
function endOfText(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === sign.quote) return at;
    if (code === sign.backslash) at += 1;
  }
  return text.length;
}

/** Changes what was just parsed and is nobody else's yet: a copy would take the memory twice. */
function plain(parsed: unknown): JsonValue {
  if (Array.isArray(parsed)) {
    const list: unknown[] = parsed;
    for (let at = 0; at < list.length; at += 1) {
      const right = plain(list[at]);
      if (right !== list[at]) list[at] = right;
    }
    return parsed as JsonValue[];
  }
  switch (typeof parsed) {
    case 'string':
      // Half of a pair of surrogates throws where an address is made of it.
      return parsed.isWellFormed() ? parsed : parsed.toWellFormed();
    case 'number':
      // `1e999` is a number in JSON.
      return Number.isFinite(parsed) ? parsed : null;
    case 'boolean':
      return parsed;
    default:
      return parsed === null || parsed === undefined ? null : plainRecord(parsed as JsonObject);
  }
}

type JsonObject = Record<string, unknown>;

/**
 * Data after parsing, but the first is the prototype of the next copy that is made by hand, and with
 * the others no text and no number can be made of an object.
 */
const notData = ['__proto__', 'toString', 'valueOf'];

function plainRecord(record: JsonObject): JsonValue {
  for (const name of notData) {
    if (Object.hasOwn(record, name)) Reflect.deleteProperty(record, name);
  }
  for (const name of Object.keys(record)) {
    const right = plain(record[name]);
    if (right !== record[name]) record[name] = right;
  }
  return record as { [name: string]: JsonValue };
}
