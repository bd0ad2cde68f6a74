import { randomBytes } from 'node:crypto';
import type { Account } from '../model/accounts';
import { record } from '../http/exchange';
import type { Field } from '../model/form';
import { credentialIdOf } from './attestation';
import { typed } from './refusals';

/** What a browser is asked for when a passkey is made, and the check of what it gave. */
export interface PasskeyRegistration {
  /** `PublicKeyCredentialCreationOptions` as Okta writes them. */
  readonly activationData: Readonly<Record<string, unknown>>;
  /** The new credential's ID, or null for what no browser says of this challenge and this site. */
  check(credentials: Readonly<Record<string, unknown>>): string | null;
}

/** A bare IP address cannot have passkeys, so the site is always this one. */
const rpId = 'localhost';
const algorithms = [-7, -257];

export function createPasskeyRegistration(account: Account, origin: string): PasskeyRegistration {
  const challenge = randomBytes(32).toString('base64url');
  const site = `http://${rpId}:${new URL(origin).port}`;
  const { firstName = '', lastName = '' } = account.profile;
  return {
    activationData: {
      rp: { name: 'Practice org' },
      user: {
        displayName: `${String(firstName)} ${String(lastName)}`.trim() || account.login,
        name: account.login,
        id: account.id,
      },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      challenge,
      attestation: 'direct',
      authenticatorSelection: { userVerification: 'discouraged' },
      hints: ['client-device'],
      u2fParams: { appid: site },
    },
    check(credentials) {
      const { type, challenge: signed, origin: at } = readClientData(credentials);
      const isOurs =
        type === 'webauthn.create' && isSameChallenge(signed, challenge) && at === site;
      if (!isOurs || !hasReadableRest(credentials)) return null;
      const attestation = fromBase64(typed(credentials, 'attestation'));
      const id = credentialIdOf(attestation, { rpId, algorithms });
      const isKnown = account.enrollments.some(({ credentialId }) => credentialId === id);
      return isKnown ? null : id;
    },
  };
}

/** The form's group; no person fills it in. */
export const passkeyCredentials: Field = {
  name: 'credentials',
  form: {
    value: [
      passkeyPart('clientData', 'Client Data'),
      passkeyPart('attestation', 'Attestation'),
      passkeyPart('transports', 'Transports'),
      passkeyPart('clientExtensions', 'clientExtensions'),
    ],
  },
};

function passkeyPart(name: string, label: string): Field {
  return { name, label, visible: false, required: true, hint: 'webauthn' };
}

function readClientData(credentials: Readonly<Record<string, unknown>>) {
  return record(parseJson(fromBase64(typed(credentials, 'clientData')).toString('utf8')));
}

/** Some clients send no extensions, though the form says that they are required. */
function hasReadableRest(credentials: Readonly<Record<string, unknown>>): boolean {
  const extensions = credentials['clientExtensions'];
  return (
    Array.isArray(parseJson(typed(credentials, 'transports'))) &&
    (extensions === undefined || parseJson(String(extensions)) !== undefined)
  );
}

function isSameChallenge(signed: unknown, challenge: string): boolean {
  return typeof signed === 'string' && fromBase64(signed).equals(fromBase64(challenge));
}

/** Clients use both alphabets, which Node reads alike. */
function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
