import * as v from 'valibot';
import { json, type Reply } from '../http/exchange';

/** An answer that stands in for one of the org's own. */
const Injection = v.strictObject({
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 200),
  /** Any JSON; text is sent as it is, as a proxy's page would come. */
  body: v.unknown(),
  headers: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/)), v.pipe(v.string(), v.regex(/^[ -~]*$/))),
    {},
  ),
  /** How the path begins of the requests it may answer. */
  at: v.optional(v.pipe(v.string(), v.regex(/^\/[ -~]{0,199}$/)), '/idp/idx'),
  /** For how many requests it stands in: a step that polls asks again and again. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 1),
});
export type Injection = v.InferOutput<typeof Injection>;

/** One answer or several, in the order of the requests they answer. */
export const InjectionRequest = v.union([v.array(Injection), Injection]);

export interface Injections {
  add(injections: readonly Injection[]): void;
  /** The answer for a request to this path; null where the org answers for itself. */
  take(path: string): Injection | null;
  /** How many requests are still answered with one. */
  readonly waiting: number;
  clear(): void;
}

export function createInjections(): Injections {
  let queue: readonly Injection[] = [];
  return {
    add: (injections) => {
      queue = [...queue, ...injections];
    },
    take(path) {
      const found = queue.find(({ at }) => path.startsWith(at));
      if (!found) return null;
      queue = queue.flatMap((one) => {
        if (one !== found) return [one];
        return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
      });
      return found;
    },
    get waiting() {
      return queue.reduce((sum, { times }) => sum + times, 0);
    },
    clear: () => {
      queue = [];
    },
  };
}

/** An injected answer as it is: JSON of this type unless it has one of its own, or a page. */
export function replyOf({ status, body, headers }: Injection, jsonType: string): Reply {
  const isType = (name: string) => name.toLowerCase() === 'content-type';
  const given = Object.entries(headers);
  const type = given.find(([name]) => isType(name))?.[1];
  const others = Object.fromEntries(given.filter(([name]) => !isType(name)));
  if (typeof body !== 'string') {
    return json(status, body, { 'Content-Type': type ?? jsonType, ...others });
  }
  return { ...json(status, '', { 'Content-Type': type ?? 'text/html', ...others }), body };
}
