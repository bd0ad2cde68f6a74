import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBuiltFiles } from '../../../main/shell/built-files';
import { noncePlaceholder } from '../../../main/shell/content-security-policy';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-files-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), `<meta nonce="${noncePlaceholder}"><p>é</p>`);
  await writeFile(join(folder, 'assets/index-B2x.js'), `export const a = "${noncePlaceholder}";`);
  await writeFile(join(folder, 'assets/index-B2x.js.map'), '{}');
  await writeFile(join(folder, 'assets/notes.txt'), 'left over');
});

afterEach(() => rm(folder, { recursive: true }));

const read = async (files: Awaited<ReturnType<typeof loadBuiltFiles>>, path: string) =>
  new TextDecoder().decode(await files.get(path)?.read('fresh'));

describe('loadBuiltFiles', () => {
  it('knows the page under both of its addresses, and each asset', async () => {
    const files = await loadBuiltFiles(folder);
    expect([...files.keys()].sort()).toEqual(['/', '/assets/index-B2x.js', '/index.html']);
    expect(files.get('/assets/index-B2x.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      isImmutable: true,
    });
    expect(files.get('/')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      isImmutable: false,
    });
  });

  it('puts the nonce into the page and leaves every other file as it is', async () => {
    const files = await loadBuiltFiles(folder);
    expect(await read(files, '/')).toBe('<meta nonce="fresh"><p>é</p>');
    expect(await read(files, '/assets/index-B2x.js')).toContain(noncePlaceholder);
  });

  it('rejects where nothing was built', async () => {
    await expect(loadBuiltFiles(join(folder, 'missing'))).rejects.toThrow('ENOENT');
  });
});
