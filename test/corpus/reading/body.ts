import { type Asked, type Form, isTick } from './form';
import type { Loose } from './loose';

export type Values = ReadonlyMap<Asked, string | number | boolean>;

/**
 * The body a form posts: what was typed at its place, what came immutable as it came, whatever the
 * depth. A suggested value that was left alone counts as typed.
 */
export function expectedBody(answer: Loose, form: Form, values: Values, chosen?: Form): Loose {
  const { stateHandle } = answer;
  // The form's own handle, where it has one, is among what is echoed.
  const body: Record<string, unknown> = stateHandle === undefined ? {} : { stateHandle };
  for (const { path, value } of [...form.echoed, ...(chosen?.echoed ?? [])]) {
    put(body, path, value);
  }
  for (const field of [...form.asked, ...(chosen?.asked ?? [])]) {
    const value = values.get(field) ?? suggested(field);
    if (value !== undefined) put(body, field.path, value);
  }
  return body;
}

/**
 * Boxes that nobody had to tick may be sent as such or left out; and an empty second address is
 * how Okta is told that there is none.
 */
export function withoutUntouched(body: unknown, form: Form, values: Values): unknown {
  const copy: unknown = structuredClone(body);
  for (const field of form.asked) {
    if (values.has(field) || suggested(field) !== undefined) continue;
    const leaf = field.path.at(-1);
    if (isTick(field)) drop(copy, field.path, false);
    if (leaf === 'secondEmail') drop(copy, field.path, '');
  }
  return copy;
}

function suggested({ path, raw, values }: Asked): unknown {
  const { value } = raw;
  // The only way of a method's form is chosen already, also where it need not be.
  if (path.join('.') === 'authenticator.methodType' && values.length === 1) return values[0];
  if (raw['type'] === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (typeof value === 'string' && values.length > 0 && !values.includes(value)) return undefined;
  return typeof value === 'object' || value === '' ? undefined : value;
}

function put(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner = body[first];
  const group = isGroup(inner) ? inner : {};
  body[first] = group;
  put(group, rest, value);
}

function drop(body: unknown, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (!isGroup(body)) return;
  if (rest.length > 0) drop(body[first], rest, value);
  const inner = body[first];
  const isEmptied = isGroup(inner) && Object.keys(inner).length === 0;
  if (rest.length === 0 ? inner === value : isEmptied) Reflect.deleteProperty(body, first);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
