import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { afterEach, describe, expect, it } from 'vitest';
import { totpAt } from '../../../../main/practice-org/model/totp';
import { messageKeys, type TestOrg } from '../practice';
import { contextual, current, isFinished, problems, startWith } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin(policy = {}) {
  const started = await startWith('google_otp', policy);
  ({ org } = started);
  await started.signUp.choose('Google Authenticator');
  return started.signUp;
}

async function shownOnPhone(): Promise<string> {
  const [entry] = JSON.parse((await org.get('/practice/admin/totp')).text) as { code: string }[];
  return entry?.code ?? '';
}

const invalid = ['credentials.passcode: api.authn.error.PASSCODE_INVALID'];

describe('an authenticator app', () => {
  it('is given a key to type and the same key as a picture to scan', async () => {
    const signUp = await begin();
    expect(current(signUp)).toMatchObject({ key: 'google_otp', type: 'app' });
    const secret = String(contextual(signUp)['sharedSecret']);
    expect(secret).toMatch(/^[A-Z2-7]{16}$/);
    expect(contextual(signUp)['qrcode']).toMatchObject({ method: 'embedded', type: 'image/png' });
    const uri = `otpauth://totp/Practice%20org:ada%40example.com?secret=${secret}&issuer=Practice%20org`;
    const href = String(contextual(signUp)['qrcode']?.['href']);
    expect(modules(href)).toEqual(encode(uri, { border: 4 }).data);
  });

  it('is set up with the code it shows, which tools can read too', async () => {
    const signUp = await begin();
    const key = decode(String(contextual(signUp)['sharedSecret']));
    const before = Date.now();
    const shown = await shownOnPhone();
    expect([totpAt(key, before), totpAt(key, Date.now())]).toContain(shown);
    expect((await signUp.code(shown)).status).toBe(200);
    expect(isFinished(signUp)).toBe(true);
  });

  it('may be one step behind, and no more', async () => {
    const signUp = await begin();
    const shown = await shownOnPhone();
    org.wait(90);
    expect((await signUp.code(shown)).status).toBe(401);
    expect(problems(signUp)).toEqual(invalid);
    const next = await shownOnPhone();
    org.wait(29);
    expect((await signUp.code(next)).status).toBe(200);
  });

  it('keeps its key when a code was wrong, or the person chose it again', async () => {
    const signUp = await begin();
    const secret = contextual(signUp)['sharedSecret'];
    await signUp.code('000');
    expect(problems(signUp)).toEqual(invalid);
    await signUp.code('');
    expect(problems(signUp)).toEqual(['credentials.passcode: model.validation.field.blank']);
    await signUp.choose('Google Authenticator');
    expect(contextual(signUp)['sharedSecret']).toBe(secret);
  });

  it('ends the sign-up after too many wrong codes', async () => {
    const signUp = await begin({ attemptsBeforeLock: 2 });
    await signUp.code('1');
    const locked = await signUp.code('2');
    expect(locked.status).toBe(429);
    expect(messageKeys(locked.json)).toEqual(['tooManyRequests']);
  });
});

/** The picture's modules, read back from the PNG. */
function modules(href: string): boolean[][] {
  const png = Buffer.from(href.replace('data:image/png;base64,', ''), 'base64');
  const width = png.readUInt32BE(16);
  const length = png.readUInt32BE(33);
  expect(png.toString('latin1', 37, 41)).toBe('IDAT');
  const pixels = inflateSync(png.subarray(41, 41 + length));
  const bytesPerRow = 1 + Math.ceil(width / 8);
  const isDark = (x: number, y: number) =>
    ((pixels[y * bytesPerRow + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  const size = width / 4;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => isDark(x * 4 + 1, y * 4 + 2)),
  );
}

function decode(base32: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}
