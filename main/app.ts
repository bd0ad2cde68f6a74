import { calls, type MainHandlers, practiceCalls } from '../preload/contract';
import { fail, ok } from '../preload/contract/define';
import type { AppState, LinkId } from '../preload/contract/app';
import type { PageName } from '../preload/contract/pages';
import { createAccount, kioskKeeping, personalKeeping } from './account';
import { createCredentials, type Credentials } from './credentials';
import { createPublish } from './ipc/publish';
import { serve } from './ipc/serve';
import type { Log } from './log';
import type { Platform, ReturnedLink } from './platform';
import { createPracticeInUse } from './practice-org/in-use';
import { createReadiness } from './readiness';
import type { Connection } from './network/connection';
import { createRegistration, keepingNoPasskey } from './registration';
import { createUnforeseen, type Unforeseen } from './unforeseen';
import { isLoopbackHost } from './network/loopback';
import { type CertificateIssuer, defaultRedirectUri, openSettings } from './settings';

export interface App {
  /** Serves the contract on the platform's doorway. */
  start(): Promise<void>;
  /** The address that a redirect to the app's own scheme brought back. Never logged. */
  handleRedirect(address: string): void;
  /**
   * The address that a browser brought to a page of the shell's. Any site can lead a browser there,
   * so one without this sign-up's `state` changes nothing, and the page says so. Never logged.
   */
  handleCallback(address: string): ReturnedLink;
  /** Asks the renderer to show a page. */
  navigate(page: PageName): void;
  /** The renderer is gone: whatever belongs to the person is wiped. */
  forgetPerson(): Promise<void>;
  /** Takes what nothing in the process caught. */
  readonly noteUnforeseen: Unforeseen['note'];
  /** The org that is shown a certificate of this computer, and of which issuer; null for none. */
  clientCertificate(): { readonly orgUrl: string; readonly issuer: CertificateIssuer } | null;
  /** Ends sign-ups, the practice org and every timer. */
  stop(): Promise<void>;
}

/** Pages outside the app that may be opened; the renderer knows only their names. */
const pages: Readonly<Record<LinkId, string>> = {
  'okta-setup-guide': 'https://developer.okta.com/docs/guides/oie-embedded-common-org-setup/',
  'keychain-help': 'https://wiki.archlinux.org/title/GNOME/Keyring',
};

