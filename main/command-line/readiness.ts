import { fallbackLanguage } from '../../preload/languages';
import { createLog } from '../log';
import { printable } from '../printable';
import { drawReport, examine, jsonReport, refuse, verdict } from '../readiness/command';
import { parseConnection } from '../settings';
import { loadTexts } from '../texts';
import { refuseUnverifiedTls } from '../verified-tls';
import { parseReadinessOptions, usage } from './readiness-options';

const exitStatus = { ready: 0, 'not-ready': 1, 'cannot-tell': 2 } as const;

/**
 * `npm run readiness`: the report on standard output, everything else on standard error. The exit
 * status is the verdict; parameters that cannot be read are no verdict, and end with 2 as well.
 */
async function run(): Promise<void> {
  const say = (text: string) => process.stderr.write(printable(text));
  const options = parseReadinessOptions(process.argv.slice(2));
  if (options.kind === 'help') {
    say(usage);
    return;
  }
  if (options.kind === 'bad') {
    say(`${options.problem}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { tokenVariable } = options;
  const token = tokenVariable === null ? null : (process.env[tokenVariable]?.trim() ?? '');
  if (token === '') {
    say(`The environment variable ${String(tokenVariable)} holds no token.\n`);
    process.exitCode = 2;
    return;
  }

  const cancelled = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => cancelled.abort());
  }
  const connection = parseConnection(options.draft);
  const log = createLog(say);
  const examination =
    'problems' in connection
      ? refuse(connection.problems, Date.now)
      : await examine({
          connection,
          token,
          log,
          fetch: globalThis.fetch,
          signal: cancelled.signal,
          now: Date.now,
          onChange: sayAsItGoes(say),
        });
  const texts = await loadTexts('readiness', fallbackLanguage);
  const outcome = verdict(examination);
  log.info('readiness.checked', { reference: examination.reference, outcome });
  const report = options.isJson
    ? `${JSON.stringify(jsonReport(examination, texts), null, 2)}\n`
    : drawReport(examination, 'text', texts);
  process.stdout.write(printable(report));
  process.exitCode = cancelled.signal.aborted ? 2 : exitStatus[outcome];
}

/** A name of a check as it begins: an org that is slow is no silence. */
function sayAsItGoes(say: (text: string) => void) {
  let last = '';
  return ({ results }: { readonly results: ReadonlyMap<string, unknown> }) => {
    const running = [...results].find(([, result]) => result === 'running')?.[0] ?? '';
    if (running !== '' && running !== last) say(`${running}…\n`);
    last = running;
  };
}

// Whoever reads may stop early (`| head`): the verdict stands all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

refuseUnverifiedTls(2);
run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.name : 'Error'}\n`);
  process.exitCode = 2;
});
