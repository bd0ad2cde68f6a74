import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Doorway } from '../../platform';

/** No request of the contract comes near it; a body is never read further. */
const maxBodyBytes = 256 * 1024;

/** Answers one call: 404 for a channel nobody serves, 413 and 400 for a body that cannot be one. */
export async function answerCall(
  answer: Parameters<Doorway['handle']>[1] | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!answer) return void response.writeHead(404).end();
  const read = await readJson(request, response);
  if (!read) return;
  // Cookie, key, host and origin were checked before: what comes this far is the app's own page.
  sendJson(response, await answer('trusted', read.value));
}

/** The body of a request; null where it was refused, with 413 or 400, because it is no JSON. */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly value: unknown } | null> {
  const body = await readBody(request);
  const parsed = body === null ? null : parseJson(body);
  // The rest of a body that is too long would otherwise be read as the next request.
  if (body === null) response.writeHead(413, { Connection: 'close' }).end();
  else if (!parsed) response.writeHead(400).end();
  return parsed;
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

/** Null for a body that is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = chunk;
    length += bytes.length;
    if (length > maxBodyBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
