import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { casesOf, mutate } from '../../mutants/apply';
import { table } from '../../mutants/table';

const cases = casesOf(table);

it.each(cases)('$file has its line once: $text', ({ file, text, instead, without }) => {
  const source = readFileSync(file, 'utf8');
  expect(mutate(source, { text, instead, without })).not.toBeNull();
  expect(instead).not.toBe(text);
});

it('names tests that exist', () => {
  const tests = cases.flatMap((one) => one.tests);
  expect(tests.filter((test) => !existsSync(test))).toEqual([]);
});

it('names every file once', () => {
  const files = table.map(({ file }) => file);
  expect(files).toEqual([...new Set(files)]);
});

it('takes a line out where it is, and tells where it is not there once', () => {
  const mutant = { text: 'guard();', instead: '', without: 'nothing is guarded' };
  expect(mutate('a();guard();b();', mutant)).toBe('a();b();');
  expect(mutate('a();b();', mutant)).toBeNull();
  expect(mutate('guard();guard();', mutant)).toBeNull();
});
