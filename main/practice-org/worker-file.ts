import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The build puts everything of main into one folder. */
export const builtWorker = new URL('./practice-org-worker.js', import.meta.url);

/**
 * Where a file of the build is for threads and programs that do not read Electron's archive: beside
 * `app.asar`, in `app.asar.unpacked`, where a package unpacks it
 * (https://www.electronjs.org/docs/latest/tutorial/asar-archives#adding-unpacked-files-to-asar-archives).
 * The same file where there is no archive, or the file is in it alone.
 */
export function unpackedUrl(file: URL, exists: (path: string) => boolean = existsSync): URL {
  const path = fileURLToPath(file);
  const unpacked = path.replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked');
  return unpacked !== path && exists(unpacked) ? pathToFileURL(unpacked) : file;
}
