import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  readonly port: number;
  /** Hands every request from now on to `listener`; until then the answer is 503. */
  serve(listener: RequestListener): void;
  /** Stops at once: open pages and event streams are cut off. */
  close(): Promise<void>;
}

/** Listens on a free port that only this machine can reach. Rejects where it may not. */
export async function openLoopbackServer(): Promise<LoopbackServer> {
  let serving: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => serving(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(listener) {
      serving = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
