import type { Log } from '../../log';
import type { ProtocolHandlers } from './app-protocol';
import { createNetFetch, type Net } from './net-fetch';
import { denyPermissions, type PermissionGates } from './permissions';
import { createSessionPool, type EmptiableSession, type Partitions } from './session-pool';

export interface OrgWindowSession extends EmptiableSession, PermissionGates {
  readonly protocol: ProtocolHandlers;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, respond: (answer: { cancel: boolean }) => void) => void,
    ): void;
  };
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
}

/** How an address is answered: by the app, by its own host, or not at all. */
export type Verdict = 'ours' | 'network' | 'refused';

/** What answers the requests of one window. */
export interface OrgWindowRules {
  judge(url: URL): Verdict;
  answer(request: Request): Promise<Response>;
}

export interface OrgWindowNetwork {
  /** By this name a window gets the session. */
  readonly partition: string;
  /** Drops everything the window left behind. Nothing is asked of anybody from then on. */
  close(): Promise<void>;
}

export interface OrgWindowNetworks {
  /** Waits until the window before is gone and its session is empty. */
  open(rules: OrgWindowRules): Promise<OrgWindowNetwork>;
}

/**
 * The networks of windows at the org's address, one window at a time. Every http and https address
 * is answered by the handlers here for as long as the session lives: a handler that is taken away
 * lets a late request go to the org itself, with the page's ticket in its address.
 */
export function createOrgWindowNetworks<Session extends OrgWindowSession>(
  { net, session: partitions }: { net: Net; session: Partitions<Session> },
  log: Log,
): OrgWindowNetworks {
  const rules = new WeakMap<Session, OrgWindowRules>();
  const pool = createSessionPool(partitions, {
    name: 'org-page',
    size: 1,
    log,
    prepare: (session, partition) => {
      const fetchOutside = createNetFetch(net, partition, { bypassesHandlers: true });
      setUp(session, fetchOutside, () => rules.get(session));
    },
  });
  return {
    async open(rulesOfWindow) {
      const { partition, session, release } = await pool.lease();
      rules.set(session, rulesOfWindow);
      return {
        partition,
        close() {
          rules.delete(session);
          return release();
        },
      };
    },
  };
}

function setUp(
  session: OrgWindowSession,
  fetchOutside: typeof globalThis.fetch,
  rules: () => OrgWindowRules | undefined,
): void {
  const verdictOf = (address: string): Verdict => {
    const url = URL.parse(address);
    return (url && rules()?.judge(url)) ?? 'refused';
  };
  // Passkeys ask for none: the system's own dialog is the question.
  denyPermissions(session);
  session.on('will-download', (event) => event.preventDefault());
  // The only place that sees sockets, other schemes, and where a host sends a request on to.
  session.webRequest.onBeforeRequest(({ url }, respond) => {
    respond({ cancel: verdictOf(url) === 'refused' });
  });
  for (const scheme of ['https', 'http']) {
    session.protocol.handle(scheme, async (request) => {
      switch (verdictOf(request.url)) {
        case 'ours':
          return rules()?.answer(request) ?? refusal();
        case 'network':
          return forward(request, fetchOutside);
        case 'refused':
          return refusal();
      }
    });
  }
}

/**
 * Asks a host for what a page of the window wants. A redirect goes back to Chromium, which follows it
 * as it does without a handler: a frame then has the address it was led to, and each address on the
 * way is judged.
 */
async function forward(request: Request, fetch: typeof globalThis.fetch): Promise<Response> {
  const headers = new Headers(request.headers);
  // Electron hands the referrer over beside the headers (electron/electron#44690), and captchas
  // compare it with the site key's domain.
  const referrer = URL.parse(request.referrer);
  if (referrer && /^https?:$/.test(referrer.protocol)) {
    if (!headers.has('referer')) headers.set('Referer', referrer.href);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !headers.has('origin')) headers.set('Origin', referrer.origin);
  }
  return fetch(request.url, {
    method: request.method,
    headers,
    ...(request.body && { body: await request.arrayBuffer() }),
    redirect: 'manual',
    signal: request.signal,
  });
}

function refusal(): Response {
  return new Response(null, { status: 403 });
}
