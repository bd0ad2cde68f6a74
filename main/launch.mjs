/**
 * What every npm command of this project runs first, before anything is installed. This file has
 * to be readable by Nodes too old to run the rest, or they could not say so.
 */
const oldestMajor = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldestMajor) {
  process.stderr.write(
    `Frontdesk needs Node ${oldestMajor} or newer to start; this is Node ${process.versions.node}.\n` +
      'Newer versions are at https://nodejs.org/en/download.\n',
  );
  process.exitCode = 1;
} else {
  import('./launch/commands.mjs').then(({ runCommand }) => runCommand(process.argv.slice(2)));
}
