import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions } from 'electron';
import {
  FakeContents,
  FakeEvent,
  fakeFrame,
  type FakeIpcMain,
  FakeWindow,
} from '../../unit/shell/electron/fake-electron';
import { type PageSession, toElectronAddress, toPageAddress } from './page-session';
import { callName, preloadScript, receiveName } from './preload-script';

/** The contents of a window, which are a page of Chromium's until its process dies. */
export class PageContents extends FakeContents {
  /** The page as it is now; null before the first address and after the end. */
  page: Page | null = null;
  reopen: () => void = () => {};

  override send(channel: string, payload: unknown) {
    super.send(channel, payload);
    this.page
      ?.evaluate(
        ([name, ...given]) => {
          const receive: unknown = Reflect.get(window, name);
          if (typeof receive === 'function') receive(...given);
        },
        [receiveName, channel, payload] as const,
      )
      // A page that is loading or gone hears nothing, as in Electron.
      .catch(() => {});
  }
  override reload() {
    super.reload();
    this.reopen();
  }
}

/** A window that is a page of Chromium's in the context of its session. */
export class PageWindow extends FakeWindow {
  override readonly webContents = new PageContents();
  #isPainted = false;

  constructor(
    options: BrowserWindowConstructorOptions,
    private readonly session: PageSession,
    private readonly ipcMain: FakeIpcMain,
  ) {
    super(options);
    this.webContents.reopen = () => void this.#load().catch(() => {});
    this.on('closed', () => void this.webContents.page?.close().catch(() => {}));
  }

  isVisible() {
    return this.calls.includes('show') || this.calls.includes('maximize');
  }

  override async loadURL(url: string) {
    this.url = url;
    await this.#load();
  }

  /** Playwright gives up a page whose process died, so it goes on in another. */
  async #load() {
    const contents = this.webContents;
    const before = contents.page;
    contents.page = null;
    const page = await this.#open();
    // Playwright waits for an answer of a process that is gone.
    void before?.close().catch(() => {});
    if (this.isDestroyed()) return void (await page.close());
    contents.page = page;
    contents.hasCrashed = false;
    void this.#announcePaint(page);
    await page.goto(toPageAddress(this.url ?? ''));
  }

  async #open() {
    const contents = this.webContents;
    const page = await (await this.session.context()).newPage();
    page.on('crash', () => {
      contents.hasCrashed = true;
      contents.crash();
    });
    page.on('load', () => contents.emit('did-finish-load', new FakeEvent()));
    page.on('close', () => {
      if (contents.page === page && !this.isDestroyed()) this.close();
    });
    const preload = this.options.webPreferences?.preload;
    if (preload !== undefined) {
      await page.exposeBinding(callName, ({ frame }, channel: string, request: unknown) => {
        const { origin } = new URL(frame.url());
        const address = toElectronAddress(`${origin}/`).slice(0, -1);
        return this.ipcMain.invoke(channel, contents, fakeFrame({ origin: address }), request);
      });
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    }
    return page;
  }

  /** Electron tells once of a window's first layout that is not empty. */
  async #announcePaint(page: Page) {
    try {
      await page.waitForFunction(
        () => [...document.querySelectorAll('body *')].some((part) => part.clientHeight > 0),
        null,
        { timeout: 0 },
      );
    } catch {
      return;
    }
    if (this.#isPainted || this.isDestroyed()) return;
    this.#isPainted = true;
    this.emit('ready-to-show');
  }
}
