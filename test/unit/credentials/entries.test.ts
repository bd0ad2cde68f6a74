import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSecret, encodeSecret } from '../../../main/credentials/entries';
import { runs } from '../../support/runs';

describe('the entries of a secret', () => {
  it('are base64 JSON with a version', () => {
    const [text, ...more] = encodeSecret('token') ?? [];
    expect(more).toEqual([]);
    const content: unknown = JSON.parse(Buffer.from(text ?? '', 'base64').toString());
    expect(content).toMatchObject({ version: 1, value: 'token' });
  });

  it('fit into what Windows allows and come back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20_000 }), (value) => {
        const entries = encodeSecret(value);
        if (!entries) return;
        expect(entries.every((text) => text !== '' && Buffer.byteLength(text) <= 2560)).toBe(true);
        expect(decodeSecret(entries)).toBe(value);
      }),
      runs(50),
    );
  });

  it('are not made of what no keychain should hold', () => {
    expect(encodeSecret('x'.repeat(40_000))).not.toBeNull();
    expect(encodeSecret('x'.repeat(100_000))).toBeNull();
  });

  const of = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
  const first = encodeSecret('a'.repeat(6000)) ?? [];
  const second = encodeSecret('b'.repeat(6000)) ?? [];

  it.each([
    ['nothing', []],
    ['no base64', ['***']],
    ['no JSON', [Buffer.from('token').toString('base64')]],
    ['another version', [of({ version: 2, checksum: '', value: 'token' })]],
    [
      'another version that is whole',
      [of({ version: 2, checksum: sha256('token'), value: 'token' })],
    ],
    ['a wrong checksum', [of({ version: 1, checksum: 'x', value: 'token' })]],
    ['a missing entry', first.slice(0, -1)],
    ['a missing first entry', first.slice(1)],
    ['entries of two secrets', [...first.slice(0, 1), ...second.slice(1)]],
  ])('are refused as %s', (_what, entries) => {
    expect(decodeSecret(entries)).toBeNull();
  });
});
