import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those it is in, one by one. Node's own way of making them all at once never
 * returns where the system says that the folder above is not there although it is, as below `/proc`.
 *
 * @throws what the system says of the first folder that cannot be made
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
  }
  for (const part of missing) mkdirSync(part);
}
