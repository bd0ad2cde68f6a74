import type { Audience } from '../../../preload/contract';
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

export interface Trust {
  /** `all`: the page hears and asks for what is meant for everybody, and for nothing of a person's. */
  readonly audience: Audience;
  /** Told of every call that the page makes. */
  readonly onCall?: () => void;
}

export interface ElectronDoorway extends Doorway {
  /** Lets a page call and be pushed to, until the returned function is called. */
  trust(page: Page, how: Trust): () => void;
}

/** The doorway over Electron's IPC. Only pages that main opened itself are ever trusted. */
export function createDoorway(ipcMain: IpcEnd): ElectronDoorway {
  const trusted = new Map<Page, Trust>();
  return {
    handle(channel, answer) {
      ipcMain.handle(channel, (event, request) => {
        const verdict = judge(event, trusted);
        if (verdict !== 'trusted') return answer(verdict, request);
        const how = trusted.get(event.sender);
        how?.onCall?.();
        return answer(how?.audience === 'person' ? 'trusted' : 'bystander', request);
      });
      return () => ipcMain.removeHandler(channel);
    },
    push(audience, channel, payload) {
      for (const [page, how] of trusted) {
        if (audience === 'person' && how.audience !== 'person') continue;
        if (!page.isDestroyed() && !page.isCrashed()) page.send(channel, payload);
      }
    },
    trust(page, how) {
      trusted.set(page, how);
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
