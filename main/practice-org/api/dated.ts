import type { Org } from '../model/org';

/** When things of an org came to be: with it. */
export function dated({ startedAt }: Org) {
  const at = new Date(startedAt).toISOString();
  return { created: at, lastUpdated: at };
}

/** One of Okta's `_links`, to be read. */
export function link(href: string) {
  return { href, hints: { allow: ['GET'] } };
}
