import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log';
import { readBody } from '../../network/read-body';
import { readJson } from '../../network/read-json';
import { orgPagePath } from '../../org-page/address';
import { type OrgPageRequest, readOutcome } from '../../org-page/messages';
import type { OrgPageOutcome, OrgPages } from '../../platform';
import { isLoopback } from '../openable';

interface OrgPagesOptions {
  readonly openExternal: (url: URL) => Promise<boolean>;
  readonly log: Log;
  /** Milliseconds until nobody is expected to come back. */
  readonly patience?: number;
}

/** A person who went to another tab may take their time, but not for ever. */
const fiveMinutes = 5 * 60_000;
/** Between two questions, should an org answer "not yet" at once. */
const pause = 250;

/**
 * No program can put a page at an org's address into somebody's browser. The practice org serves
 * ours itself: the task is left there under a ticket, the browser opens the page, and the outcome
 * is fetched from the org. What the page made never passes the wizard.
 */
export function createOrgPages({
  openExternal,
  log,
  patience = fiveMinutes,
}: OrgPagesOptions): OrgPages {
  return {
    canShow: (orgUrl) => isLoopback(new URL(orgUrl)),
    async perform(request, signal) {
      const { kind } = request.task;
      log.info('org-page.opened', { kind });
      const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      const outcome = await perform(request, openExternal, limit);
      log.info('org-page.ended', { kind, outcome: outcome.kind });
      return outcome;
    },
  };
}

async function perform(
  { orgUrl, language, task }: OrgPageRequest,
  openExternal: OrgPagesOptions['openExternal'],
  signal: AbortSignal,
): Promise<OrgPageOutcome> {
  const ticket = randomBytes(32).toString('base64url');
  const address = (path: string) => new URL(`${orgPagePath}${path}?ticket=${ticket}`, orgUrl);
  try {
    const registered = await fetch(address('/register'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ticket, language, task }),
      redirect: 'error',
      signal,
    });
    // Some other org on this machine, which knows nothing of the page.
    if (!registered.ok || !(await openExternal(address('')))) return { kind: 'unavailable' };
    for (;;) {
      const answer = await fetch(address('/outcome'), { redirect: 'error', signal });
      if (answer.status === 200) return await readAnswer(answer, signal);
      if (answer.status !== 204) return { kind: 'failed' };
      await sleep(pause, undefined, { signal });
    }
  } catch {
    return { kind: signal.aborted ? 'dismissed' : 'failed' };
  }
}

async function readAnswer(answer: Response, signal: AbortSignal): Promise<OrgPageOutcome> {
  const body = await readBody(answer, { signal });
  const read = body.kind === 'text' ? readJson(body.text) : null;
  return (read?.kind === 'json' ? readOutcome(read.value) : null) ?? { kind: 'failed' };
}
