import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { doorsOf, houses, isCode, partsOf, rowOf, zones, zonesOf } from '../../lint/layers.mjs';

const root = join(import.meta.dirname, '../../..');

function linter(rule: string): ESLint {
  return new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => ruleId === rule });
}

const paths = linter('import-x/no-restricted-paths');
const cycles = linter('import-x/no-cycle');

/** Lines of `text` that a rule reports, were it the text of `file`. */
async function reported(eslint: ESLint, file: string, text: string): Promise<number[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ line }) => line);
}

/** Files with code in and below a folder or file of the project. */
function codeIn(path: string): string[] {
  if (isCode(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? codeIn(inside) : [inside].filter(isCode);
  });
}

function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to).replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

/** A file that does nothing but import these, each on a line of its own. */
function importAll(from: string, files: readonly string[]): string {
  const imports = files.map((file) => `import '${specifier(from, file)}';`).join('\n');
  return from.endsWith('.vue') ? `<script setup lang="ts">${imports}</script>\n` : imports;
}

describe.each(houses)('the parts of $folder', (house) => {
  const { folder } = house;
  const parts = partsOf(house).filter((part) => codeIn(`${folder}/${part}`).length > 0);

  it('have a zone each', () => {
    expect(zonesOf(house).map(({ target }) => target)).toEqual(
      partsOf(house).map((part) => `./${folder}/${part}`),
    );
    const targets = zones.map(({ target }) => target);
    for (const part of partsOf(house)) expect(targets).toContain(`./${folder}/${part}`);
  });

  it.each(parts)(
    'let %s import what stands below it, by its doors, and nothing else',
    async (part) => {
      const [probe = ''] = codeIn(`${folder}/${part}`);
      const others = parts.filter((other) => other !== part);
      const doors = others
        .filter((other) => rowOf(house, other) < rowOf(house, part))
        .flatMap((other) => doorsOf(house, other).flatMap((door) => codeIn(`${folder}/${door}`)));
      const files = others.flatMap((other) => codeIn(`${folder}/${other}`));
      const forbidden = files.flatMap((file, index) => (doors.includes(file) ? [] : [index + 1]));
      expect(await reported(paths, probe, importAll(probe, files))).toEqual(forbidden);
    },
  );
});

it.each([
  ['main/network/read-json.ts', 'main/registration/index.ts'],
  ['main/diagnosis/token-error.ts', 'main/readiness/index.ts'],
  ['main/org-page/address.ts', 'main/account/index.ts'],
  ['main/ipc/serve.ts', 'main/settings/index.ts'],
  ['main/command-line/readiness.ts', 'main/readiness/findings.ts'],
  ['main/registration/index.ts', 'main/account/index.ts'],
  ['main/platform.ts', 'main/shell/electron/index.ts'],
  ['main/app.ts', 'main/shell/built-files.ts'],
  ['main/app.ts', 'main/settings/settings.ts'],
  ['main/shell/electron/menu.ts', 'main/shell/browser/site.ts'],
  ['main/app.ts', 'preload/bridges/ipc.ts'],
  ['main/app.ts', 'renderer/bridge.ts'],
  ['preload/contract/index.ts', 'preload/bridges/bridge.ts'],
  ['preload/bridges/ipc.ts', 'main/app.ts'],
  ['renderer/main.ts', 'preload/bridges/ipc.ts'],
  ['renderer/App.vue', 'main/app.ts'],
  ['renderer/i18n/index.ts', 'renderer/stores/app.ts'],
  ['renderer/components/AppButton.vue', 'renderer/frame/PageFrame.vue'],
  ['renderer/registration/StepPage.vue', 'renderer/pages/AccountPage.vue'],
  ['renderer/bridge.ts', 'test/support/app.ts'],
])('refuses %s the import of %s', async (from, to) => {
  expect(readFileSync(join(root, to), 'utf8')).not.toBe('');
  expect(await reported(paths, from, importAll(from, [to]))).toEqual([1]);
});

it('counts an import of types, a re-export and an import that is made later', async () => {
  const text = [
    "import type { Registration } from '../registration';",
    "export * from '../registration';",
    "void import('../registration');",
  ].join('\n');
  expect(await reported(paths, 'main/network/read-json.ts', text)).toEqual([1, 2, 3]);
});

describe('a circle', () => {
  /** Two files of a folder, the first of which imports the second already. */
  function neighbours(folder: string, kind: string): [string, string] {
    for (const file of codeIn(folder)) {
      const source = readFileSync(join(root, file), 'utf8');
      for (const [, names = '', path = ''] of source.matchAll(
        /^import (?!type )([\w{][^;']*) from '(\.[^']*)';$/gm,
      )) {
        // What brings types alone is gone when the app runs.
        if (names.replaceAll(/\btype \w+/g, '').search(/\w/) === -1) continue;
        const other = join(dirname(file), path.endsWith('.vue') ? path : `${path}.ts`);
        if (other.endsWith(kind) && codeIn(folder).includes(other)) return [file, other];
      }
    }
    throw new Error(`No file of ${folder} imports another.`);
  }

  it.each([
    ['main', '.ts'],
    ['main/practice-org', '.ts'],
    ['main/registration', '.ts'],
    ['main/shell', '.ts'],
    ['preload', '.ts'],
    ['renderer', '.ts'],
    ['renderer', '.vue'],
    ['test', '.ts'],
  ])('of two files in %s is reported (%s)', async (folder, kind) => {
    const [file, other] = neighbours(folder, kind);
    expect(await reported(cycles, other, importAll(other, [file]))).toEqual([1]);
  });

  it('of the step table, its steps and the title of a step is reported', async () => {
    const title = 'renderer/registration/use-step-title.ts';
    const text = "import { stepScreen } from './step-table';";
    expect(await reported(cycles, title, text)).toEqual([1]);
  });
});
