import type { Doorway, SenderVerdict } from '../../platform';
import { appOrigin } from './app-protocol';

interface Frame {
  readonly origin: string;
  readonly parent: object | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

/** The contents of a window, as far as the doorway talks to it. */
export interface Page {
  isDestroyed(): boolean;
  isCrashed(): boolean;
  send(channel: string, payload: unknown): void;
}

interface InvokeEvent {
  readonly sender: Page;
  readonly senderFrame: Frame | null;
}

export interface IpcEnd {
  handle(
    channel: string,
    listener: (event: InvokeEvent, request: unknown) => Promise<unknown>,
  ): void;
  removeHandler(channel: string): void;
}

export interface ElectronDoorway extends Doorway {
  /**
   * Lets a page call and be pushed to, until the returned function is called.
   * @param onCall told of every call that the page makes
   */
  trust(page: Page, onCall?: () => void): () => void;
}

/** The doorway over Electron's IPC. Only pages that main opened itself are ever trusted. */
export function createDoorway(ipcMain: IpcEnd): ElectronDoorway {
  const trusted = new Map<Page, () => void>();
  return {
    handle(channel, answer) {
      ipcMain.handle(channel, (event, request) => {
        const verdict = judge(event, trusted);
        if (verdict === 'trusted') trusted.get(event.sender)?.();
        return answer(verdict, request);
      });
      return () => ipcMain.removeHandler(channel);
    },
    push(channel, payload) {
      for (const page of trusted.keys()) {
        if (!page.isDestroyed() && !page.isCrashed()) page.send(channel, payload);
      }
    },
    trust(page, onCall = () => {}) {
      trusted.set(page, onCall);
      return () => trusted.delete(page);
    },
  };
}

function judge(
  { sender, senderFrame: frame }: InvokeEvent,
  trusted: ReadonlyMap<Page, unknown>,
): SenderVerdict {
  // Asked first: every other property of a frame that is gone throws.
  if (frame === null || frame.isDestroyed() || frame.detached) return 'destroyed-frame';
  if (!trusted.has(sender)) return 'unknown-sender';
  if (frame.parent !== null) return 'sub-frame';
  return frame.origin === appOrigin ? 'trusted' : 'wrong-origin';
}
