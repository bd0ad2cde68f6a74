import { misconfigurations, misconfigurationTable } from '../../preload/contract/misconfigurations';
import { createLog } from '../log';
import { printable } from '../printable';
import { createUnforeseen, outliveUnforeseen } from '../unforeseen';
import { parseCliOptions, usage } from './cli-options';
import { startServer } from './server';

/** `npm run practice-org`: one JSON line on standard output, everything else on standard error. */
async function run(): Promise<void> {
  // What is typed on the command line comes back in a complaint.
  const say = (text: string) => process.stderr.write(printable(text));
  const options = parseCliOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    say(usage);
    return;
  }
  if (options.kind === 'list-misconfigurations') {
    const rows = misconfigurations.map((name) => ({ name, ...misconfigurationTable[name] }));
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  if (options.kind === 'bad') {
    say(`${options.problems.join('\n')}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const log = createLog(say);
  outliveUnforeseen(process, createUnforeseen({ log, tell: () => {} }).note);
  const start = await startServer({ ...options, log });
  if (!start.ok) {
    say(
      start.reason === 'port-in-use'
        ? `Port ${options.port} is in use. Choose another with --port, or leave it out.\n`
        : `Cannot listen on loopback: ${start.reason}\n`,
    );
    process.exitCode = 2;
    return;
  }
  let closing: Promise<void> | undefined;
  // The channel to the command that started this process would keep it alive.
  const stop = () => void (closing ??= start.close().then(() => process.exit()));
  // A second signal must not end the process before the first one's work is done.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // The command that started this process is gone without having said so.
  process.once('disconnect', stop);
  process.stdout.write(`${JSON.stringify(start.addresses)}\n`);
}

await run();
