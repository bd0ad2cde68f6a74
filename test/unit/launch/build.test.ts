import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashSources, isBuilt } from '../../../main/launch/build.mjs';
import { makeFolder, writeIn } from './folder';

/** A checkout that has just been built. */
function makeCheckout(): string {
  const root = makeFolder({
    'main/index.ts': 'main',
    'main/launch/build.mjs': 'launch',
    'preload/bridges/ipc.ts': 'preload',
    'renderer/pages/Page.vue': 'page',
    'renderer/tsconfig.tsbuildinfo': 'types',
    'electron.vite.config.ts': 'config',
    'package.json': '{}',
    'package-lock.json': '{}',
    'out/main/index.js': 'built',
  });
  const record = { sources: hashSources(root), files: ['main/index.js'] };
  writeIn(root, 'out/build.json', JSON.stringify(record));
  return root;
}

describe('a build', () => {
  it('is used again while nothing has changed', () => {
    expect(isBuilt(makeCheckout())).toBe(true);
  });

  it.each([
    ['an edited source', 'renderer/pages/Page.vue'],
    ['a new source', 'main/new.ts'],
    ['another version of a package', 'package-lock.json'],
  ])('is out of date after %s', (_change, file) => {
    const root = makeCheckout();
    writeIn(root, file, 'changed');
    expect(isBuilt(root)).toBe(false);
  });

  it('is out of date after a source was deleted', () => {
    const root = makeCheckout();
    rmSync(join(root, 'renderer/pages/Page.vue'));
    expect(isBuilt(root)).toBe(false);
  });

  it('is not trusted where a file of it is missing or its end was never recorded', () => {
    const incomplete = makeCheckout();
    rmSync(join(incomplete, 'out/main/index.js'));
    expect(isBuilt(incomplete)).toBe(false);
    const interrupted = makeCheckout();
    rmSync(join(interrupted, 'out/build.json'));
    expect(isBuilt(interrupted)).toBe(false);
  });

  it.each(['main/launch/build.mjs', 'renderer/tsconfig.tsbuildinfo'])(
    'does not depend on %s',
    (file) => {
      const root = makeCheckout();
      writeFileSync(join(root, file), 'changed');
      expect(isBuilt(root)).toBe(true);
    },
  );
});
