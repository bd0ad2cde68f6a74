import { expect, it } from 'vitest';
import { whyNoKeychain } from '../../keychain/why-no-keychain';

const open = {
  platform: 'darwin' as const,
  succeeds: () => true,
  tryOut: async () => {},
  limit: 1_000,
};

it('uses the keychain of macOS and Windows where it is open', async () => {
  expect(await whyNoKeychain('test', open)).toBeNull();
  const windows = { ...open, platform: 'win32' as const, succeeds: () => false };
  expect(await whyNoKeychain('test', windows)).toBeNull();
});

it('leaves a locked one alone, without asking anybody', async () => {
  const tried: string[] = [];
  const locked = {
    ...open,
    succeeds: () => false,
    tryOut: async (service: string) => void tried.push(service),
  };
  expect(await whyNoKeychain('test', locked)).toContain('locked');
  expect(tried).toEqual([]);
});

it('says why one cannot be used', async () => {
  const refusing = { ...open, tryOut: () => Promise.reject(new Error('no logon session')) };
  expect(await whyNoKeychain('test', refusing)).toBe('no logon session');
  const asking = { ...open, tryOut: () => new Promise<void>(() => {}), limit: 20 };
  expect(await whyNoKeychain('test', asking)).toContain('somebody is asked');
});

it('leaves Linux to the Secret Service of the tests', async () => {
  expect(await whyNoKeychain('test', { ...open, platform: 'linux' })).toContain('of their own');
});
