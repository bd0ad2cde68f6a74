/** Looking into JSON of which nothing is certain. */
export type Loose = Readonly<Record<string, unknown>>;

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function at(value: unknown, ...keys: string[]): unknown {
  let inner = value;
  for (const key of keys) {
    if (Array.isArray(inner)) inner = (inner as unknown[])[Number(key)];
    else inner = isLoose(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }
  return inner;
}

export function list(value: unknown): Loose[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isLoose) : [];
}

export function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a `relatesTo` points at: `$.currentAuthenticator`, `$.authenticators.value[3]`. */
export function related(body: unknown, pointer: unknown): Loose {
  const first: unknown = Array.isArray(pointer) ? (pointer as unknown[])[0] : pointer;
  const keys = words(first)
    .split(/[.[\]]+/)
    .filter((key) => key !== '' && key !== '$');
  const target = keys.length > 0 ? at(body, ...keys) : undefined;
  const inner = at(target, 'value');
  if (isLoose(inner)) return inner;
  return isLoose(target) ? target : {};
}
