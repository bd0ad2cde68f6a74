import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutboxMessage } from '../../preload/contract/practice';
import type { Log } from '../log';
import { adminPath, outboxPath } from './admin/routes';
import { answer } from './routes/answer';
import { readBody } from './http/body';
import { empty, type Reply } from './http/exchange';
import { originOf } from './http/guard';
import { listen, type ListenFailure } from './http/listen';
import { oktaError } from './http/okta-error';
import { practiceClientId, practiceRedirectUri } from './model/client';
import { defaultServer } from './model/authorization-server';
import { createOrg, type Org } from './model/org';
import type { Policy } from './policy/schema';

/** What a client needs to know of a running org. All addresses are on loopback. */
export interface OrgAddresses {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly outbox: string;
  readonly admin: string;
  /** Reads the management API as an administrator who may change nothing; another in every run. */
  readonly apiToken: string;
}

export type ServerStart =
  | {
      readonly ok: true;
      readonly addresses: OrgAddresses;
      clearOutbox(): void;
      close(): Promise<void>;
    }
  | { readonly ok: false; readonly reason: ListenFailure };

/**
 * Starts the org in this thread. `now` is for tests of what expires; `keepsBodies` lets the admin see
 * what clients sent.
 */
export async function startServer(options: {
  policy: Policy;
  port?: number;
  log: Log;
  onMail?: (messages: readonly OutboxMessage[]) => void;
  now?: () => number;
  keepsBodies?: boolean;
}): Promise<ServerStart> {
  const { policy, log, onMail = () => {}, now = Date.now, keepsBodies = true } = options;
  const org = createOrg({ policy, now, onMail, keepsBodies });
  let port = 0;
  const listening = await listen((request, response) => {
    void serve(request, response, org, port, log);
  }, options.port ?? 0);
  if (!listening.ok) return listening;
  port = listening.port;
  const origin = `http://localhost:${port}`;
  log.info('practice-org.started', { port });
  return {
    ok: true,
    addresses: {
      issuer: `${origin}${defaultServer.issuerPath}`,
      clientId: practiceClientId,
      redirectUri: practiceRedirectUri,
      outbox: `${origin}${outboxPath}`,
      admin: `${origin}${adminPath}`,
      apiToken: org.apiAccess.token,
    },
    clearOutbox: () => org.outbox.clear(),
    close: listening.close,
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  org: Org,
  port: number,
  log: Log,
): Promise<void> {
  try {
    const reply = await replyTo(request, org, port);
    if (reply === null) {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    log.error('practice-org.failed', { kind: error instanceof Error ? error.name : 'unknown' });
    const { status, headers, body } = oktaError('E0000009');
    if (!response.headersSent) response.writeHead(status, headers);
    response.end(body);
  }
}

async function replyTo(request: IncomingMessage, org: Org, port: number): Promise<Reply | null> {
  const origin = originOf(request.headers, port);
  const target = `${origin}${request.url ?? '/'}`;
  if (origin === null || !URL.canParse(target)) return empty(421);
  const { pathname, searchParams } = new URL(target);
  const exchange = {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: request.headers,
    origin,
    body: await readBody(request),
  };
  return answer(exchange, org);
}
