import { expect, it } from 'vitest';
import { createLog } from '../../main/log';

function logged(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const lines: string[] = [];
  createLog((line) => lines.push(line)).info('event', fields);
  return JSON.parse(lines.join(''));
}

it('drops a field that is not among the named ones', () => {
  expect(logged({ reason: 'known', password: 'secret' })).not.toHaveProperty('password');
  expect(logged({ reason: 'known', password: 'secret' })).toHaveProperty('reason', 'known');
});

it('bounds every value', () => {
  expect(logged({ detail: 'x'.repeat(10_000) })['detail']).toHaveLength(300);
});
