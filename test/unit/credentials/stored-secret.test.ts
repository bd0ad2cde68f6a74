import { beforeEach, describe, expect, it } from 'vitest';
import { readSecret, removeSecret, writeSecret } from '../../../main/credentials/stored-secret';
import { MemoryKeychain } from './memory-keychain';

let keychain: MemoryKeychain;
const name = 'access-token';
const short = 'short';
const long = 'l'.repeat(9000);
const longer = 'm'.repeat(12_000);

beforeEach(() => {
  keychain = new MemoryKeychain();
});

const read = () => readSecret(keychain, name);
const write = (value: string) => writeSecret(keychain, name, value);

describe('a stored secret', () => {
  it.each([
    ['', 1],
    [short, 1],
    [long, 5],
  ])('is found again from its entries', async (value, count) => {
    expect(await write(value)).toBe('stored');
    expect(keychain.entries.size).toBe(count);
    expect(await read()).toEqual({ kind: 'found', value });
  });

  it('is found whatever its length, also where its last entry is full', async () => {
    for (let length = 1700; length < 1900; length += 1) {
      await write('x'.repeat(length));
      expect(await read()).toEqual({ kind: 'found', value: 'x'.repeat(length) });
    }
  });

  it('of one entry is still whole where writing a longer one was interrupted', async () => {
    await write(short);
    keychain.setsUntilLocked = 1;
    expect(await write(long)).toBe('locked');
    keychain.refusal = null;
    expect(await read()).toEqual({ kind: 'found', value: short });
  });

  it('that is shorter than the one before leaves nothing of it', async () => {
    await write(longer);
    await write(short);
    expect([...keychain.entries.keys()]).toEqual([name]);
    expect(await read()).toEqual({ kind: 'found', value: short });
  });

  it('is corrupt without one of its entries', async () => {
    await write(long);
    for (const account of [`${name}.2`, `${name}.4`, `${name}.5`]) {
      const text = keychain.entries.get(account) ?? '';
      keychain.entries.delete(account);
      expect(await read()).toEqual({ kind: 'corrupt' });
      keychain.entries.set(account, text);
    }
    expect((await read()).kind).toBe('found');
  });

  it('is corrupt when somebody else wrote it', async () => {
    keychain.entries.set(name, 'plain token');
    expect(await read()).toEqual({ kind: 'corrupt' });
  });

  it.each([
    [short, long],
    [long, short],
    [long, longer],
    [longer, long],
  ])('interrupted while written is the old one, the new one or corrupt', async (before, after) => {
    for (let sets = 0; sets < 10; sets += 1) {
      keychain = new MemoryKeychain();
      await write(before);
      keychain.setsUntilLocked = sets;
      const outcome = await write(after);
      keychain.refusal = null;
      const found = await read();
      if (outcome === 'stored') expect(found).toEqual({ kind: 'found', value: after });
      else expect([{ kind: 'corrupt' }, { kind: 'found', value: before }]).toContainEqual(found);
    }
  });

  it('too long for a keychain leaves the one before', async () => {
    await write(short);
    expect(await write('x'.repeat(100_000))).toBe('too-long');
    expect(await read()).toEqual({ kind: 'found', value: short });
  });

  it('is removed with all its entries, also those an interruption left', async () => {
    await write(longer);
    keychain.entries.delete(name);
    keychain.entries.delete(`${name}.3`);
    expect(await removeSecret(keychain, name)).toBe('removed');
    expect(keychain.entries.size).toBe(0);
    expect(await removeSecret(keychain, name)).toBe('removed');
  });
});

describe('a keychain that refuses', () => {
  it.each(['locked', 'unavailable'] as const)('is %s, and no secret is absent', async (refusal) => {
    await write(short);
    keychain.refusal = refusal;
    expect(await read()).toEqual({ kind: refusal });
    expect(await write(long)).toBe(refusal);
    expect(await removeSecret(keychain, name)).toBe(refusal);
    keychain.refusal = null;
    expect(await read()).toEqual({ kind: 'found', value: short });
  });

  it('and one that is open and empty are told apart', async () => {
    expect(await read()).toEqual({ kind: 'absent' });
  });
});
