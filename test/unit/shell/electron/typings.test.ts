import type { App, AuthInfo, ClientRequest, Session, WebContents } from 'electron';
import { expect, it } from 'vitest';
import type { CertificateEvents } from '../../../../main/shell/electron/client-certificates';
import type { CrashEvents } from '../../../../main/shell/electron/crash';
import type { DeepLinkClient } from '../../../../main/shell/electron/deep-link';
import type { ContentsEvents, GuardedContents } from '../../../../main/shell/electron/guards';
import type { LoginListener, RedirectListener } from '../../../../main/shell/electron/net-fetch';
import type { OrgWindowSession } from '../../../../main/shell/electron/org-window-session';
import type { PermissionGates, SessionEvents } from '../../../../main/shell/electron/permissions';
import type { QuittingApp } from '../../../../main/shell/electron/quit';
import type { InstanceLock } from '../../../../main/shell/electron/single-instance';

type ListenerOf<Events extends { on(event: never, listener: never): unknown }> = Parameters<
  Events['on']
>[1];
type HandlerOf<Name extends keyof PermissionGates> = Parameters<PermissionGates[Name]>[0];

/** What the shell, and with it the stand-in, believes that Electron gives to each listener. */
interface Listeners {
  readonly certificate: ListenerOf<CertificateEvents>;
  readonly contents: ListenerOf<ContentsEvents>;
  readonly crash: ListenerOf<CrashEvents>;
  readonly departure: ListenerOf<GuardedContents>;
  readonly download: ListenerOf<OrgWindowSession>;
  readonly instance: ListenerOf<InstanceLock>;
  readonly link: ListenerOf<DeepLinkClient>;
  readonly login: LoginListener;
  readonly quit: ListenerOf<QuittingApp>;
  readonly redirect: RedirectListener;
  readonly session: ListenerOf<SessionEvents>;
  readonly permissionRequest: HandlerOf<'setPermissionRequestHandler'>;
  readonly permissionCheck: HandlerOf<'setPermissionCheckHandler'>;
  readonly displayMedia: HandlerOf<'setDisplayMediaRequestHandler'>;
  readonly pairing: HandlerOf<'setBluetoothPairingHandler'>;
  readonly beforeRequest: Parameters<OrgWindowSession['webRequest']['onBeforeRequest']>[0];
}

interface Real {
  readonly app: App;
  readonly contents: WebContents;
  readonly request: ClientRequest;
  readonly session: Session;
}

/**
 * Is compiled and never run. The comparison of whole modules takes methods either way round, so a
 * listener that wants more than Electron gives would pass there; a function given to an overload of
 * `electron.d.ts` has to take what that overload gives.
 */
function listen({ app, contents, request, session }: Real, ours: Listeners) {
  app.on('select-client-certificate', ours.certificate);
  app.on('web-contents-created', ours.contents);
  app.on('second-instance', ours.instance);
  app.on('open-url', ours.link);
  app.on('will-quit', ours.quit);
  app.on('session-created', ours.session);
  contents.on('render-process-gone', ours.crash);
  contents.on('will-navigate', ours.departure);
  contents.on('will-frame-navigate', ours.departure);
  contents.on('will-redirect', ours.departure);
  contents.on('will-attach-webview', ours.departure);
  request.on('login', ours.login);
  request.on('redirect', ours.redirect);
  session.on('will-download', ours.download);
  session.setPermissionRequestHandler(ours.permissionRequest);
  session.setPermissionCheckHandler(ours.permissionCheck);
  session.setDisplayMediaRequestHandler(ours.displayMedia);
  session.setBluetoothPairingHandler(ours.pairing);
  session.webRequest.onBeforeRequest(ours.beforeRequest);
}

it('is given by Electron what each of its listeners takes', () => {
  expect(listen).toBeTypeOf('function');
  // What the stand-in asks on behalf of a proxy.
  const asked = {
    isProxy: true,
    scheme: 'basic',
    host: 'a',
    port: 1,
    realm: '',
  } satisfies AuthInfo;
  expect(Object.keys(asked)).toHaveLength(5);
});
