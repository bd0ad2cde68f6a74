import type { EventName } from '../preload/contract';
import type { Appearance, Language } from '../preload/schemas/common';

/** Why a caller is not the app's own page. */
export type SenderVerdict =
  'trusted' | 'unknown-sender' | 'sub-frame' | 'destroyed-frame' | 'wrong-origin';

/** The shell's end of the doorway: it knows who calls, `ipc/serve` knows what may be asked. */
export interface Doorway {
  /** Answers `channel` until the returned function is called. The answer is structured-cloneable. */
  handle(
    channel: string,
    answer: (sender: SenderVerdict, request: unknown) => Promise<unknown>,
  ): () => void;
  /** Delivers to every trusted page; a page that is gone is no error. */
  push(channel: EventName, payload: unknown): void;
}

/** The network of one person: no cookie, cache or connection of it is shared or kept. */
export interface PersonalNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** Drops everything the network remembered of the person. */
  close(): Promise<void>;
}

/** What `main/app.ts` needs of the shell it runs in. */
export interface Platform {
  readonly shell: 'electron' | 'browser';
  readonly isPackaged: boolean;
  readonly version: string;
  /** Folder for this user's settings; created when first written to. */
  readonly userDataFolder: string;
  /** The person's preferred languages as BCP 47 tags, most wanted first. */
  readonly locales: readonly string[];
  readonly doorway: Doorway;
  openNetwork(): PersonalNetwork;
  /** What lies outside the page, such as title bar and menu, follows the settings in force. */
  present(wanted: { appearance: Appearance; language: Language }): void;
  /** Opens an address that main chose in the system's browser. False where that is not possible. */
  openExternal(url: URL): Promise<boolean>;
  /**
   * Addresses under which this run can take a person back from a browser, besides the registered
   * app scheme: the browser shell's own loopback callback.
   */
  readonly loopbackRedirectUri: string | null;
}
