import { createHash } from 'node:crypto';
import { decodeCbor } from './cbor';

/** Parts of authenticator data (WebAuthn, 6.1). */
const flagsAt = 32;
const userPresent = 0x01;
const hasCredential = 0x40;
const credentialAt = 37;
const aaguidLength = 16;

/** In a COSE key (RFC 9052, 7.1). */
const algorithmLabel = 3;

/**
 * The ID of the credential that an attestation object vouches for, base64url; null where it is
 * none, or one for another site, or with an algorithm nobody offered. Who made the authenticator
 * is not looked at.
 */
export function credentialIdOf(
  attestation: Buffer,
  expected: { readonly rpId: string; readonly algorithms: readonly number[] },
): string | null {
  const object = decodeCbor(attestation);
  const data = object instanceof Map ? object.get('authData') : undefined;
  if (!Buffer.isBuffer(data) || data.length < credentialAt + aaguidLength + 2) return null;
  const site = createHash('sha256').update(expected.rpId).digest();
  if (!data.subarray(0, flagsAt).equals(site)) return null;
  const wanted = userPresent | hasCredential;
  if ((data.readUInt8(flagsAt) & wanted) !== wanted) return null;

  const lengthAt = credentialAt + aaguidLength;
  const idAt = lengthAt + 2;
  const keyAt = idAt + data.readUInt16BE(lengthAt);
  const key = decodeCbor(data.subarray(keyAt));
  const algorithm = key instanceof Map ? key.get(algorithmLabel) : undefined;
  if (!expected.algorithms.some((offered) => offered === algorithm)) return null;
  return keyAt > idAt ? data.subarray(idAt, keyAt).toString('base64url') : null;
}
