import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const pixelsPerModule = 4;
/** White around the code; scanners need four modules of it (ISO 18004). */
const border = 4;

/** A QR code as Okta puts one into an answer: the picture itself, a PNG in a `data:` address. */
export function qrImage(text: string) {
  const { data } = encode(text, { border });
  const png = toPng(data.map((row) => row.flatMap((dark) => repeat(dark))).flatMap(repeat));
  return {
    method: 'embedded',
    href: `data:image/png;base64,${png.toString('base64')}`,
    type: 'image/png',
  };
}

function repeat<T>(value: T): T[] {
  return new Array<T>(pixelsPerModule).fill(value);
}

/** A grey-scale PNG of one bit per pixel; every row begins with its filter, none. */
function toPng(rows: readonly (readonly boolean[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows[0]?.length ?? 0, 0);
  header.writeUInt32BE(rows.length, 4);
  header.writeUInt8(1, 8);
  const pixels = Buffer.concat(rows.map((row) => Buffer.from([0, ...toBytes(row)])));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Eight pixels in a byte, the first in its highest bit; white is 1. */
function toBytes(row: readonly boolean[]): number[] {
  const bytes = new Array<number>(Math.ceil(row.length / 8)).fill(0);
  row.forEach((dark, x) => {
    if (!dark) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
  });
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
