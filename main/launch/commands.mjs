import { join } from 'node:path';
import { become } from './child.mjs';
import { followNpm } from './follow-npm.mjs';
import { prepare } from './prepare.mjs';
import { nodeFlags, projectNode, root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import { start, startBrowser } from './start.mjs';
import { describeUnverifiedTls, findUnverifiedTls } from './unverified-tls.mjs';

/**
 * One of main's programs that need no window.
 * @param {string} name
 * @param {readonly string[]} parameters
 */
async function runBuilt(name, parameters) {
  await prepare();
  const program = join(root, 'out', 'main', `${name}.js`);
  return become(projectNode(), [...nodeFlags, program, ...parameters]);
}

/** @type {Readonly<Record<string, (parameters: readonly string[]) => Promise<number>>>} */
const commands = {
  install: () => prepare({ isBuildWanted: false }).then(() => 0),
  build: () => prepare().then(() => 0),
  start: (parameters) => prepare().then(() => start(parameters)),
  'start:browser': (parameters) => prepare().then(() => startBrowser(parameters)),
  'practice-org': (parameters) => runBuilt('practice-org', parameters),
  readiness: (parameters) => runBuilt('readiness', parameters),
  size: () => prepare().then(() => import('./size.mjs').then(({ printSize }) => printSize())),
  texts: () => import('./texts.mjs').then(({ printTexts }) => printTexts()),
  'electron-age': () =>
    import('./electron-age.mjs').then(({ printElectronAge }) => printElectronAge()),
  test: (parameters) =>
    import('./test.mjs').then(({ runTests }) => runTests(parameters, { prepare })),
};

/**
 * Runs one of the project's commands and sets this process's exit status.
 * @param {readonly string[]} parameters the command's name and what follows it
 */
export async function runCommand([name = '', ...parameters]) {
  const command = commands[name];
  if (!command) {
    say(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const unverified = findUnverifiedTls({ environment: process.env, parameters });
  if (unverified !== null) {
    process.stderr.write(describeUnverifiedTls(unverified));
    // To the readiness check 1 is a verdict, and 2 that there is none.
    process.exitCode = name === 'readiness' ? 2 : 1;
    return;
  }
  followNpm();
  try {
    process.exitCode = await command(parameters);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
