/**
 * Ends with status 0 where Electron is in the download cache or its address answers. Otherwise the
 * last line says why not. Runs after the packages are installed, on their Node.
 */
import { readFileSync } from 'node:fs';
import { downloadArtifact } from '@electron/get';
import { root } from './project.mjs';

/** Milliseconds without an answer that count as a no. */
const patience = 10_000;

/** @param {string} file */
const readJson = (file) =>
  JSON.parse(readFileSync(`${root}/node_modules/electron/${file}`, 'utf8'));

let reason = '';
try {
  // The package's own downloader knows mirrors and the cache; it is let go as far as the address.
  await downloadArtifact({
    version: readJson('package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: readJson('checksums.json'),
    downloader: {
      async download(address) {
        reason = await probe(address);
        throw new Error('Only the address was wanted.');
      },
    },
  });
} catch (error) {
  if (reason === '' && !String(error).includes('Only the address')) reason = String(error);
}
if (reason !== '') {
  process.stdout.write(`${reason}\n`);
  process.exitCode = 1;
}

/**
 * @param {string} address
 * @returns {Promise<string>} why it cannot be fetched from, or nothing
 */
async function probe(address) {
  const { host } = new URL(address);
  try {
    const signal = AbortSignal.timeout(patience);
    const { ok, status } = await fetch(address, { method: 'HEAD', signal });
    return ok ? '' : `${host} answered ${status}`;
  } catch {
    return `${host} does not answer`;
  }
}
