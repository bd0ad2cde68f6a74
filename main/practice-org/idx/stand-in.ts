import { type Injection, replyOf } from '../model/injections';
import { ionType, record, type Reply } from '../http/exchange';
import type { Visit } from '../model/visit';

/**
 * An injected answer, as this org would have sent it: its addresses lead here, and its state handle
 * is this transaction's, so that what the client sends next is understood.
 */
export function standIn(injection: Injection, visit: Visit): Reply {
  const { body } = injection;
  return replyOf(
    { ...injection, body: typeof body === 'string' ? body : adopt(body, visit) },
    ionType,
  );
}

function adopt(body: unknown, visit: Visit): unknown {
  const adopted = adoptPart(body, visit);
  if (typeof adopted !== 'object' || adopted === null || Array.isArray(adopted)) return adopted;
  const { stateHandle, expiresAt } = visit.transaction;
  const own = record(adopted);
  const isOver = Date.parse(String(own['expiresAt'])) <= visit.org.now();
  return {
    ...own,
    ...('stateHandle' in own && { stateHandle }),
    // A recorded answer ended long ago.
    ...(isOver && { expiresAt: new Date(expiresAt).toISOString() }),
  };
}

function adoptPart(part: unknown, visit: Visit): unknown {
  if (Array.isArray(part)) return part.map((item) => adoptPart(item, visit));
  if (typeof part !== 'object' || part === null) return part;
  const isStateHandle = 'name' in part && part.name === 'stateHandle' && 'value' in part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      if (name === 'href' && typeof value === 'string') return [name, adoptAddress(value, visit)];
      if (name === 'value' && isStateHandle) return [name, visit.transaction.stateHandle];
      return [name, adoptPart(value, visit)];
    }),
  );
}

/** Recordings carry other hosts, also ones no parser takes: `https://{yourOktaDomain}`. */
const ofAnOrg = /^(?:https?:\/\/[^/]*)?(\/(?:idp|sso|oauth2|email)\/.*)$/;
const token = /([?&](?:stateToken|stateTokenExternalId)=)[^&]*/;

function adoptAddress(href: string, { origin, transaction }: Visit): string {
  const path = ofAnOrg.exec(href)?.[1];
  if (path === undefined) return href;
  return `${origin}${path.replace(token, `$1${transaction.stateHandle}`)}`;
}
