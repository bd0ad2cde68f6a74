import type { Log } from '../../log';
import type { ReturnedLink } from '../../platform';
import { callbackPath, createCallbackSite } from '../loopback/callback';
import { openLoopbackServer } from '../loopback/server';

/** A way back over this machine, for as long as the app runs. */
export interface WayBack {
  readonly redirectUri: string;
  close(): Promise<void>;
}

/**
 * Listens for browsers that come back, where the system leads the app's scheme elsewhere (RFC 8252
 * section 7.3). Null where no port can be listened on.
 */
export async function openWayBack(
  log: Log,
  onCallback: (address: string) => ReturnedLink,
): Promise<WayBack | null> {
  try {
    const server = await openLoopbackServer();
    const origin = `http://127.0.0.1:${server.port}`;
    server.serve(createCallbackSite({ origin, log, onCallback }));
    return { redirectUri: `${origin}${callbackPath}`, close: () => server.close() };
  } catch (error) {
    log.warn('way-back.not-opened', { detail: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
}
