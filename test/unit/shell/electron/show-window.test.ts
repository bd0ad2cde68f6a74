import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../main/log';
import { type NotShownAnswer, showWindow } from '../../../../main/shell/electron/show-window';
import { FakeWindow } from './fake-electron';

const patience = 20;

let window: FakeWindow;
let did: string[];
let isPageAlive: boolean;

beforeEach(() => {
  window = new FakeWindow({});
  did = [];
  isPageAlive = false;
});

function show(options: {
  load?: () => Promise<void>;
  answers?: NotShownAnswer[];
  isMaximized?: boolean;
}) {
  const { load = async () => {}, answers = [], isMaximized = false } = options;
  showWindow(window, {
    isMaximized,
    log: createLog((line) => did.push((JSON.parse(line) as { reason: string }).reason)),
    load: () => {
      did.push('load');
      return load();
    },
    isPageAlive: () => isPageAlive,
    ask: async () => {
      did.push('ask');
      return answers.shift() ?? new Promise(() => {});
    },
    quit: () => did.push('quit'),
    patience,
  });
}

const patienceOver = () => new Promise((resolve) => setTimeout(resolve, patience * 3));

describe('showWindow', () => {
  it('waits until something is painted', () => {
    show({});
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('opens as large as the window was', () => {
    show({ isMaximized: true });
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['maximize']);
  });

  it('asks nothing where the page is at work', async () => {
    isPageAlive = true;
    show({});
    await vi.waitFor(() => expect(window.calls).toEqual(['show']));
    await patienceOver();
    expect(did).toEqual(['load']);
  });

  it('shows a page whose script fails, and loads it again where the person wants that', async () => {
    show({ answers: ['try-again'] });
    await vi.waitFor(() =>
      expect(did).toEqual(['load', 'no-page', 'ask', 'load', 'no-page', 'ask']),
    );
    expect(window.calls).toEqual(['show']);
  });

  it('says so at once where the page cannot be loaded, and ends where the person wants that', async () => {
    show({ load: () => Promise.reject(new Error('ERR_FAILED')), answers: ['quit'] });
    await vi.waitFor(() => expect(did).toEqual(['load', 'not-loaded', 'ask', 'quit']));
    expect(window.calls).toEqual(['show']);
  });

  it('asks again after a wait', async () => {
    show({ answers: ['wait'] });
    await vi.waitFor(() => expect(did).toEqual(['load', 'no-page', 'ask', 'no-page', 'ask']));
  });

  it('leaves a window alone that was closed', async () => {
    show({});
    window.close();
    await patienceOver();
    expect(window.calls).toEqual([]);
    expect(did).toEqual(['load']);
  });
});
