import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxOptions,
} from 'electron';
import type {
  ElectronModule,
  ElectronWindow,
} from '../../../../main/shell/electron/electron-module';
import type { ClientCertificate } from '../../../../main/shell/electron/client-certificates';
import type { IpcEnd, Page } from '../../../../main/shell/electron/doorway';
import type { NetRequest } from '../../../../main/shell/electron/net-fetch';
import type { OrgWindowSession } from '../../../../main/shell/electron/org-window-session';
import type { PermissionGates } from '../../../../main/shell/electron/permissions';

/** An event that remembers whether it was refused. */
export class FakeEvent {
  isPrevented = false;
  preventDefault() {
    this.isPrevented = true;
  }
}

/** A session with a cookie jar, which requests of `net` fill and send as Chromium would. */
export class FakeSession extends EventEmitter {
  /** What pages of the session are answered with, by scheme. */
  readonly served = new Map<string, (request: Request) => Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.served.set(scheme, handler),
    unhandle: (scheme: string) => void this.served.delete(scheme),
  };
  /** Whether a request would be let out, of whatever scheme. */
  isLetOut: (url: string) => boolean = () => true;
  readonly webRequest = {
    onBeforeRequest: (
      listener: Parameters<OrgWindowSession['webRequest']['onBeforeRequest']>[0],
    ) => {
      this.isLetOut = (url) => {
        let isCancelled = true;
        listener({ url }, ({ cancel }) => (isCancelled = cancel));
        return !isCancelled;
      };
    },
  };
  readonly jar = new Map<string, string>();
  readonly cookies: { get(): Promise<unknown[]> } = { get: async () => [...this.jar] };
  /** What the next request of this session is answered with. */
  respond: (request: Request) => Response | Promise<Response> = () => new Response('{}');
  /** What cannot be cleared away. */
  isStubborn = false;
  cacheSize = 0;
  readonly cleared: string[] = [];
  readonly requests: { address: string; cookie: string; headers: Record<string, string> }[] = [];
  gates: {
    request?: (permission: string, requestingUrl?: string, isMainFrame?: boolean) => boolean;
    check?: (permission?: string, origin?: string, isMainFrame?: boolean) => boolean;
    device?: () => boolean;
    display?: () => unknown;
    pairing?: () => boolean;
  } = {};

  constructor(
    readonly partition: string,
    readonly options: { cache: boolean } | null,
  ) {
    super();
  }

  isPersistent() {
    return this.partition === '' || this.partition.startsWith('persist:');
  }
  async getCacheSize() {
    return this.cacheSize;
  }
  async clearData() {
    this.cleared.push('data');
  }
  async clearStorageData() {
    if (!this.isStubborn) this.jar.clear();
    this.cleared.push('storage');
  }
  async clearCache() {
    this.cleared.push('cache');
  }
  async clearAuthCache() {
    this.cleared.push('auth');
  }
  async clearHostResolverCache() {
    this.cleared.push('names');
  }
  async closeAllConnections() {
    this.cleared.push('connections');
  }
  setPermissionRequestHandler(
    handler: Parameters<PermissionGates['setPermissionRequestHandler']>[0],
  ) {
    this.gates.request = (permission, requestingUrl = '', isMainFrame = true) => {
      let answer = true;
      handler(null, permission, (isGranted) => (answer = isGranted), {
        isMainFrame,
        requestingUrl,
      });
      return answer;
    };
  }
  setPermissionCheckHandler(handler: Parameters<PermissionGates['setPermissionCheckHandler']>[0]) {
    this.gates.check = (permission = '', origin = '', isMainFrame = true) =>
      handler(null, permission, origin, { isMainFrame });
  }
  setDevicePermissionHandler(handler: () => boolean) {
    this.gates.device = handler;
  }
  setDisplayMediaRequestHandler(
    handler: Parameters<PermissionGates['setDisplayMediaRequestHandler']>[0],
  ) {
    this.gates.display = () => {
      let answer: unknown = 'pending';
      handler({}, (streams) => (answer = streams));
      return answer;
    };
  }
  setBluetoothPairingHandler(
    handler: Parameters<PermissionGates['setBluetoothPairingHandler']>[0],
  ) {
    this.gates.pairing = () => {
      let answer = true;
      handler({}, (response) => (answer = response.confirmed));
      return answer;
    };
  }
}

