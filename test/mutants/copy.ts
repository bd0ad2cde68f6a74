import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** What is linked to, since no mutant touches it, and what no test reads. */
const linked = ['node_modules', 'out'];
const left = ['.git', 'test-results', 'dist', 'playwright-report'];

export interface Copy {
  readonly folder: string;
  remove(): void;
}

/** A copy of the project in a folder of its own, so that a run that is killed leaves no mutant behind. */
export function copyProject(root: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-mutants-'));
  for (const name of readdirSync(root)) {
    if (left.includes(name)) continue;
    if (linked.includes(name)) symlinkSync(join(root, name), join(folder, name), 'junction');
    else cpSync(join(root, name), join(folder, name), { recursive: true, filter: isWanted(root) });
  }
  if (!existsSync(join(folder, 'main'))) throw new Error(`${root} is not the project`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The packages of the peers' suite are large, and no test of a mutant needs them. */
function isWanted(root: string) {
  return (path: string) => !relative(root, path).split(sep).includes('node_modules');
}
