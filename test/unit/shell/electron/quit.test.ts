import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopBeforeQuit } from '../../../../main/shell/electron/quit';
import { FakeEvent } from './fake-electron';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(stop: () => Promise<void>) {
  let quits = 0;
  const app = Object.assign(new EventEmitter(), { quit: () => void (quits += 1) });
  stopBeforeQuit(app, stop);
  const askToQuit = () => {
    const event = new FakeEvent();
    app.emit('will-quit', event);
    return event;
  };
  return { askToQuit, quits: () => quits };
}

describe('stopBeforeQuit', () => {
  it('waits for what is stopping, also when asked again', async () => {
    let finish = () => {};
    const { askToQuit, quits } = setUp(() => new Promise((resolve) => (finish = resolve)));
    expect(askToQuit().isPrevented).toBe(true);
    expect(askToQuit().isPrevented).toBe(true);
    expect(quits()).toBe(0);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(quits()).toBe(1);
    expect(askToQuit().isPrevented).toBe(false);
  });

  it('does not wait for ever', async () => {
    const { askToQuit, quits } = setUp(() => new Promise(() => {}));
    askToQuit();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(quits()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(quits()).toBe(1);
  });

  it('quits where stopping failed', async () => {
    const { askToQuit, quits } = setUp(() => Promise.reject(new Error('no')));
    askToQuit();
    await vi.advanceTimersByTimeAsync(0);
    expect(quits()).toBe(1);
  });
});
