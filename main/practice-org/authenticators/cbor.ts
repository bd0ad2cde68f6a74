export type Cbor =
  number | string | boolean | null | Buffer | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>;

/**
 * The first item of some bytes, as much of RFC 8949 as WebAuthn uses (CTAP2 canonical form: no
 * tags, no indefinite lengths, no floating point). Undefined for anything else.
 */
export function decodeCbor(bytes: Buffer): Cbor | undefined {
  try {
    return readItem({ bytes, at: 0 });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

function readItem(reader: Reader): Cbor {
  const [head = 0] = take(reader, 1);
  const type = head >> 5;
  const info = head & 0x1f;
  if (type === 7) return readSimple(info);
  const count = readCount(reader, info);
  switch (type) {
    case 0:
      return count;
    case 1:
      return -1 - count;
    case 2:
      return take(reader, count);
    case 3:
      return take(reader, count).toString('utf8');
    case 4:
      return readTimes(count, () => readItem(reader));
    case 5:
      return new Map(readTimes(count, () => [readItem(reader), readItem(reader)] as const));
    default:
      throw new RangeError(`type ${type}`);
  }
}

function readSimple(info: number): Cbor {
  const values: Readonly<Record<number, Cbor>> = { 20: false, 21: true, 22: null };
  const value = values[info];
  if (value === undefined) throw new RangeError(`simple value ${info}`);
  return value;
}

function readCount(reader: Reader, info: number): number {
  if (info < 24) return info;
  if (info > 26) throw new RangeError(`count ${info}`);
  const size = 2 ** (info - 24);
  return take(reader, size).readUIntBE(0, size);
}

function readTimes<T>(count: number, read: () => T): T[] {
  const items: T[] = [];
  while (items.length < count) items.push(read());
  return items;
}

function take(reader: Reader, length: number): Buffer {
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new RangeError('more bytes needed');
  const taken = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return taken;
}
