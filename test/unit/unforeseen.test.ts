import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createLog } from '../../main/log';
import { createUnforeseen, outliveUnforeseen } from '../../main/unforeseen';

function open() {
  const lines: string[] = [];
  const told: string[] = [];
  const unforeseen = createUnforeseen({
    log: createLog((line) => lines.push(line)),
    tell: (reference) => told.push(reference),
  });
  return { unforeseen, lines, told };
}

it('logs the place of an error with the reference that the person reads, and no word of it', () => {
  const { unforeseen, lines, told } = open();
  const reference = unforeseen.note(new TypeError('ada@example.com is not a function'), 'poll');
  expect(told).toEqual([reference]);
  expect(JSON.parse(lines.join())).toMatchObject({
    level: 'error',
    event: 'unforeseen',
    kind: 'poll',
    reference,
    detail: expect.stringContaining('TypeError in '),
  });
  expect(lines.join()).not.toContain('ada@');
});

it('answers a page that tells of its own error, and shows it nowhere else', () => {
  const { unforeseen, lines, told } = open();
  const reference = unforeseen.noteDetail('TypeError in setup', 'page');
  expect(lines.join()).toContain(reference);
  expect(told).toEqual([]);
});

it('takes a promise that nobody waits for', async () => {
  const { unforeseen, told } = open();
  unforeseen.own(Promise.resolve());
  unforeseen.own(Promise.reject(new Error('late')));
  await expect.poll(() => told.length).toBe(1);
});

it('hears what nothing in a process caught, but not that its log has no reader', () => {
  const { unforeseen, lines, told } = open();
  const process = new EventEmitter();
  outliveUnforeseen(process, unforeseen.note);
  process.emit('unhandledRejection', { toString: 1 });
  process.emit('uncaughtException', new RangeError('x'));
  process.emit('uncaughtException', Object.assign(new Error('write'), { code: 'EPIPE' }));
  expect(told).toHaveLength(2);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { kind: 'unhandled-rejection', detail: 'object' },
    { kind: 'uncaught-exception', detail: expect.stringMatching(/^RangeError in /) },
  ]);
});
