import { describe, expect, it } from 'vitest';
import { findElectron } from '../../../main/launch/electron.mjs';
import { join } from 'node:path';
import { makeFolder, writeIn } from './folder';

const place = 'node_modules/electron';

describe('the Electron binary', () => {
  it('is the one its package names', () => {
    const root = makeFolder({ [`${place}/path.txt`]: 'electron', [`${place}/dist/electron`]: '' });
    expect(findElectron(root)).toBe(join(root, place, 'dist', 'electron'));
  });

  it('is not there before it was fetched, nor when only its name is left', () => {
    const root = makeFolder({ [`${place}/package.json`]: '{}' });
    expect(findElectron(root)).toBeNull();
    writeIn(root, `${place}/path.txt`, 'electron');
    expect(findElectron(root)).toBeNull();
  });
});
