import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { endDespite } from '../../../main/credentials/end-despite';

function setUp() {
  const kill = vi.fn();
  const ending = Object.assign(new EventEmitter(), { pid: 7, kill });
  return { ending, kill };
}

it('ends the process at once where a call is still unanswered when it exits', () => {
  const { ending, kill } = setUp();
  endDespite(new Promise(() => {}), ending);
  expect(kill).not.toHaveBeenCalled();
  ending.emit('exit');
  expect(kill).toHaveBeenCalledWith(7, 'SIGKILL');
});

it('lets the process exit by itself once its calls are answered, whatever the answer', async () => {
  const { ending, kill } = setUp();
  endDespite(Promise.resolve('password'), ending);
  endDespite(Promise.reject(new Error('locked')), ending);
  await new Promise((resolve) => setImmediate(resolve));
  ending.emit('exit');
  expect(kill).not.toHaveBeenCalled();
});
