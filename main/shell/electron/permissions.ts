/** What of a session decides who may use a device, a capability or the screen. */
export interface PermissionGates {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, decide: (isGranted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
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
 */
export function denyPermissions(session: PermissionGates): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  // Without this, Electron answers synchronous questions such as `Notification.permission` with yes.
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.setBluetoothPairingHandler((_details, respond) => respond({ confirmed: false }));
}

export interface SessionEvents {
  on(event: 'session-created', listener: (session: PermissionGates) => void): unknown;
}

/** Applies {@link denyPermissions} to the default session and to every one created later. */
export function denyPermissionsEverywhere(app: SessionEvents): void {
  app.on('session-created', denyPermissions);
}
