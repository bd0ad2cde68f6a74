import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainFailure, isInstalled } from '../../../main/launch/install.mjs';
import { makeFolder } from './folder';

describe('the packages', () => {
  it('are missing in a fresh checkout', () => {
    expect(isInstalled(makeFolder({ 'package-lock.json': '{}' }))).toBe(false);
  });

  it('are installed until the lock file is newer', () => {
    const root = makeFolder({
      'package-lock.json': '{}',
      'node_modules/.package-lock.json': '{}',
    });
    const lock = join(root, 'package-lock.json');
    utimesSync(lock, 1, 1);
    expect(isInstalled(root)).toBe(true);
    const later = Date.now() / 1000 + 60;
    utimesSync(lock, later, later);
    expect(isInstalled(root)).toBe(false);
  });
});

describe('a failed install', () => {
  it.each([
    ['npm error code ENOTFOUND', 'registry could not be reached'],
    ['npm error code ECONNREFUSED', 'npm config set proxy'],
    ['npm error code EACCES', 'cannot be written to'],
    ['npm error code EROFS', 'cannot be written to'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code EUSAGE', 'npm’s reason is above'],
  ])('with %s is explained', (output, words) => {
    const explained = explainFailure(output).replaceAll("'", '’').replaceAll('\n', ' ');
    expect(explained).toContain(words);
    expect(explained).toContain(output);
  });
});
