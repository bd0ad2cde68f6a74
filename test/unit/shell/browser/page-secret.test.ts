import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { obtainSecret, type PageParts, secretName } from '../../../../preload/bridges/page-secret';

const secret = { key: 'k', countersign: 'c' };

/** A tab of one origin; the tabs of a `line` hear each other as BroadcastChannel lets them. */
function openTab(
  path: string,
  { kept, line = new Set() }: { kept?: string; line?: Set<EventTarget> } = {},
) {
  const stored = new Map(kept === undefined ? [] : [[secretName, kept]]);
  const ears = new EventTarget();
  line.add(ears);
  const addresses: string[] = [];
  const enter = vi.fn<PageParts['enter']>(() => Promise.resolve(secret));
  const parts: PageParts = {
    address: new URL(path, 'http://127.0.0.1:1'),
    replaceAddress: (to) => addresses.push(to),
    enter,
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
    },
    channel: {
      addEventListener: ears.addEventListener.bind(ears),
      postMessage(data: unknown) {
        for (const other of line)
          if (other !== ears) other.dispatchEvent(new MessageEvent('message', { data }));
      },
    },
  };
  return { parts, stored, addresses, enter };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function obtain(parts: PageParts) {
  const obtained = obtainSecret(parts);
  await vi.advanceTimersByTimeAsync(10_000);
  return obtained;
}

it('comes from the link, whose token leaves the address first', async () => {
  const { parts, addresses, enter, stored } = openTab('/open?token=once');
  enter.mockImplementation(() => {
    expect(addresses).toEqual(['/']);
    return Promise.resolve(secret);
  });
  expect(await obtain(parts)).toEqual(secret);
  expect(enter).toHaveBeenCalledWith('once');
  expect(JSON.parse(stored.get(secretName) ?? '')).toEqual(secret);
});

it('survives a reload in its tab', async () => {
  const { parts, enter } = openTab('/', { kept: JSON.stringify(secret) });
  expect(await obtain(parts)).toEqual(secret);
  expect(enter).not.toHaveBeenCalled();
});

it('is told to another tab of the same origin', async () => {
  const line = new Set<EventTarget>();
  await obtain(openTab('/', { kept: JSON.stringify(secret), line }).parts);
  const { parts } = openTab('/', { line });
  expect(await obtain(parts)).toEqual(secret);
});

it.each([
  ['nothing is kept', undefined],
  ['what is kept is no secret', '{"key":1}'],
  ['what is kept is no JSON', '{'],
])('is not there where %s and no other tab has it', async (_case, kept) => {
  const { parts } = openTab('/', kept === undefined ? {} : { kept });
  expect(await obtain(parts)).toBeNull();
});

it('is what the tab kept where the link has been used', async () => {
  const { parts, enter } = openTab('/open?token=used', { kept: JSON.stringify(secret) });
  enter.mockResolvedValue(null);
  expect(await obtain(parts)).toEqual(secret);
});

it('lasts for the page where a browser keeps nothing', async () => {
  const { parts } = openTab('/open?token=once');
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const storage = { getItem: refuse, setItem: refuse };
  expect(await obtain({ ...parts, storage })).toEqual(secret);
});
