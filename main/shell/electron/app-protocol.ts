import { randomBytes } from 'node:crypto';
import type { CustomScheme } from 'electron';
import type { BuiltFile, BuiltFiles } from '../built-files';
import { securityHeaders } from '../content-security-policy';

const scheme = 'app';
const host = 'frontdesk';

/** The origin of the app's page, as frames report it. */
export const appOrigin = `${scheme}://${host}`;

export interface SchemeRegistry {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
}

export interface ProtocolHandlers {
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
}

/** Has to run before the app is ready; Electron takes no scheme later. */
export function declareAppScheme(protocol: SchemeRegistry): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        // A standard scheme has an origin, which the policy's 'self' and the doorway compare with.
        standard: true,
        // A secure context is what password fields and WebAuthn ask for.
        secure: true,
        // Compiled scripts are kept, so that a second start is quicker.
        codeCache: true,
      },
    },
  ]);
}

/** Serves the built page under {@link appOrigin}, from the map and nothing else. */
export function serveAppProtocol(protocol: ProtocolHandlers, files: BuiltFiles): void {
  protocol.handle(scheme, (request) => answer(request, files));
}

async function answer(request: Request, files: BuiltFiles): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = find(request.url, files);
  if (!file) return refusal(404);
  const nonce = randomBytes(16).toString('base64url');
  const body = await file.read(nonce);
  return new Response(body, {
    headers: {
      ...securityHeaders({ connect: "'none'", nonce }),
      'Content-Type': file.contentType,
      // The page holds a nonce that is good for one load.
      'Cache-Control': file.isImmutable ? 'max-age=31536000, immutable' : 'no-store',
    },
  });
}

/** The query is ignored: it selects no file. */
function find(address: string, files: BuiltFiles): BuiltFile | undefined {
  const url = URL.parse(address);
  return url?.host === host ? files.get(url.pathname) : undefined;
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders({ connect: "'none'" }) });
}
