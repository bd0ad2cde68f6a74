import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('docs/electron.md', 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| [^-]/.test(line) && !/stand-in and test/.test(line));
const tests = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));

it('names a test or a folder of tests for every assumption about Electron', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const named = [...row.matchAll(/`([\w/-]+\.test\.ts|test\/[\w-]+)`/g)].map(([, name]) => name);
    expect(named, row).not.toEqual([]);
    for (const name of named) {
      const isThere = existsSync(name ?? '') || tests.some((file) => file.endsWith(`/${name}`));
      expect(isThere, name).toBe(true);
    }
  }
});
