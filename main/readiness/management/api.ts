import { setTimeout as sleep } from 'node:timers/promises';
import { asObject, type Json, objectsOf, parseJson, parseObject, textOf } from '../json';
import { cannotTell, type Outcome } from '../outcome';
import { isFromTheWay } from '../public/ask';
import { networkFailureCauses } from '../public/network-failure';
import { type Reply, type Sending, send } from '../request';

/** What an endpoint answered, or why it cannot be told. */
export type Managed<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `status` is null where there was no answer, or none in Okta's form. */
  | { readonly ok: false; readonly outcome: Outcome; readonly status: number | null };

/** The part of Okta's management API that reads. */
export interface ManagementApi {
  get(path: string, scope: string): Promise<Managed<Json>>;
  /** All pages of a list; one that goes on for ever, or round in a circle, cannot be told. */
  list(path: string, scope: string): Promise<Managed<Json[]>>;
  /** A POST that only reads, `/api/v1/policies/simulate`. */
  simulate(body: Json): Promise<Managed<Json[]>>;
}

/** Pages of a list at most: an org with more has 10,000 entries of a kind. */
const mostPages = 50;
/** How often a request is sent at most, where the org asks for a pause or is in trouble. */
const tries = 3;
/** Okta's windows of rate limits are a minute long. */
const longestPause = 61_000;

/**
 * @param orgUrl the token goes there and nowhere else
 * @param token an API token (SSWS), or an OAuth access token, which is a JWT; either may come with
 *   the name of its scheme, as people copy it out of a header
 */
export function createManagementApi(
  sending: Sending,
  orgUrl: string,
  token: string,
): ManagementApi {
  const [, named, secret = ''] = /^(?:(SSWS|Bearer)\s+)?(.*)$/is.exec(token) ?? [];
  const isJwt = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret);
  const isSendable = /^[\x21-\x7e]+$/.test(secret);
  const headers = {
    accept: 'application/json',
    authorization: `${named ?? (isJwt ? 'Bearer' : 'SSWS')} ${secret}`,
  };

  const ends = AbortSignal.any([
    sending.signal,
    ...(sending.budget ? [sending.budget.signal] : []),
  ]);

  async function request(
    url: string,
    init: { method: 'GET' | 'POST'; body?: string },
    scope: string,
  ): Promise<Managed<Reply>> {
    // A header cannot carry it, and what fetch says of that would sound like a network at fault.
    if (!isSendable) return { ok: false, outcome: cannotTell(['token-refused']), status: null };
    const type = init.body === undefined ? {} : { 'content-type': 'application/json' };
    for (let attempt = 1; ; attempt += 1) {
      let reply: Reply;
      try {
        const sent = await send(sending, url, { ...init, headers: { ...headers, ...type } });
        // An org that repeats the token must not get it into a report.
        reply = { ...sent, text: sent.text.replaceAll(secret, '…') };
      } catch (error) {
        return { ok: false, outcome: cannotTell(networkFailureCauses(error)), status: null };
      }
      const pause = pauseAfter(reply, attempt);
      // A pause that would outlast the run is none: what was answered stands.
      const isTooLong = pause !== null && pause >= (sending.budget?.left() ?? Infinity);
      if (pause === null || isTooLong || attempt >= tries || sending.signal.aborted) {
        const outcome = judge(reply, scope);
        if (!outcome) return { ok: true, value: reply };
        // A status is the org's own only where its words are: a proxy has a 404 of its own.
        const isOrgs = textOf(parseObject(reply.text), 'errorCode') !== null;
        return { ok: false, outcome, status: isOrgs ? reply.status : null };
      }
      await sleep(pause, undefined, { signal: ends }).catch(() => {});
    }
  }

  return {
    async get(path, scope) {
      const reply = await request(`${orgUrl}${path}`, { method: 'GET' }, scope);
      if (!reply.ok) return reply;
      const { status, text } = reply.value;
      const value = status === 204 ? {} : parseObject(text);
      return value ? { ok: true, value } : unreadable;
    },

    async list(path, scope) {
      const all: Json[] = [];
      let url: string | null = `${orgUrl}${path}`;
      const seen = new Set<string>();
      while (url !== null) {
        if (seen.has(url) || seen.size >= mostPages) return endless;
        seen.add(url);
        const reply: Managed<Reply> = await request(url, { method: 'GET' }, scope);
        if (!reply.ok) return reply;
        const entries = parseList(reply.value.text);
        if (!entries) return unreadable;
        for (const entry of entries) all.push(entry);
        url = nextPage(reply.value.headers, orgUrl);
      }
      return { ok: true, value: all };
    },

    async simulate(body) {
      const reply = await request(
        `${orgUrl}/api/v1/policies/simulate`,
        { method: 'POST', body: JSON.stringify(body) },
        'okta.policies.read',
      );
      if (!reply.ok) return reply;
      const answer = parseObject(reply.value.text);
      return answer ? { ok: true, value: objectsOf(answer['evaluation']) } : unreadable;
    },
  };
}

