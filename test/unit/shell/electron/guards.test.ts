import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import { guardNavigation } from '../../../../main/shell/electron/guards';
import { FakeContents, FakeEvent } from './fake-electron';

function guarded() {
  const lines: string[] = [];
  const app = new EventEmitter();
  guardNavigation(
    app,
    createLog((line) => lines.push(line)),
  );
  const contents = new FakeContents();
  app.emit('web-contents-created', new FakeEvent(), contents);
  return { contents, lines };
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
});
