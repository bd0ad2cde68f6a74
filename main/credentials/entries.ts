import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { maxEntryBytes } from './keychain';
import type { SecretName } from './secret-name';

/** About 40 kB: more than any header an access token has to fit into. */
export const maxEntries = 24;

const Secret = v.object({ version: v.literal(1), checksum: v.string(), value: v.string() });

/** The account names of a secret's entries: `id-token`, `id-token.2`, `id-token.3`, ... */
export function accountsOf(name: SecretName): string[] {
  return Array.from({ length: maxEntries }, (_, index) =>
    index === 0 ? name : `${name}.${String(index + 1)}`,
  );
}

/** Base64 JSON cut into texts that fit an entry; null where a keychain cannot hold so much. */
export function encodeSecret(value: string): string[] | null {
  const secret: v.InferOutput<typeof Secret> = { version: 1, checksum: checksum(value), value };
  const text = Buffer.from(JSON.stringify(secret)).toString('base64');
  const count = Math.ceil(text.length / maxEntryBytes);
  if (count > maxEntries) return null;
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * maxEntryBytes, (index + 1) * maxEntryBytes),
  );
}

/** An entry that is not full is a secret's last one. */
export function isLastEntry(text: string): boolean {
  return text.length < maxEntryBytes;
}

/** Null for anything that is not one whole secret of this version. */
export function decodeSecret(entries: readonly string[]): string | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(entries.join(''), 'base64').toString());
    const { output, success } = v.safeParse(Secret, content);
    return success && output.checksum === checksum(output.value) ? output.value : null;
  } catch {
    return null;
  }
}

function checksum(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
