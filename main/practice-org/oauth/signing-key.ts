import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface SigningKey {
  /** The public half, as `/v1/keys` shows it. */
  readonly jwk: JWK;
  /** A compact JWS of the claims, RS256. */
  sign(claims: Record<string, unknown>): Promise<string>;
}

/** A key of this run: tokens of an earlier run do not verify, as if the org had rotated its key. */
export async function createSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const exported = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(exported);
  return {
    jwk: { ...exported, kid, alg: 'RS256', use: 'sig' },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
  };
}