/** Milliseconds to wait before the request is sent once more; null where its answer stands. */
function pauseAfter({ status, headers }: Reply, attempt: number): number | null {
  const asked = status === 429 || status === 503 ? retryAfter(headers) : null;
  if (asked !== null) return asked;
  if (status === 429) {
    const reset = Number(headers.get('x-rate-limit-reset')) * 1000;
    const now = Date.parse(headers.get('date') ?? '') || Date.now();
    return Number.isFinite(reset) && reset > 0
      ? Math.min(Math.max(reset - now, 0) + 500, longestPause)
      : 1000 * attempt;
  }
  return status >= 500 ? 300 * attempt : null;
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110 section 10.2.3). */
function retryAfter(headers: Headers): number | null {
  const given = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const at = Date.parse(given);
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return Number.isFinite(at) ? Math.max(at - now, 0) + 500 : null;
}

function judge(reply: Reply, scope: string): Outcome | null {
  const { status, text, headers } = reply;
  if (status >= 200 && status < 300) return null;
  const json = parseObject(text);
  const detail = textOf(json, 'errorSummary') ?? textOf(json, 'error_description');
  // Okta sends it with 401 and 403 alike, and neither the token nor its scopes are at fault.
  if (textOf(json, 'errorCode') === 'E0000015') {
    return cannotTell([], { summary: 'feature-missing', detail });
  }
  if (isFromTheWay(reply)) return cannotTell(['proxy-refuses'], { detail });
  if (status === 401) return cannotTell(['token-refused'], { detail });
  if (status === 403) {
    const isScope = /insufficient_scope/.test(headers.get('www-authenticate') ?? '');
    return isScope
      ? cannotTell([], { summary: 'missing-scope', values: { scope }, detail })
      : cannotTell(['token-lacks-permission'], { values: { scope }, detail });
  }
  if (status === 429) return cannotTell(['rate-limited'], { detail });
  if (status >= 500) return cannotTell(['server-error'], { detail });
  return cannotTell(['unusual-answer'], { detail });
}

/** A page of a proxy says nothing of the settings: neither that they are right nor wrong. */
const unreadable: Managed<never> = {
  ok: false,
  outcome: cannotTell(['unusual-answer']),
  status: null,
};

/** What is on the pages that were not read may be the very thing that was looked for. */
const endless: Managed<never> = {
  ok: false,
  outcome: cannotTell([], { summary: 'endless-list' }),
  status: null,
};

/** Null where there is no list. */
function parseList(text: string): Json[] | null {
  const parsed = parseJson(text);
  // Domains come inside an object.
  const list: unknown = Array.isArray(parsed)
    ? parsed
    : Object.values(asObject(parsed) ?? {}).find(Array.isArray);
  return Array.isArray(list) ? objectsOf(list) : null;
}

/** `Link: <…>; rel="next"` (RFC 8288), which may only lead on at this org: the token goes along. */
function nextPage(headers: Headers, orgUrl: string): string | null {
  const links = headers.get('link') ?? '';
  const [, target] = /<([^>]+)>\s*;[^,]*\brel="?next\b/.exec(links) ?? [];
  if (target === undefined || !URL.canParse(target, orgUrl)) return null;
  const { pathname, search } = new URL(target, orgUrl);
  // The path of `x:.example.com` is no path: it would make another host of the org's.
  return pathname.startsWith('/') ? `${orgUrl}${pathname}${search}` : null;
}
