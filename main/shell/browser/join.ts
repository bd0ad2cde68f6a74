import { Agent, request } from 'node:http';
import * as v from 'valibot';
import type { FolderClaim } from '../folder-claim';
import { openPage } from './open-external';

const Entrance = v.strictObject({
  url: v.pipe(v.string(), v.url()),
  page: v.nullable(v.string()),
});

interface Joining {
  readonly folder: string;
  /** Whether a browser is to be sent to the page. */
  readonly isOpening: boolean;
  say(text: string): void;
  /** The one line on standard output. */
  announce(url: string): void;
}

/**
 * A start on a folder on which Frontdesk runs already: it leads to the one that runs, and ends.
 * Returns the exit status: 0 where the person has a link to it.
 */
export async function joinRunning(
  claim: Extract<FolderClaim, { kind: 'taken' }>,
  { folder, isOpening, say, announce }: Joining,
): Promise<0 | 1> {
  const owner = await claim.owner();
  if (owner === null) {
    say(
      `Frontdesk already runs with the settings in ${folder}, and does not answer. End it first.`,
    );
    return 1;
  }
  const running = `Frontdesk already runs with the settings in ${folder} (process ${owner.pid})`;
  const { port, key } = owner;
  if (owner.shell === 'electron' || port === null || key === null) {
    say(`${running}, in a window of its own. This start ends.`);
    return 1;
  }
  const entrance = await askForEntrance(port, key, isOpening);
  if (entrance === null) {
    say(`${running}, and does not answer. End it first.`);
    return 1;
  }
  say(`${running}. This start ends; its link leads to the one that runs.`);
  announce(entrance.url);
  if (entrance.page !== null) await openPage(entrance.page);
  return 0;
}

/** Milliseconds in which a process on this machine answers. */
const patience = 5_000;
const maxLetters = 10_000;

/** Null where nobody answers as the running app does. Never by a proxy, which would learn the key. */
async function askForEntrance(port: number, key: string, isPageWanted: boolean) {
  const text = await new Promise<string>((resolve) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: isPageWanted ? '/again?page' : '/again',
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        agent: new Agent(),
        signal: AbortSignal.timeout(patience),
      },
      (response) => {
        let received = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          received += part;
          if (received.length > maxLetters) response.destroy();
        });
        response.on('close', () => resolve(response.statusCode === 200 ? received : ''));
      },
    );
    asked.on('error', () => resolve('')).end();
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entrance), text);
  return parsed.success ? parsed.output : null;
}
