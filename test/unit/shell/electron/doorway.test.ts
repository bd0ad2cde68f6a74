import { describe, expect, it } from 'vitest';
import type { SenderVerdict } from '../../../../main/platform';
import { createDoorway } from '../../../../main/shell/electron/doorway';
import { FakeContents, fakeFrame, FakeIpcMain } from './fake-electron';

function setUp() {
  const ipcMain = new FakeIpcMain();
  const doorway = createDoorway(ipcMain);
  const page = new FakeContents();
  const distrust = doorway.trust(page, { audience: 'person' });
  const stop = doorway.handle('app.read', async (sender, request) => ({ sender, request }));
  const verdict = async (
    sender: FakeContents,
    frame: Parameters<FakeIpcMain['invoke']>[2],
  ): Promise<SenderVerdict> => {
    const answer = await ipcMain.invoke('app.read', sender, frame, {});
    return (answer as { sender: SenderVerdict }).sender;
  };
  return { ipcMain, doorway, page, distrust, stop, verdict };
}

describe('who is calling', () => {
  it('trusts the top frame of a page that main opened', async () => {
    const { verdict, page } = setUp();
    expect(await verdict(page, fakeFrame())).toBe('trusted');
  });

  it('does not know another page, nor one whose window has closed', async () => {
    const { verdict, page, distrust } = setUp();
    expect(await verdict(new FakeContents(), fakeFrame())).toBe('unknown-sender');
    distrust();
    expect(await verdict(page, fakeFrame())).toBe('unknown-sender');
  });

  it('tells a frame within the page from the page', async () => {
    const { verdict, page } = setUp();
    expect(await verdict(page, fakeFrame({ parent: fakeFrame() }))).toBe('sub-frame');
  });

  it.each(['https://frontdesk', 'app://frontdesk.evil', 'app://other', 'null', 'file://', ''])(
    'refuses the origin %j',
    async (origin) => {
      const { verdict, page } = setUp();
      expect(await verdict(page, fakeFrame({ origin }))).toBe('wrong-origin');
    },
  );

  it('asks a frame that is gone nothing but whether it is gone', async () => {
    const { verdict, page } = setUp();
    const gone = {
      isDestroyed: () => true,
      get detached(): boolean {
        throw new Error('Render frame was disposed');
      },
      get origin(): string {
        throw new Error('Render frame was disposed');
      },
      get parent(): object | null {
        throw new Error('Render frame was disposed');
      },
    };
    expect(await verdict(page, null)).toBe('destroyed-frame');
    expect(await verdict(page, gone)).toBe('destroyed-frame');
    expect(await verdict(page, fakeFrame({ detached: true }))).toBe('destroyed-frame');
  });
});

describe('the doorway', () => {
  it('passes the request on, until it is no longer served', async () => {
    const { ipcMain, page, stop } = setUp();
    expect(await ipcMain.invoke('app.read', page, fakeFrame(), { a: 1 })).toMatchObject({
      request: { a: 1 },
    });
    stop();
    expect(ipcMain.handlers.size).toBe(0);
  });

  it('pushes to every trusted page that is still there', () => {
    const { doorway, page } = setUp();
    const closed = new FakeContents();
    const crashed = new FakeContents();
    doorway.trust(closed, { audience: 'person' });
    doorway.trust(crashed, { audience: 'person' });
    closed.isGone = true;
    crashed.hasCrashed = true;
    const payload = { page: 'about' };
    doorway.push('all', 'app.navigated', payload);
    expect(page.sent).toEqual([{ channel: 'app.navigated', payload }]);
    expect(closed.sent).toEqual([]);
    expect(crashed.sent).toEqual([]);
  });

  it('keeps what is a person’s from a second window that shows the desk alone', async () => {
    const { doorway, page, verdict } = setUp();
    const second = new FakeContents();
    doorway.trust(second, { audience: 'all' });
    const idle = { phase: 'idle', serial: 1 };
    doorway.push('person', 'registration.changed', idle);
    doorway.push('all', 'app.navigated', { page: 'about' });
    expect(page.sent.map(({ channel }) => channel)).toEqual([
      'registration.changed',
      'app.navigated',
    ]);
    expect(second.sent.map(({ channel }) => channel)).toEqual(['app.navigated']);
    expect(await verdict(page, fakeFrame())).toBe('trusted');
    expect(await verdict(second, fakeFrame())).toBe('bystander');
    expect(await verdict(second, fakeFrame({ origin: 'https://frontdesk' }))).toBe('wrong-origin');
  });

  it('pushes nothing to a page whose window has closed', () => {
    const { doorway, page, distrust } = setUp();
    distrust();
    doorway.push('all', 'app.navigated', { page: 'about' });
    expect(page.sent).toEqual([]);
  });
});
