import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ListenFailure = 'port-in-use' | 'port-not-allowed' | 'no-loopback';

export type Listening =
  | { readonly ok: true; readonly port: number; close(): Promise<void> }
  | { readonly ok: false; readonly reason: ListenFailure };

const attempts = 5;

/**
 * Listens on loopback alone: on 127.0.0.1, and on the same port of ::1 where there is one, since
 * `localhost` may be either. Port 0 is any free one.
 */
export async function listen(handle: RequestListener, port: number): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await bind(handle, '127.0.0.1', port);
    if (!first.ok) return first;
    const second = await bind(handle, '::1', first.port);
    if (second.ok) {
      return {
        ok: true,
        port: first.port,
        close: async () => void (await Promise.all([first.close(), second.close()])),
      };
    }
    if (second.reason === 'no-loopback') return first;
    await first.close();
    if (port !== 0 || attempt === attempts) return second;
  }
}

async function bind(handle: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(handle);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, ipv6Only: true }, resolve);
    });
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  return {
    ok: true,
    port: (server.address() as AddressInfo).port,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function reasonOf(error: unknown): ListenFailure {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return 'port-in-use';
    case 'EACCES':
      return 'port-not-allowed';
    default:
      return 'no-loopback';
  }
}
