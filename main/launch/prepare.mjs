import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { withLock } from './lock.mjs';
import { root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';

/**
 * Installs and builds what is missing or out of date. Commands that start at the same moment take
 * turns, so that none runs on what another is still writing.
 * @param {{ isBuildWanted?: boolean }} [options]
 */
export async function prepare({ isBuildWanted = true } = {}) {
  try {
    await withLock(
      join(root, 'out', '.preparing'),
      async () => {
        await installIfNeeded(root, "Frontdesk's packages");
        if (isBuildWanted) await buildIfNeeded(root);
      },
      {
        onWait: () =>
          say('Waiting for another Frontdesk command to finish installing or building.'),
      },
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && isWriteProtection(error.code)) {
      throw new Refusal(
        `Frontdesk builds itself in its own folder, and ${root} cannot be written to.\n` +
          'Copy the folder to a place that is yours and start again there.',
      );
    }
    throw error;
  }
}

/** @param {unknown} code */
function isWriteProtection(code) {
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM';
}
