import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { unpackedUrl } from '../../../main/practice-org/worker-file';

const inArchive = pathToFileURL('/opt/Frontdesk/resources/app.asar/out/main/worker.js');
const unpacked = '/opt/Frontdesk/resources/app.asar.unpacked/out/main/worker.js';

it('finds a file beside the archive, where threads can read it', () => {
  const asked: string[] = [];
  const found = unpackedUrl(inArchive, (path) => {
    asked.push(path);
    return true;
  });
  expect(found.href).toBe(pathToFileURL(unpacked).href);
  expect(asked).toEqual([unpacked]);
});

it('leaves alone what is only in the archive, and what is in none', () => {
  expect(unpackedUrl(inArchive, () => false)).toBe(inArchive);
  const plain = pathToFileURL('/home/ada/frontdesk/out/main/worker.js');
  expect(unpackedUrl(plain, () => true)).toBe(plain);
  const lookalike = pathToFileURL('/srv/app.asar-old/worker.js');
  expect(unpackedUrl(lookalike, () => true)).toBe(lookalike);
});
