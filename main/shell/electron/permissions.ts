import { appOrigin } from './app-protocol';

/** What of a session decides who may use a device, a capability or the screen. */
export interface PermissionGates {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      decide: (isGranted: boolean) => void,
      details: { readonly isMainFrame: boolean; readonly requestingUrl: string },
    ) => void,
  ): void;
  setPermissionCheckHandler(
    handler: (
      contents: unknown,
      permission: string,
      requestingOrigin: string,
      details: { readonly isMainFrame: boolean },
    ) => boolean,
  ): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(
    handler: (request: unknown, decide: (streams: null) => void) => void,
  ): void;
  setBluetoothPairingHandler(
    handler: (details: unknown, respond: (response: { confirmed: boolean }) => void) => void,
  ): void;
}

/**
 * Refuses every permission: a form needs no camera, location, clipboard reading or device. Choosing
 * a USB, HID, serial or Bluetooth device needs a listener besides, and there is none.
 *
 * @param mayCopy whether a page of this origin may write text to the clipboard, which is what its
 * copy buttons do (`navigator.clipboard.writeText` asks for `clipboard-sanitized-write`)
 */
export function denyPermissions(
  session: PermissionGates,
  mayCopy: (origin: string) => boolean = () => false,
): void {
  const isCopying = (permission: string, address: string, isMainFrame: boolean) =>
    permission === 'clipboard-sanitized-write' && isMainFrame && mayCopy(originOf(address));
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(isCopying(permission, details.requestingUrl, details.isMainFrame)),
  );
  // Without this, Electron answers synchronous questions such as `Notification.permission` with yes.
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isCopying(permission, origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.setBluetoothPairingHandler((_details, respond) => respond({ confirmed: false }));
}

/** `URL.origin` of a scheme that Node does not know is "null", so it is put together here. */
function originOf(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.protocol}//${url.host}` : '';
}

export interface SessionEvents {
  on(event: 'session-created', listener: (session: PermissionGates) => void): unknown;
}

/**
 * Applies {@link denyPermissions} to the default session and to every one created later. Only the
 * app's own page, which has the app's own scheme, may copy.
 */
export function denyPermissionsEverywhere(app: SessionEvents): void {
  app.on('session-created', (session) =>
    denyPermissions(session, (origin) => origin === appOrigin),
  );
}
