import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCbor } from '../../../../main/practice-org/authenticators/cbor';

/** RFC 8949, appendix A. */
it.each([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['3863', -100],
  ['f4', false],
  ['f5', true],
  ['f6', null],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['80', []],
  ['83010203', [1, 2, 3]],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  ['4401020304', Buffer.from([1, 2, 3, 4])],
])('reads %s', (hex, value) => {
  expect(decodeCbor(Buffer.from(hex, 'hex'))).toEqual(value);
});

it.each([
  '',
  '18',
  '5f41014102ff',
  'c11a514b67b0',
  'fb3ff199999999999a',
  'ff',
  '9b0000000100000000',
])('reads nothing from %o: cut short, or no part of WebAuthn', (hex) => {
  expect(decodeCbor(Buffer.from(hex, 'hex'))).toBeUndefined();
});

it('survives any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      decodeCbor(Buffer.from(bytes));
    }),
  );
  expect(decodeCbor(Buffer.alloc(200_000, 0x81))).toBeUndefined();
});
