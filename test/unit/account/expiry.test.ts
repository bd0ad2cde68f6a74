import { expect, it } from 'vitest';
import { createExpiry } from '../../../main/account/expiry';

const day = 86_400_000;
/** Milliseconds that Node's timers reach; a longer one fires at once. */
const longestOfNode = 2 ** 31 - 1;

function open() {
  const clock = { now: 1000 * day };
  const planned: { milliseconds: number; run: () => void }[] = [];
  const expiry = createExpiry({
    now: () => clock.now,
    schedule(milliseconds, run) {
      const timer = { milliseconds, run };
      planned.push(timer);
      return () => {
        const at = planned.indexOf(timer);
        if (at >= 0) planned.splice(at, 1);
      };
    },
  });
  function runNext() {
    const timer = planned.shift();
    clock.now += timer?.milliseconds ?? 0;
    timer?.run();
  }
  return { expiry, clock, planned, runNext };
}

it('hears of an end in three months, by timers that Node can set', () => {
  const { expiry, clock, planned, runNext } = open();
  const end = clock.now + 90 * day;
  let endedAt: number | null = null;
  expiry.watch(end, () => (endedAt = clock.now));
  while (planned.length > 0) {
    expect(planned[0]?.milliseconds).toBeLessThanOrEqual(longestOfNode);
    runNext();
  }
  expect(endedAt).toBe(end);
});

it('hears at once of an end that is over, and of none that is forgotten or replaced', () => {
  const { expiry, clock, planned, runNext } = open();
  let ends = 0;
  const onExpired = () => (ends += 1);
  expiry.watch(clock.now - day, onExpired);
  expect(planned).toMatchObject([{ milliseconds: 0 }]);
  runNext();
  expect(ends).toBe(1);
  expiry.watch(clock.now + day, onExpired);
  expiry.watch(clock.now + 2 * day, onExpired);
  expect(planned).toHaveLength(1);
  expiry.forget();
  expect(planned).toEqual([]);
});