export interface FakeNetOptions {
  partition: string;
  method: string;
  url: string;
  redirect: 'manual' | 'error';
  /** Without it, Electron sends no cookie of the session and keeps none. */
  credentials?: 'include';
  bypassCustomProtocolHandlers: boolean;
}

/**
 * A request of `net` as Electron makes it (`lib/common/api/net-client-request.ts`): a redirect that
 * is not followed at once ends the request with an error unless it was aborted before, headers come
 * in lower case, and without an answer to a proxy's question the refusal itself is the answer.
 */
export class FakeNetRequest extends EventEmitter implements NetRequest {
  #isAborted = false;
  readonly #headers = new Headers();

  constructor(
    private readonly session: FakeSession,
    private readonly options: FakeNetOptions,
  ) {
    super();
  }
  setHeader(name: string, value: string) {
    this.#headers.set(name, value);
  }
  abort() {
    this.#isAborted = true;
    this.emit('abort');
  }
  end(body?: Buffer) {
    void this.#run(body);
  }

  async #run(body: Buffer | undefined) {
    const { session } = this;
    const { method, url, redirect } = this.options;
    const hasCookies = this.options.credentials === 'include';
    const cookie = [...(hasCookies ? session.jar : [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    session.requests.push({ address: url, cookie, headers: Object.fromEntries(this.#headers) });
    if (hasCookies) session.jar.set('DT', `device-${session.partition}`);
    try {
      const sent = body === undefined ? {} : { body: new Uint8Array(body) };
      const response = await session.respond(
        new Request(url, { method, headers: this.#headers, ...sent }),
      );
      if (this.#isAborted) return;
      const headers = Object.fromEntries([...response.headers].map(([k, value]) => [k, [value]]));
      const location = response.headers.get('location');
      if (location !== null && response.status >= 300 && response.status < 400) {
        return this.#redirect(redirect, response.status, new URL(location, url).href, headers);
      }
      if (response.status === 407) this.#askForPassword();
      if (!this.#isAborted) await this.#answer(response);
    } catch (error) {
      this.emit('error', error);
    }
  }
  #redirect(mode: string, status: number, address: string, headers: Record<string, string[]>) {
    if (mode === 'error') {
      this.emit('error', new Error("Attempted to redirect, but redirect policy was 'error'"));
      return;
    }
    this.emit('redirect', status, 'GET', address, headers);
    if (!this.#isAborted) this.emit('error', new Error('Redirect was cancelled'));
  }
  #askForPassword() {
    const asked = { isProxy: true, scheme: 'basic', host: 'proxy.example', port: 3128, realm: '' };
    this.emit('login', asked, () => {});
  }
  async #answer(response: Response) {
    const answer = Object.assign(new EventEmitter(), {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
    });
    this.emit('response', answer);
    for await (const chunk of response.body ?? []) {
      if (this.#isAborted) return void answer.emit('aborted');
      answer.emit('data', Buffer.from(chunk));
    }
    answer.emit('end');
  }
}

/** A window's page: what was sent to it, and the events Chromium would raise. */
export class FakeContents extends EventEmitter implements Page {
  readonly sent: { channel: string; payload: unknown }[] = [];
  reloads = 0;
  isGone = false;
  hasCrashed = false;
  openWindow: (() => { action: 'deny' | 'allow' }) | null = null;

  isDestroyed() {
    return this.isGone;
  }
  isCrashed() {
    return this.hasCrashed;
  }
  send(channel: string, payload: unknown) {
    this.sent.push({ channel, payload });
  }
  reload() {
    this.reloads += 1;
  }
  setWindowOpenHandler(handler: () => { action: 'deny' }) {
    this.openWindow = handler;
  }
  crash(reason = 'crashed') {
    this.emit('render-process-gone', new FakeEvent(), { reason });
  }
}

export class FakeWindow extends EventEmitter implements ElectronWindow {
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  color: string | undefined;
  url: string | null = null;
  bounds = { x: 10, y: 20, width: 900, height: 700 };
  /** Wayland gives the focus to nobody who asks for it. */
  hasFocus = true;
  isMax = false;
  isMin = false;

  constructor(readonly options: BrowserWindowConstructorOptions) {
    super();
    this.color = options.backgroundColor;
  }
  parent: ElectronWindow | null = null;
  isDestroyed() {
    return this.webContents.isGone;
  }
  isFocused() {
    return this.hasFocus;
  }
  flashFrame() {
    this.calls.push('flash');
  }
  destroy() {
    if (this.webContents.isGone) return;
    this.webContents.isGone = true;
    this.calls.push('destroy');
    this.emit('closed');
  }
  focus() {
    this.calls.push('focus');
  }
  getNormalBounds() {
    return this.bounds;
  }
  isMaximized() {
    return this.isMax;
  }
  isMinimized() {
    return this.isMin;
  }
  async loadURL(url: string) {
    this.url = url;
  }
  maximize() {
    this.calls.push('maximize');
  }
  restore() {
    this.calls.push('restore');
  }
  setBackgroundColor(color: string) {
    this.color = color;
  }
  setParentWindow(parent: ElectronWindow | null) {
    this.parent = parent;
  }
  show() {
    this.calls.push('show');
  }
  close() {
    this.emit('close');
    this.webContents.isGone = true;
    this.emit('closed');
  }
}

interface FakeFrame {
  readonly origin: string;
  readonly parent: object | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

export function fakeFrame(frame: Partial<FakeFrame> = {}): FakeFrame {
  return {
    origin: 'app://frontdesk',
    parent: null,
    detached: false,
    isDestroyed: () => false,
    ...frame,
  };
}

export class FakeIpcMain implements IpcEnd {
  readonly handlers = new Map<string, Parameters<IpcEnd['handle']>[1]>();

  handle(channel: string, listener: Parameters<IpcEnd['handle']>[1]) {
    if (this.handlers.has(channel)) throw new Error(`A second handler for ${channel}`);
    this.handlers.set(channel, listener);
  }
  removeHandler(channel: string) {
    this.handlers.delete(channel);
  }
  async invoke(channel: string, sender: Page, frame: FakeFrame | null, request: unknown) {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler for ${channel}`);
    return handler({ sender, senderFrame: frame }, request);
  }
}

/** A certificate of the computer's, as `select-client-certificate` offers it. */
export function fakeCertificate({
  issuer = {},
  ...validity
}: {
  issuer?: Partial<ClientCertificate['issuer']>;
  validStart?: number;
  validExpiry?: number;
} = {}): ClientCertificate {
  const inYears = (count: number) => Date.now() / 1000 + count * 31_536_000;
  return {
    issuer: {
      commonName: '',
      country: '',
      locality: '',
      organizations: [],
      organizationUnits: [],
      state: '',
      ...issuer,
    },
    validStart: inYears(-1),
    validExpiry: inYears(1),
    ...validity,
  };
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  isFirst = true;
  appPath = '/opt/frontdesk';
  userData = '/home/person/.config/Frontdesk';
  readonly defaultSession = new FakeSession('', null);
  readonly calls: string[] = [];
  readonly clients: { scheme: string; path: string | undefined; args: string[] | undefined }[] = [];
  private announceReady = () => {};
  private readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));

  enableSandbox() {
    this.calls.push('enableSandbox');
  }
  exit(code: number) {
    this.calls.push(`exit ${code}`);
  }
  getAppPath() {
    return this.appPath;
  }
  getPath() {
    return this.userData;
  }
  /** Empty where no program takes the scheme. */
  schemeTakers: Readonly<Record<string, string>> = { https: 'firefox.desktop' };
  getApplicationNameForProtocol(url: string) {
    return this.schemeTakers[new URL(url).protocol.slice(0, -1)] ?? '';
  }
  isSchemeOurs = true;
  isDefaultProtocolClient() {
    return this.isSchemeOurs;
  }
  getPreferredSystemLanguages() {
    return ['de-AT', 'en'];
  }
  getVersion() {
    return '1.2.3';
  }
  quit() {
    this.calls.push('quit');
  }
  requestSingleInstanceLock() {
    this.calls.push('requestSingleInstanceLock');
    return this.isFirst;
  }
  isSchemeRefused = false;
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]) {
    this.calls.push('setAsDefaultProtocolClient');
    this.clients.push({ scheme, path, args });
    return !this.isSchemeRefused;
  }
  /**
   * Which certificate a server is shown: unless a listener prevents that and chooses, the first. Who
   * asks is given as host and port (`shell/browser/api/electron_api_app.cc`).
   */
  askForCertificate(host: string, offered: readonly ClientCertificate[]) {
    const event = new FakeEvent();
    let chosen: ClientCertificate | undefined;
    const choose = (certificate?: ClientCertificate) => (chosen = certificate);
    this.emit('select-client-certificate', event, null, host, offered, choose);
    return event.isPrevented ? chosen : offered[0];
  }
  setName(name: string) {
    this.calls.push(`setName ${name}`);
  }
  setPath(name: 'userData', path: string) {
    this.calls.push(`setPath ${name}`);
    this.userData = path;
  }
  whenReady() {
    return this.ready;
  }
  /** What Electron does once the entry module has been evaluated. */
  becomeReady() {
    this.announceReady();
    this.emit('session-created', this.defaultSession);
  }
}

class FakeNativeTheme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  isSystemDark = false;
  get shouldUseDarkColors() {
    return this.themeSource === 'system' ? this.isSystemDark : this.themeSource === 'dark';
  }
}

export type FakeElectron = ReturnType<typeof fakeElectron>;

/** All of Electron that the shell uses, checked by the compiler against what it asks for. */
export function fakeElectron() {
  const app = new FakeApp();
  const windows: FakeWindow[] = [];
  const sessions: FakeSession[] = [];
  const schemes: CustomScheme[] = [];
  const served = new Map<string, (request: Request) => Promise<Response>>();
  const dialogs: { title: string; content: string }[] = [];
  const questions: MessageBoxOptions[] = [];
  const answers = { question: (): Promise<number> => new Promise(() => {}) };
  const opened: string[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  const primary = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };

  const fromPartition = (partition: string, options: { cache: boolean }) => {
    const known = sessions.find((session) => session.partition === partition);
    if (known) return known;
    const created = new FakeSession(partition, options);
    sessions.push(created);
    app.emit('session-created', created);
    return created;
  };

  return {
    app,
    BrowserWindow: class extends FakeWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', new FakeEvent(), this.webContents);
      }
    },
    dialog: {
      showErrorBox(title: string, content: string) {
        dialogs.push({ title, content });
      },
      async showMessageBox(options: MessageBoxOptions) {
        questions.push(options);
        return { response: await answers.question() };
      },
    },
    ipcMain: new FakeIpcMain(),
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu(menu: object | null) {
        if (Array.isArray(menu)) menus.push(menu);
      },
    },
    nativeTheme: new FakeNativeTheme(),
    net: {
      request: (options: FakeNetOptions) =>
        new FakeNetRequest(fromPartition(options.partition, { cache: true }), options),
    },
    protocol: {
      registerSchemesAsPrivileged(wanted: CustomScheme[]) {
        schemes.push(...wanted);
      },
      handle(scheme: string, handler: (request: Request) => Promise<Response>) {
        served.set(scheme, handler);
      },
    },
    screen: { getAllDisplays: () => displays, getPrimaryDisplay: () => primary },
    session: { fromPartition },
    shell: {
      async openExternal(url: string) {
        opened.push(url);
      },
    },
    /** What the shell did, for tests to look at. */
    seen: { windows, sessions, schemes, served, dialogs, questions, opened, menus, displays },
    /** What a person answers to the shell's question, as the place of a button. */
    answers,
  } satisfies ElectronModule & { seen: object; answers: object };
}
