import { json, type Reply } from '../http/exchange';
import type { Injection } from './injections';

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
