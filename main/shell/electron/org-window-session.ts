import { randomUUID } from 'node:crypto';
import type { ProtocolHandlers } from './app-protocol';
import { denyPermissions, type PermissionGates } from './permissions';

export interface OrgWindowSession extends PermissionGates {
  readonly protocol: ProtocolHandlers & { unhandle(scheme: string): void };
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, respond: (answer: { cancel: boolean }) => void) => void,
    ): void;
  };
  isPersistent(): boolean;
  fetch(
    input: Request,
    init: RequestInit & { bypassCustomProtocolHandlers: boolean },
  ): Promise<Response>;
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
  clearStorageData(): Promise<void>;
  clearCache(): Promise<void>;
  clearAuthCache(): Promise<void>;
  closeAllConnections(): Promise<void>;
}

export interface OrgWindowPartitions {
  fromPartition(partition: string, options: { cache: boolean }): OrgWindowSession;
}

/** How an address is answered: by the app, by its own host, or not at all. */
export type Verdict = 'ours' | 'network' | 'refused';

export interface OrgWindowNetwork {
  /** By this name a window gets the session. */
  readonly partition: string;
  /** Drops everything the window left behind. */
  close(): Promise<void>;
}

/**
 * The network of one window at the org's address. What lies at that address is answered by
 * `answer`, so nothing is ever asked of the org itself; other hosts are asked where `judge` lets them.
 */
export function openOrgWindowSession(
  partitions: OrgWindowPartitions,
  options: {
    readonly orgUrl: URL;
    judge(url: URL): Verdict;
    answer(request: Request): Promise<Response>;
  },
): OrgWindowNetwork {
  const { orgUrl, judge, answer } = options;
  // In memory, and a name that nobody else has: a captcha's cookies end with its window.
  const partition = `org-page-${randomUUID()}`;
  const session = partitions.fromPartition(partition, { cache: false });
  if (session.isPersistent()) throw new Error("An org window's session would be written to disk");
  // Passkeys ask for none: the system's own dialog is the question.
  denyPermissions(session);
  session.on('will-download', (event) => event.preventDefault());
  // The only place that sees sockets, other schemes, and where a host sends a request on to.
  session.webRequest.onBeforeRequest(({ url }, respond) => {
    respond({ cancel: verdictOf(url) === 'refused' });
  });
  const scheme = orgUrl.protocol.slice(0, -1);
  session.protocol.handle(scheme, async (request) => {
    switch (verdictOf(request.url)) {
      case 'ours':
        return answer(request);
      case 'network':
        return session.fetch(request, { bypassCustomProtocolHandlers: true });
      case 'refused':
        return new Response(null, { status: 403 });
    }
  });

  function verdictOf(address: string): Verdict {
    const url = URL.parse(address);
    return url ? judge(url) : 'refused';
  }

  return {
    partition,
    async close() {
      session.protocol.unhandle(scheme);
      await session.closeAllConnections();
      await Promise.all([
        session.clearStorageData(),
        session.clearCache(),
        session.clearAuthCache(),
      ]);
    },
  };
}
