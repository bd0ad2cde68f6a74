import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Polling } from '../../../main/registration/polling';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An answer whose step asks for a poll every two seconds. */
const waiting = {
  status: 200,
  body: {
    remediation: {
      value: [
        {
          name: 'enroll-poll',
          href: 'https://acme.okta.com/idp/idx/authenticators/poll',
          refresh: 2_000,
          value: [],
        },
      ],
    },
  },
};

function start(ask: () => Promise<void> = async () => {}) {
  const asked = vi.fn(ask);
  const failed = vi.fn();
  return { polling: new Polling(asked, failed), asked, failed };
}

/** Milliseconds until the next question. */
function pause({ nextAt }: Polling): number | null {
  return nextAt === null ? null : nextAt - Date.now();
}

it('asks at the pace that the org names, with the form that it names', async () => {
  const { polling, asked } = start();
  polling.schedule(waiting);
  expect(pause(polling)).toBe(2_000);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(asked).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'enroll-poll' }));
});

it('plans one question, however often the step is shown', async () => {
  const { polling, asked } = start();
  for (let times = 0; times < 3; times += 1) polling.schedule(waiting);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('asks nothing where the step asks for no poll', async () => {
  const { polling, asked } = start();
  polling.schedule(waiting);
  polling.schedule({ status: 200, body: {} });
  expect(polling.nextAt).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).not.toHaveBeenCalled();
});

it('asks nothing once it is stopped', async () => {
  const { polling, asked } = start();
  polling.schedule(waiting);
  polling.stop();
  expect(polling.nextAt).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).not.toHaveBeenCalled();
});

describe('after a question without a usable answer', () => {
  it('waits twice as long each time, and a minute at most', () => {
    const { polling } = start();
    const pauses = Array.from({ length: 7 }, () => {
      polling.backOff(false);
      polling.schedule(waiting);
      return pause(polling);
    });
    expect(pauses).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('waits a minute at once where the org says that it was asked too often', () => {
    const { polling } = start();
    polling.backOff(true);
    polling.schedule(waiting);
    expect(pause(polling)).toBe(60_000);
  });

  it("goes back to the org's pace when it answers again", () => {
    const { polling } = start();
    polling.backOff(true);
    polling.resume();
    polling.schedule(waiting);
    expect(pause(polling)).toBe(2_000);
  });
});

it('reports a question that fails in a way that nobody foresaw', async () => {
  const error = new Error('unforeseen');
  const { polling, failed } = start(() => Promise.reject(error));
  polling.schedule(waiting);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(failed).toHaveBeenCalledExactlyOnceWith(error);
});
