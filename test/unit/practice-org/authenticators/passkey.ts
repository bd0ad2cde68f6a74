import { createHash } from 'node:crypto';

type Item = number | string | Buffer | Map<Item, Item>;

/** Definite lengths up to 65535, as authenticators write them. */
export function encodeCbor(item: Item): Buffer {
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item);
  if (typeof item === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)]);
  if (Buffer.isBuffer(item)) return Buffer.concat([head(2, item.length), item]);
  const parts = [...item].flatMap(([key, value]) => [encodeCbor(key), encodeCbor(value)]);
  return Buffer.concat([head(5, item.size), ...parts]);
}

function head(type: number, count: number): Buffer {
  const major = type << 5;
  if (count < 24) return Buffer.from([major | count]);
  if (count < 256) return Buffer.from([major | 24, count]);
  return Buffer.from([major | 25, count >> 8, count & 0xff]);
}

export interface Made {
  readonly challenge: string;
  readonly origin: string;
  readonly type?: string;
  readonly rpId?: string;
  readonly flags?: number;
  readonly algorithm?: number;
  readonly id?: Buffer;
  readonly encoding?: 'base64' | 'base64url';
}

export const credentialId = Buffer.from('the id of a new credential');

/** What a browser gives a page that made a passkey, as the forms take it. */
export function makePasskey(made: Made) {
  const { encoding = 'base64url', type = 'webauthn.create', challenge, origin } = made;
  const { rpId = 'localhost', flags = 0x41, algorithm = -7, id = credentialId } = made;
  const key = new Map<Item, Item>([
    [1, 2],
    [3, algorithm],
    [-1, 1],
    [-2, Buffer.alloc(32, 1)],
    [-3, Buffer.alloc(32, 2)],
  ]);
  const authData = Buffer.concat([
    createHash('sha256').update(rpId).digest(),
    Buffer.from([flags]),
    Buffer.alloc(4),
    Buffer.alloc(16),
    Buffer.from([id.length >> 8, id.length & 0xff]),
    id,
    encodeCbor(key),
  ]);
  const attestation = new Map<Item, Item>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ]);
  const clientData = JSON.stringify({ type, challenge, origin, crossOrigin: false });
  return {
    clientData: Buffer.from(clientData).toString(encoding),
    attestation: encodeCbor(attestation).toString(encoding),
    transports: '["internal","hybrid"]',
    clientExtensions: '{"credProps":{"rk":true}}',
  };
}
