import { calls, practiceCalls } from '../preload/contract';
import { createAccount } from './account';
import { createCredentials, type Credentials } from './credentials';
import {
  type App,
  createDeskState,
  createHandlers,
  createOrgInUse,
  createPerson,
  createSettingsChanges,
  createTokenFate,
  gatherBelongings,
  pagesOfMode,
  rulesOf,
  runLater,
  whereInvestigated,
} from './desk';
import { createPublish } from './ipc/publish';
import { serve } from './ipc/serve';
import type { Log } from './log';
import type { Platform } from './platform';
import { createPracticeInUse, startWhenWanted } from './practice-org/in-use';
import { createReadiness } from './readiness';
import { createRegistration, keepingNoPasskey } from './registration';
import { defaultRedirectUri as appRedirectUri, openSettings } from './settings';
import { createUnforeseen } from './unforeseen';

/** The composition root: builds the object graph by hand and passes ports in. It decides nothing. */
export function createApp({
  platform,
  log,
  credentials = createCredentials({ log }),
}: {
  platform: Platform;
  log: Log;
  credentials?: Credentials;
}): App {
  const { doorway, openNetwork, openExternal, orgPages, userDataFolder: folder } = platform;
  const publish = createPublish({ doorway, log });
  const tell = (reference: string) => publish('app.troubled', { reference });
  const unforeseen = createUnforeseen({ log, tell });
  const settings = openSettings({
    folder,
    isPackaged: platform.isPackaged,
    locales: () => platform.locales,
    log,
  });
  const language = () => settings.language;
  const mode = () => settings.mode;
  const practice = createPracticeInUse({
    log,
    start: startWhenWanted({ log, unforeseen }),
    serve: (handlers) => serve(practiceCalls, handlers, { doorway, log }),
    onMail: (messages) => publish('practice.outboxChanged', messages),
    openExternal,
  });
  const org = createOrgInUse({ settings, practice, platform, appRedirectUri });
  const common = { openNetwork, language, log, now: () => Date.now() };
  const account = createAccount({
    ...common,
    store: credentials,
    keeping: () => rulesOf(mode()).tokens,
    inForce: org.client,
    isGone: org.isGone,
    schedule: runLater,
    onChange: (view) => publish('account.changed', view),
  });
  const readiness = createReadiness({
    ...common,
    ...org,
    folder,
    onChange: (view) => publish('readiness.changed', view),
  });
  const tokens = createTokenFate({ ...common, mode, account });
  const registration = createRegistration({
    ...common,
    connection: org.connection,
    openExternal,
    orgPages: pagesOfMode(mode, orgPages, keepingNoPasskey(orgPages)),
    unforeseen,
    onChange(next) {
      state.showSignUp(next);
      changes.consider();
    },
    onNotReady: whereInvestigated(mode, readiness.investigate),
    forgetPerson: (isFollowed) => person.leave(isFollowed),
    onTokens: tokens.settle,
    onUnclaimed: account.reject,
  });
  const state = createDeskState({ platform, settings, keychain: credentials, org, publish });
  const concerns = { registration, readiness, account, practice, state };
  const person = createPerson({ mode, log, unforeseen, belongings: gatherBelongings(concerns) });
  const desk = { ...concerns, settings, org, person, unforeseen };
  const changes = createSettingsChanges({ ...desk, publish, schedule: runLater });
  const handlers = createHandlers({ ...desk, changes, platform });

  let endings: readonly (() => void)[] = [];
  return {
    async start() {
      endings = [serve(calls, handlers, { doorway, log }), changes.watch()];
      credentials.onStatus(state.publish);
      account.start();
      state.present();
      // Its messages are shown as soon as the page is; nobody waits for it to start.
      unforeseen.own(org.start().then(state.publish));
    },
    handleRedirect: (address) => unforeseen.own(registration.resume(address)),
    handleCallback: registration.takeCallback,
    navigate: (page) => publish('app.navigated', { page }),
    forgetPerson: () => person.leave().then(changes.consider),
    noteUnforeseen: unforeseen.note,
    clientCertificate: org.clientCertificate,
    async stop() {
      for (const end of endings) end();
      await person.leave();
      await account.stop();
      await practice.leave();
    },
  };
}
