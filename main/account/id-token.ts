import { decodeJwt } from 'jose';
import * as v from 'valibot';

const Claims = v.object({
  iss: v.pipe(v.string(), v.url()),
  aud: v.string(),
  exp: v.number(),
  name: v.optional(v.string()),
  preferred_username: v.optional(v.string()),
  email: v.optional(v.string()),
});

export interface IdTokenClaims {
  readonly issuer: string;
  readonly clientId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * Reads an ID token that was verified when it was issued. Null for anything that is none, so that
 * a damaged keychain entry is a value and not a crash.
 */
export function readIdToken(idToken: string): IdTokenClaims | null {
  const parsed = v.safeParse(Claims, decode(idToken));
  if (!parsed.success) return null;
  const { iss, aud, exp, name, preferred_username, email } = parsed.output;
  return {
    issuer: iss,
    clientId: aud,
    expiresAt: exp * 1000,
    name: name ?? preferred_username ?? null,
    email: email ?? null,
  };
}

function decode(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}
