import { json, type Reply } from '../http/exchange';
import type { Reading } from './read-route';

/** One page of a list, with Okta's `Link` to itself and to the next. The cursor is the last id. */
export function onePage<Item extends { readonly id: string }>(
  { exchange, origin, org }: Reading,
  items: readonly Item[],
  usualSize: number,
  draw: (item: Item) => unknown = (item) => item,
): Reply {
  const { query, path } = exchange;
  const size = Math.min(sizeWanted(query.get('limit')) ?? usualSize, org.policy.apiPageSize);
  const after = query.get('after');
  const start = after === null ? 0 : indexAfter(items, after);
  const shown = items.slice(start, start + size);
  const last = shown.at(-1);
  const address = (cursor: string | null) => {
    const url = new URL(path, origin);
    url.search = query.toString();
    if (cursor !== null) url.searchParams.set('after', cursor);
    return url.href;
  };
  const links = [`<${address(after)}>; rel="self"`];
  if (last && start + size < items.length) links.push(`<${address(last.id)}>; rel="next"`);
  return json(200, shown.map(draw), { Link: links.join(', ') });
}

function sizeWanted(limit: string | null): number | null {
  return limit !== null && /^[1-9]\d{0,5}$/.test(limit) ? Number(limit) : null;
}

/** A cursor that nobody was given leads to nothing, and not to the beginning again. */
function indexAfter(items: readonly { readonly id: string }[], after: string): number {
  const index = items.findIndex(({ id }) => id === after);
  return index < 0 ? items.length : index + 1;
}
