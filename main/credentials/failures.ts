import type { Refusal } from './keychain';

/**
 * What keytar's backends say when the keychain waits for its owner. Observed with libsecret 0.20 and
 * gnome-keyring 42; macOS: errSecAuthFailed, errSecInteractionNotAllowed, errSecUserCanceled. Only
 * English is recognised: in another language a locked keychain passes for an unavailable one.
 */
const lockedMessages = [
  /locked (collection|item|keychain)/i,
  /\.Error\.IsLocked/,
  /prompt.*dismissed/i,
  /user name or passphrase you entered is not correct/i,
  /user interaction is not allowed/i,
  /user canceled the operation/i,
];

/** Everything else is a keychain that cannot be used: no service, no bus, no keyring, no session. */
export function classifyFailure(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  return lockedMessages.some((locked) => locked.test(message)) ? 'locked' : 'unavailable';
}
