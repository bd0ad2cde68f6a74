import type { Outcome, PasskeyTask } from './task';

/** Asks the browser for a passkey. Has to be called by a click, which some browsers insist on. */
export async function createPasskey(task: PasskeyTask, signal: AbortSignal): Promise<Outcome> {
  if (typeof PublicKeyCredential === 'undefined') return { kind: 'unavailable' };
  try {
    const publicKey = creationOptions(task);
    const credential = await navigator.credentials.create({ publicKey, signal });
    const values = credential && valuesOf(credential);
    return values ? { kind: 'done', values } : { kind: 'failed' };
  } catch (error) {
    return { kind: kindOf(error) };
  }
}

function creationOptions({ options, existing }: PasskeyTask): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    user: { ...options.user, id: fromBase64Url(options.user.id) },
    excludeCredentials: existing.map((id) => ({ type: 'public-key', id: fromBase64Url(id) })),
  };
}

/** As Okta's form names and encodes them: base64, not base64url, and JSON as text. */
function valuesOf(credential: Credential): Readonly<Record<string, string>> | null {
  if (!(credential instanceof PublicKeyCredential)) return null;
  const { response } = credential;
  if (!(response instanceof AuthenticatorAttestationResponse)) return null;
  return {
    clientData: toBase64(response.clientDataJSON),
    attestation: toBase64(response.attestationObject),
    // Older browsers lack it, and Okta does without.
    ...('getTransports' in response
      ? { transports: JSON.stringify(response.getTransports()) }
      : {}),
    clientExtensions: JSON.stringify(credential.getClientExtensionResults()),
  };
}

/** The names are those of https://www.w3.org/TR/webauthn-3/#sctn-create-request-exceptions. */
function kindOf(error: unknown): Exclude<Outcome['kind'], 'done'> {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'AbortError':
      return 'dismissed';
    case 'InvalidStateError':
      return 'already-registered';
    default:
      return 'failed';
  }
}

/** Decodes base64url, with or without padding (RFC 4648 section 5). */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}
