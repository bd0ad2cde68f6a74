import { randomUUID } from 'node:crypto';
import keytar from 'keytar';
import { afterAll, describe, expect, it } from 'vitest';
import { createCredentials } from '../../main/credentials';
import { createLog } from '../../main/log';
import { longToken } from './start-app';
import { whyNoKeychain } from './why-no-keychain';

/** Nobody's entries but ours are touched. */
const service = `Frontdesk test ${randomUUID()}`;
const reason = await whyNoKeychain(service);
const startApp = () => createCredentials({ log: createLog(() => {}), service });

afterAll(async () => {
  if (reason !== null) return;
  for (const { account } of await keytar.findCredentials(service)) {
    await keytar.deletePassword(service, account);
  }
});

describe.skipIf(reason !== null)(
  `the keychain of the system${reason ? ` (${reason})` : ''}`,
  () => {
    it('keeps a token for the next start', async () => {
      expect(await startApp().read('id-token')).toEqual({ kind: 'absent' });
      expect(await startApp().write('id-token', 'token')).toEqual({ kind: 'stored' });
      expect(await startApp().read('id-token')).toEqual({ kind: 'found', value: 'token' });
    });

    it('keeps a long token in several entries, and only as many as it needs', async () => {
      await startApp().write('access-token', longToken);
      expect(await startApp().read('access-token')).toEqual({ kind: 'found', value: longToken });
      await startApp().write('access-token', 'short');
      expect(await startApp().read('access-token')).toEqual({ kind: 'found', value: 'short' });
      const accounts = (await keytar.findCredentials(service)).map(({ account }) => account);
      expect(accounts.filter((account) => account.startsWith('access-token'))).toHaveLength(1);
    });

    it('holds nothing of a removed token', async () => {
      await startApp().write('refresh-token', longToken);
      expect(await startApp().remove('refresh-token')).toBe('removed');
      expect(await startApp().read('refresh-token')).toEqual({ kind: 'absent' });
      const accounts = (await keytar.findCredentials(service)).map(({ account }) => account);
      expect(accounts.filter((account) => account.startsWith('refresh-token'))).toEqual([]);
    });
  },
);
