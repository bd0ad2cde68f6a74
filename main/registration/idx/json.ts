import { readJson } from '../../network/read-json';

/** Lenient reading of JSON that a server sent: a missing or odd value is `undefined`, never a throw. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

export function asRecords(value: unknown): JsonRecord[] {
  if (!Array.isArray(value)) return [];
  return value.map(asRecord).filter((record) => record !== undefined);
}

export function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Follows keys into nested objects. */
export function dig(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    const record = asRecord(inner);
    return record && Object.hasOwn(record, key) ? record[key] : undefined;
  }, value);
}

/** The words of a text, a number, or a yes or no; nothing else has any. */
export function asWords(value: unknown): string | undefined {
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  return isScalar ? String(value) : undefined;
}

/** Undefined also where the JSON is out of all bounds. */
export function parseJson(text: string): unknown {
  const reading = readJson(text);
  return reading.kind === 'json' ? reading.value : undefined;
}

/** Cuts to `max` UTF-16 units without halving a surrogate pair. */
export function clamp(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}

/**
 * Resolves the JSONPath subset that the Identity Engine uses for `relatesTo`:
 * `$.currentAuthenticator`, `$.authenticators.value[3]`, or a list that starts with one.
 */
export function resolveRelatesTo(response: unknown, relatesTo: unknown): JsonRecord | undefined {
  const path: unknown = Array.isArray(relatesTo) ? relatesTo[0] : relatesTo;
  if (typeof path !== 'string') return undefined;
  const keys = path.match(/[^.[\]$'"]+/g) ?? [];
  const target = keys.reduce<unknown>(
    (inner, key) => (Array.isArray(inner) ? (inner[Number(key)] as unknown) : dig(inner, key)),
    response,
  );
  const record = asRecord(target);
  return asRecord(record?.['value']) ?? record;
}
