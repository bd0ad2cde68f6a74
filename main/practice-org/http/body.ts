import type { IncomingMessage } from 'node:http';
import type { Body } from './exchange';

/** No form of a sign-up comes near this. */
const largest = 256 * 1024;

/** Reads the whole body; one that is too large is `malformed`, and the rest of it is not kept. */
export async function readBody(message: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= largest) chunks.push(bytes);
  }
  if (length > largest) return { kind: 'malformed' };
  if (length === 0) return { kind: 'none' };
  return parse(message.headers['content-type'] ?? '', Buffer.concat(chunks).toString('utf8'));
}

function parse(contentType: string, text: string): Body {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  switch (type) {
    case 'application/json':
    case 'application/ion+json':
    case 'application/vnd.okta.v1+json':
      try {
        return { kind: 'json', value: JSON.parse(text) };
      } catch {
        return { kind: 'malformed' };
      }
    case 'application/x-www-form-urlencoded':
      return { kind: 'form', value: new URLSearchParams(text) };
    default:
      return { kind: 'unsupported' };
  }
}
