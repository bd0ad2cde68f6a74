import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import { createFrameRules, guardNavigation } from '../../../../main/shell/electron/guards';
import { FakeContents, FakeEvent } from './fake-electron';

function guarded() {
  const lines: string[] = [];
  const app = new EventEmitter();
  const frames = createFrameRules();
  guardNavigation(
    app,
    createLog((line) => lines.push(line)),
    frames,
  );
  const contents = new FakeContents();
  app.emit('web-contents-created', new FakeEvent(), contents);
  return { app, contents, frames, lines };
}

describe('guardNavigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'refuses %s, wherever it leads, and logs no address',
    (kind) => {
      const { contents, lines } = guarded();
      const event = Object.assign(new FakeEvent(), { url: 'https://evil.example/?code=secret' });
      contents.emit(kind, event, 'https://evil.example/?code=secret');
      expect(event.isPrevented).toBe(true);
      expect(lines.join('')).toContain(kind);
      expect(lines.join('')).not.toMatch(/evil|secret/);
    },
  );

  it('opens no window', () => {
    expect(guarded().contents.openWindow?.()).toEqual({ action: 'deny' });
  });

  it('lets only a frame go where the window of its page said', () => {
    const { app, contents, frames } = guarded();
    const other = new FakeContents();
    app.emit('web-contents-created', new FakeEvent(), other);
    frames.admit(contents, ({ host }) => host === 'captcha.example');
    const isLetGo = (to: FakeContents, url: string, isMainFrame: boolean) => {
      const event = Object.assign(new FakeEvent(), { url, isMainFrame });
      to.emit('will-frame-navigate', event);
      return !event.isPrevented;
    };
    expect(isLetGo(contents, 'https://captcha.example/frame', false)).toBe(true);
    expect(isLetGo(contents, 'https://captcha.example/frame', true)).toBe(false);
    expect(isLetGo(contents, 'https://evil.example/', false)).toBe(false);
    expect(isLetGo(contents, 'no address', false)).toBe(false);
    expect(isLetGo(other, 'https://captcha.example/frame', false)).toBe(false);
  });
});
