import { expect, it } from 'vitest';
import { OneAtATime } from '../../../main/registration/one-at-a-time';

function observed() {
  const events: string[] = [];
  const work = new OneAtATime({
    begun: () => events.push('begun'),
    done: () => events.push('done'),
  });
  return { events, work };
}

it('says when work begins and ends, and gives what came of it', async () => {
  const { events, work } = observed();
  const running = work.run(async () => 'answer');
  expect(work.isRunning).toBe(true);
  expect(events).toEqual(['begun']);
  expect(await running).toBe('answer');
  expect(work.isRunning).toBe(false);
  expect(events).toEqual(['begun', 'done']);
});

it('is free again after work that fails', async () => {
  const { events, work } = observed();
  const failing = work.run(() => Promise.reject(new Error('no answer')));
  await expect(failing).rejects.toThrow('no answer');
  expect(work.isRunning).toBe(false);
  expect(events).toEqual(['begun', 'done']);
});

it('lets who waits go on once the work is over, whatever came of it', async () => {
  const { work } = observed();
  const { promise, reject } = Promise.withResolvers<string>();
  const failing = work.run(() => promise);
  let isIdle = false;
  const waiting = work.untilIdle().then(() => (isIdle = true));
  await Promise.resolve();
  expect(isIdle).toBe(false);
  reject(new Error('no answer'));
  await expect(failing).rejects.toThrow('no answer');
  await waiting;
  expect(isIdle).toBe(true);
});

it('does not keep anybody waiting where nothing runs', async () => {
  await expect(observed().work.untilIdle()).resolves.toBeUndefined();
});
