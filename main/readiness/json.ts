import { type JsonValue, readJson } from '../network/read-json';

export type Json = Readonly<Record<string, unknown>>;

/** An object of JSON; null for everything else. */
export function asObject(value: unknown): Json | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : null;
}

export function parseObject(text: string): Json | null {
  return asObject(parseJson(text));
}

/** Null where there is no JSON, or more of it than any settings hold. */
export function parseJson(text: string): JsonValue {
  const reading = readJson(text);
  return reading.kind === 'json' ? reading.value : null;
}

export function textOf(json: Json | null, name: string): string | null {
  const value = json?.[name];
  return typeof value === 'string' ? value : null;
}

/** The objects of a list; a value that is no list has none. */
export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.flatMap((one: unknown) => {
        const object = asObject(one);
        return object ? [object] : [];
      })
    : [];
}

/** A value further inside; null where there is none on the way. */
export function inside(json: Json | null, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => asObject(value)?.[name], json) ?? null;
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap((one: unknown) => (typeof one === 'string' ? [one] : []))
    : [];
}
