import {
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { record } from '../http/exchange';

export interface SigningKey {
  /** The public half, as `/v1/keys` shows it. */
  publicJwk(): Promise<JWK>;
  /** A compact JWS of the claims, RS256. */
  sign(claims: Record<string, unknown>): Promise<string>;
  /** The claims of what this key has signed, expired or not; null for anything else. */
  verify(token: string): Promise<JWTPayload | null>;
}

/**
 * A key of this run, made when it is first needed: tokens of an earlier run do not verify, as if
 * the org had rotated its key.
 */
export function createSigningKey(): SigningKey {
  let made: ReturnType<typeof make> | undefined;
  const key = () => (made ??= make());
  return {
    publicJwk: async () => (await key()).jwk,
    async sign(claims) {
      const { jwk, privateKey } = await key();
      const header = { alg: 'RS256', kid: jwk.kid };
      return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    },
    async verify(token) {
      const { publicKey } = await key();
      try {
        const { payload } = await compactVerify(token, publicKey);
        return record(JSON.parse(new TextDecoder().decode(payload)));
      } catch {
        return null;
      }
    },
  };
}

async function make() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const exported = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(exported);
  return { publicKey, privateKey, jwk: { ...exported, kid, alg: 'RS256', use: 'sig' } };
}