/** The composition root: builds the object graph by hand and passes ports in. */
export function createApp({
  platform,
  log,
  credentials = createCredentials({ log }),
}: {
  platform: Platform;
  log: Log;
  credentials?: Credentials;
}): App {
  const { doorway } = platform;
  const publish = createPublish({ doorway, log });
  const unforeseen = createUnforeseen({
    log,
    tell: (reference) => publish('app.troubled', { reference }),
  });
  const now = () => Date.now();
  const openNetwork = () => platform.openNetwork();

  const settings = openSettings({
    folder: platform.userDataFolder,
    isPackaged: platform.isPackaged,
    locales: () => platform.locales,
    log,
  });
  const language = () => settings.language;
  const practice = createPracticeInUse({
    log,
    start: async (policy, misconfiguration) => {
      const { startPracticeOrg } = await import('./practice-org');
      const misconfigurations = misconfiguration === null ? [] : [misconfiguration];
      return startPracticeOrg({
        policy,
        misconfigurations,
        log,
        onUnforeseen: (detail) => unforeseen.noteDetail(detail, 'practice-org'),
      });
    },
    serve: (handlers) => serve(practiceCalls, handlers, { doorway, log }),
    onMail: (messages) => publish('practice.outboxChanged', messages),
    openExternal: (url) => platform.openExternal(url),
  });

  async function connection(): Promise<Connection | null> {
    if (settings.org !== 'practice') {
      const chosen = settings.org && settings.connection();
      return chosen && withWayBack(chosen, platform.loopbackRedirectUri);
    }
    const org = await practice.use(settings.practicePolicy);
    return org && practiceConnection(org, platform.loopbackRedirectUri);
  }

  const account = createAccount({
    store: credentials,
    openNetwork,
    language,
    log,
    now,
    keeping: settings.isKiosk ? kioskKeeping : personalKeeping,
    inForce: () => (settings.org === 'practice' ? practice.org : settings.connection()),
    // The practice org forgets everything when the app closes; its next run has another issuer.
    isGone: (issuer) =>
      settings.org === 'practice' && issuer.startsWith('http:') && issuer !== practice.org?.issuer,
    schedule(milliseconds, run) {
      const timer = setTimeout(run, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    onChange: (view) => publish('account.changed', view),
  });
  const readiness = createReadiness({
    connection,
    preview(draft) {
      const previewed = settings.preview(draft);
      return 'problems' in previewed
        ? previewed
        : withWayBack(previewed, platform.loopbackRedirectUri);
    },
    practiceToken: () =>
      practice.org && {
        token: practice.org.apiToken,
        orgUrl: new URL(practice.org.issuer).origin,
      },
    openNetwork,
    language,
    log,
    now,
    folder: platform.userDataFolder,
    onChange: (view) => publish('readiness.changed', view),
  });
  const registration = createRegistration({
    connection,
    openNetwork,
    openExternal: (url) => platform.openExternal(url),
    orgPages: settings.isKiosk ? keepingNoPasskey(platform.orgPages) : platform.orgPages,
    language,
    log,
    now,
    onChange: (state) => publish('registration.changed', state),
    // At a desk of their own people can look for themselves.
    onNotReady: (org) => (settings.isKiosk ? readiness.investigate(org) : null),
    onTokens: (tokens, org) => account.adopt(tokens, org),
    onUnclaimed: (tokens, org) => account.reject(tokens, org),
    unforeseen,
  });

  /** What the window and the page show of the settings follows them. */
  function publishState(): void {
    const state = appState();
    platform.present(state);
    publish('app.changed', state);
  }

  function appState(): AppState {
    const org = settings.org;
    const issuer = practice.org?.issuer ?? 'http://localhost';
    const orgUrl = org === 'practice' ? issuer : settings.connection()?.orgUrl;
    return {
      version: platform.version,
      shell: platform.shell,
      platform: platformName(process.platform),
      language: settings.language,
      appearance: settings.appearance,
      org:
        org && orgUrl !== undefined
          ? {
              kind: org,
              host: new URL(orgUrl).host,
              misconfiguration: org === 'practice' ? practice.misconfiguration : null,
            }
          : null,
      mode: settings.isKiosk ? 'kiosk' : 'personal',
      keychain: credentials.status,
    };
  }

  async function forgetPerson(): Promise<void> {
    readiness.leave();
    await registration.forget();
    publish('registration.changed', registration.state());
  }

  /** A change of the settings in force reaches the page, the window and a sign-up under way. */
  async function applySettings(before: Connection | null): Promise<void> {
    const after = settings.connection();
    if (settings.org !== 'practice') await practice.leave();
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      await forgetPerson();
      unforeseen.own(account.orgChanged());
    }
    publishState();
  }

  const handlers: MainHandlers = {
    app: {
      read: async () => ok(appState()),
      openLink: async ({ link }) =>
        (await platform.openExternal(new URL(pages[link]))) ? ok({}) : fail('not-opened'),
      noteUnforeseen: async ({ detail }) =>
        ok({ reference: unforeseen.noteDetail(detail, 'page') }),
    },
    settings: {
      read: async () => ok(settings.read()),
      async save(draft) {
        const before = settings.connection();
        const result = await settings.save(draft);
        if (result.ok && result.value.saved) await applySettings(before);
        return result;
      },
      async selectOrg({ org, policy, misconfiguration = null }) {
        if (org === 'okta' && !settings.connection()) return fail('org-not-configured');
        await forgetPerson();
        if (org === 'practice' && settings.org === 'okta') await account.leave();
        practice.misconfiguration = misconfiguration;
        settings.selectOrg(org, policy);
        if (org === 'okta') {
          // While the practice org is there to hear of it.
          await account.orgChanged();
          await practice.leave();
        } else {
          if (!(await practice.use(settings.practicePolicy))) return fail('practice-org-failed');
          await account.orgChanged();
        }
        publishState();
        return ok(appState());
      },
    },
    registration: {
      ...registration.handlers,
      async start(request) {
        const result = await registration.handlers.start(request);
        // The next person at this desk must not find the one before, whatever becomes of them.
        if (result.ok && result.value.phase === 'step') unforeseen.own(account.leave());
        return result;
      },
    },
    readiness: readiness.handlers,
    account: account.handlers,
  };

  let stopServing: (() => void) | undefined;
  return {
    async start() {
      stopServing = serve(calls, handlers, { doorway, log });
      credentials.onStatus(publishState);
      account.start();
      platform.present(appState());
      // Its messages are shown as soon as the page is; nobody waits for it to start.
      if (settings.org === 'practice') {
        unforeseen.own(practice.use(settings.practicePolicy).then(publishState));
      }
    },
    handleRedirect: (address) => unforeseen.own(registration.resume(address)),
    handleCallback(address) {
      const link = registration.recognize(address);
      if (link === 'own') unforeseen.own(registration.resume(address));
      return link;
    },
    navigate: (page) => publish('app.navigated', { page }),
    forgetPerson,
    noteUnforeseen: unforeseen.note,
    clientCertificate() {
      const { clientCertificateIssuer: issuer } = settings;
      const org = settings.connection();
      return issuer && org && { orgUrl: org.orgUrl, issuer };
    },
    async stop() {
      stopServing?.();
      readiness.leave();
      await registration.forget();
      await account.stop();
      await practice.leave();
    },
  };
}

/** The practice org takes any loopback address, so a shell that has one gets its redirects back. */
function practiceConnection(
  org: { issuer: string; clientId: string; redirectUri: string },
  loopbackRedirectUri: string | null,
): Connection {
  return {
    orgUrl: new URL(org.issuer).origin,
    issuer: org.issuer,
    clientId: org.clientId,
    redirectUri: loopbackRedirectUri ?? org.redirectUri,
    scopes: ['openid', 'profile', 'email'],
  };
}

/**
 * An org on this machine is a practice org too, in a process of its own. Okta's takes only the
 * redirect URI that is registered, also where nothing answers under it.
 */
function withWayBack(connection: Connection, loopbackRedirectUri: string | null): Connection {
  const isOnThisMachine = isLoopbackHost(new URL(connection.orgUrl).hostname);
  const isAppScheme = connection.redirectUri === defaultRedirectUri;
  return loopbackRedirectUri !== null && isOnThisMachine && isAppScheme
    ? { ...connection, redirectUri: loopbackRedirectUri }
    : connection;
}

function platformName(platform: NodeJS.Platform): AppState['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}
