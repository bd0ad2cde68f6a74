import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { noncePlaceholder } from './content-security-policy';

/** What the renderer's build consists of; a file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface BuiltFile {
  readonly contentType: string;
  /** The name holds a hash of the content, so a copy never goes stale. */
  readonly isImmutable: boolean;
  /** The content; a page gets the nonce wherever the build left room for it. */
  read(nonce: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Path of a request, such as `/assets/index-B2x.js`, to the file that answers it. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/**
 * Lists the renderer's build once. A shell answers from this map alone, so a request never becomes
 * a path in the file system. Rejects where the folder is missing.
 */
export async function loadBuiltFiles(folder: string): Promise<BuiltFiles> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, BuiltFile>();
  for (const name of names) {
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const path = `/${name.split(sep).join('/')}`;
    files.set(path, builtFile(join(folder, name), contentType, path.startsWith('/assets/')));
  }
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return files;
}

function builtFile(file: string, contentType: string, isImmutable: boolean): BuiltFile {
  return {
    contentType,
    isImmutable,
    async read(nonce) {
      if (!contentType.startsWith('text/html')) return new Uint8Array(await readFile(file));
      const page = await readFile(file, 'utf8');
      return new TextEncoder().encode(page.replaceAll(noncePlaceholder, nonce));
    },
  };
}
