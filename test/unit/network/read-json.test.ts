import { describe, expect, it } from 'vitest';
import { jsonBounds, readJson } from '../../../main/network/read-json';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const record = (names: number) =>
  Object.fromEntries(Array.from({ length: names }, (_, index) => [`n${index}`, index]));
const objects = (names: number) =>
  Array.from({ length: names }, (_, index) => ({ [`n${index}`]: ':' }));

describe('JSON of a server', () => {
  it('is read as it is', () => {
    const value = { a: [1, 'two', true, null, { b: 'c"\\,[' }], constructor: 'x' };
    expect(readJson(JSON.stringify(value))).toEqual({ kind: 'json', value });
  });

  it.each(['', '<html>[[[{</html>', '{"a":', 'undefined'])('is none: %j', (text) => {
    expect(readJson(text)).toEqual({ kind: 'not-json' });
  });

  it('is none where a page has many brackets', () => {
    expect(readJson(`<script>${'{'.repeat(1000)}</script>`)).toEqual({ kind: 'not-json' });
  });

  it.each([
    ['levels', nested(jsonBounds.depth + 1)],
    ['levels in a text that begins with spaces', ` \n${nested(20_000)}`],
    ['values', `[${'0,'.repeat(jsonBounds.values)}0]`],
    ['different names', JSON.stringify(record(jsonBounds.names + 1))],
    ['different names in objects', JSON.stringify(objects(jsonBounds.names + 1))],
    ['characters in one text', JSON.stringify(['x'.repeat(jsonBounds.text + 1)])],
    ['characters in one name', `{"${'x'.repeat(jsonBounds.text + 1)}":1}`],
  ])('has too many %s', (_what, text) => {
    expect(readJson(text)).toEqual({ kind: 'out-of-bounds' });
  });

  it.each([
    ['levels', nested(jsonBounds.depth)],
    ['different names', JSON.stringify(record(jsonBounds.names))],
    ['names that are the same', JSON.stringify(Array.from({ length: 100_000 }, () => ({ a: 1 })))],
    ['brackets in a text', JSON.stringify('['.repeat(1000))],
    ['brackets in a text after a quotation mark', JSON.stringify([`\\"${'['.repeat(1000)}`])],
    ['brackets beside each other', `[${'[],'.repeat(1000)}[]]`],
  ])('may have many %s', (_what, text) => {
    expect(readJson(text).kind).toBe('json');
  });

  it('has numbers and texts that can be worked with, and no prototype', () => {
    const reading = readJson(
      '{"n":[1e999,-1e999],"t":"\\ud83d!","__proto__":{"x":1},"o":{"__proto__":1}}',
    );
    expect(reading).toEqual({ kind: 'json', value: { n: [null, null], t: '\ufffd!', o: {} } });
    expect(JSON.stringify(reading)).not.toContain('__proto__');
  });

  it.each(['1e999', '1E+0999', `${'9'.repeat(250)}e99`, '9'.repeat(400), '-1e400', '9.9e99999'])(
    'has no number beyond all numbers: %s',
    (number) => {
      expect(readJson(`{"n":${number}}`)).toEqual({ kind: 'json', value: { n: null } });
    },
  );

  it('has no half of a pair, and no prototype, however they are written', () => {
    expect(readJson('["\\uD83D"]')).toEqual({ kind: 'json', value: ['\ufffd'] });
    const escaped = readJson('{"\\u005f_proto__":{"x":1},"a":1}');
    expect(escaped).toEqual({ kind: 'json', value: { a: 1 } });
    expect(JSON.stringify(escaped)).not.toContain('x');
  });

  it.each([
    '{"toString":1}',
    '{"toString":null,"valueOf":2,"a":{"toString":{}}}',
    '[{"valueOf":1}]',
  ])('lets a text and a number be made of %s', (text) => {
    const reading = readJson(text);
    if (reading.kind !== 'json') throw new Error(reading.kind);
    expect(() => [String(reading.value), Number(reading.value)]).not.toThrow();
    expect(JSON.stringify(reading)).not.toMatch(/toString|valueOf/);
  });
});
