import type { Json } from '../unit/practice-org/practice';

/** An answer as the tests read it; `{}` where it is no JSON object. */
export function asJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}
