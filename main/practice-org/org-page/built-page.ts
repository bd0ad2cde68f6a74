import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { builtAsset, builtPage, toServedPage } from '../../org-page/address';
import { empty, type Reply } from '../http/exchange';

/** The renderer's build, seen from any file of `out/main`. */
export const builtRenderer = resolve(import.meta.dirname, '../renderer');

/** The page of the build, with the headers for its task. */
export async function servePage(
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const page = await read(join(folder, builtPage));
  return page === null ? empty(404) : reply(toServedPage(page), 'text/html', headers);
}

/** A script or style of the build, by the path of the request. */
export async function serveAsset(
  folder: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const name = builtAsset(path);
  const content = name === null ? null : await read(join(folder, name));
  if (content === null) return empty(404);
  return reply(content, path.endsWith('.css') ? 'text/css' : 'text/javascript', headers);
}

function reply(body: string, type: string, headers: Readonly<Record<string, string>>): Reply {
  return { status: 200, body, headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } };
}

/** Null where the app was not built, as in tests of the org alone. */
async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
