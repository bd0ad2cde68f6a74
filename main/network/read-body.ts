import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Bytes of a body at most, counted after decompression. The longest answers of Okta's that the app
 * asks for, a page of 200 policies or an answer with pictures in it, stay below a megabyte.
 */
export const largestBody = 5 * 1024 * 1024;

export type Body =
  | { readonly kind: 'text'; readonly text: string }
  /** There was more of it: reading has ended, and the connection with it. */
  | { readonly kind: 'too-large' };

/** A body may come in crumbs that are all there already: others get their turn between them. */
const readsInARow = 64;

/**
 * Reads the body of a response as UTF-8, as far as `limit` goes. Nothing of the app reads a response
 * by another way: `text()` and `json()` take whatever an endless body or a small archive becomes.
 *
 * @param signal ends the reading, also where whoever sent the request does not listen to it
 * @throws the signal's reason, or what the network says of a connection that broke
 */
export async function readBody(
  response: Response,
  { signal, limit = largestBody }: { readonly signal?: AbortSignal; readonly limit?: number } = {},
): Promise<Body> {
  const reader = response.body?.getReader();
  if (!reader) return { kind: 'text', text: '' };
  // Nobody waits for the other end to agree.
  const stop = () => void reader.cancel().catch(() => {});
  const ending = endOf(signal);
  let bytes = new Uint8Array(64 * 1024);
  let length = 0;
  try {
    for (let reads = 1; ; reads += 1) {
      const read = await Promise.race([reader.read(), ending.reached]);
      if (read.done)
        return { kind: 'text', text: new TextDecoder().decode(bytes.subarray(0, length)) };
      const { value } = read;
      if (length + value.length > limit) return { kind: 'too-large' };
      if (length + value.length > bytes.length) bytes = grown(bytes, length + value.length);
      bytes.set(value, length);
      length += value.length;
      if (reads % readsInARow === 0) await Promise.race([nextTurn(), ending.reached]);
    }
  } finally {
    ending.forget();
    stop();
  }
}

/** Rejects when the signal ends the reading; the signal may live longer than the response. */
function endOf(signal: AbortSignal | undefined) {
  let end = () => {};
  const reached = new Promise<never>((_, reject) => {
    end = () => reject(asError(signal?.reason));
  });
  // Heard by the race alone, which may be over.
  reached.catch(() => {});
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return { reached, forget: () => signal?.removeEventListener('abort', end) };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The reading was ended');
}

function grown(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, atLeast));
  larger.set(bytes);
  return larger;
}
