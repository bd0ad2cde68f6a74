/**
 * Takes each protecting line of the table out in turn, in a copy of the project, and runs the tests
 * that have to notice. Ends with `N of N mutants noticed`, and with status 1 where one was not.
 * Parameters: parts of file names, to try those alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, casesOf, mutate } from './apply.ts';
import { type Bench, openBench, type Verdict } from './bench.ts';
import { copyProject } from './copy.ts';
import { table } from './table/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);

const cases = casesOf(table).filter(
  ({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
const copy = copyProject(root);
process.on('exit', () => copy.remove());
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(1));
// Tests read files by names that begin in the project's folder, and try properties a normal number of times.
process.chdir(copy.folder);
Reflect.deleteProperty(process.env, 'FRONTDESK_LONG');

const bench = await openBench(copy.folder);
const unchanged = await bench.run([...new Set(cases.flatMap(({ tests }) => tests))]);
if (unchanged.kind !== 'green') {
  say(`Nothing can be told: with every line in place a test fails, ${unchanged.by}.`);
  report(0);
  process.exit(1);
}

const unnoticed: string[] = [];
for (const one of cases) {
  const verdict = await tryOut(one, bench);
  const { kind } = verdict;
  const by = kind === 'green' ? `without it, ${one.without}` : verdict.by;
  say(`${kind === 'red' ? 'noticed  ' : 'UNNOTICED'}  ${one.file}  ${shown(one.text)}  (${by})`);
  if (kind !== 'red') unnoticed.push(`${one.file}: ${shown(one.text)}`);
}
say(`\n${unnoticed.map((line) => `not noticed: ${line}\n`).join('')}`);
report(cases.length - unnoticed.length);
await bench.close();
process.exit(unnoticed.length === 0 ? 0 : 1);

async function tryOut({ file, tests, ...mutant }: Case, { run, forget }: Bench): Promise<Verdict> {
  const path = join(copy.folder, file);
  const source = readFileSync(path, 'utf8');
  const mutated = mutate(source, mutant);
  if (mutated === null) return { kind: 'broken', by: 'the line is not there exactly once' };
  writeFileSync(path, mutated);
  try {
    forget(file);
    return await run(tests);
  } finally {
    writeFileSync(path, source);
    // The next run must not meet what this one read.
    forget(file);
  }
}

function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

function report(noticed: number): void {
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'mutants.json'), JSON.stringify({ tried: cases.length, noticed }));
  say(`${noticed} of ${cases.length} mutants noticed`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
