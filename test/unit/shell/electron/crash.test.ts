import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import { recoverFromCrashes } from '../../../../main/shell/electron/crash';
import { FakeContents } from './fake-electron';

function setUp(forgetPerson: () => Promise<void> = async () => {}) {
  const did: string[] = [];
  const clock = { now: 0 };
  const contents = new FakeContents();
  recoverFromCrashes(contents, {
    forgetPerson: async () => {
      did.push('forget');
      await forgetPerson();
    },
    reload: () => did.push('reload'),
    giveUp: () => did.push('give up'),
    log: createLog(() => {}),
    now: () => clock.now,
  });
  const crashAt = async (at: number, reason?: string) => {
    clock.now = at;
    contents.crash(reason);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { contents, did, crashAt };
}

describe('recoverFromCrashes', () => {
  it('wipes the person before the page comes back', async () => {
    const { did, crashAt } = setUp();
    await crashAt(0);
    expect(did).toEqual(['forget', 'reload']);
  });

  it('stops at the third crash within a minute', async () => {
    const { did, crashAt } = setUp();
    await crashAt(0);
    await crashAt(30_000, 'oom');
    await crashAt(59_999);
    expect(did).toEqual(['forget', 'reload', 'forget', 'reload', 'forget', 'give up']);
  });

  it('goes on as long as crashes are rare', async () => {
    const { did, crashAt } = setUp();
    for (const at of [0, 30_000, 60_000, 90_000, 120_000]) await crashAt(at);
    expect(did).not.toContain('give up');
    expect(did.filter((step) => step === 'reload')).toHaveLength(5);
  });

  it('leaves a window alone that was closed while the person was forgotten', async () => {
    const { contents, did, crashAt } = setUp(async () => {
      contents.isGone = true;
    });
    await crashAt(0);
    expect(did).toEqual(['forget']);
  });

  it('takes no notice of a page that ended by itself', async () => {
    const { did, crashAt } = setUp();
    await crashAt(0, 'clean-exit');
    expect(did).toEqual([]);
  });

  it('brings the page back even where the person could not be wiped in full', async () => {
    const { did, crashAt } = setUp(() => Promise.reject(new Error('keychain')));
    await crashAt(0);
    expect(did).toEqual(['forget', 'reload']);
  });
});
