import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  misconfigurations,
  misconfigurationTable,
} from '../../../../../preload/contract/misconfigurations';

const guide = readFileSync(new URL('../../../../../docs/practice-org.md', import.meta.url), 'utf8');

it('the guide tells of each misconfiguration, below the problem that it is a case of', () => {
  let problem = '';
  const told = [...guide.matchAll(/^\| ([^|`]*)\| `([a-z-]+)` +\| [^|]*[^| -][^|]*\|$/gm)].map(
    ([, row = '', name = '']) => {
      problem = row.trim() || problem;
      return [name, problem];
    },
  );
  const rows = misconfigurations.map((name) => [name, misconfigurationTable[name].row]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(rows));
});
