import { decodeJwt } from 'jose';
import * as v from 'valibot';
import { isLoopbackHost } from '../network/loopback';
import { type Person, personClaims, Subject, toPerson } from './person';

const Id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));

const Claims = v.object({
  iss: v.pipe(v.string(), v.maxLength(1000), v.check(isSafeAddress)),
  sub: Subject,
  aud: v.union([Id, v.pipe(v.array(Id), v.minLength(1), v.maxLength(100))]),
  azp: v.optional(Id),
  /** Seconds; Date knows no later time than 8.64e12 of them. */
  exp: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12)),
  ...personClaims,
});

export interface IdTokenClaims extends Person {
  readonly issuer: string;
  readonly clientId: string;
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Reads an ID token that was verified when it was issued. Null for anything that is none, so that
 * a damaged keychain entry is a value and not a crash.
 */
export function readIdToken(idToken: string): IdTokenClaims | null {
  const parsed = v.safeParse(Claims, decode(idToken));
  if (!parsed.success) return null;
  const { iss, sub, aud, azp, exp } = parsed.output;
  const clientId = clientOf([aud].flat(), azp);
  if (clientId === null) return null;
  return {
    issuer: iss,
    clientId,
    subject: sub,
    expiresAt: exp * 1000,
    ...toPerson(parsed.output),
  };
}

/** Whose token it is: the one audience, or of several the authorized party (OpenID Connect Core 2). */
function clientOf(audiences: readonly string[], authorizedParty?: string): string | null {
  const [only] = audiences;
  const named = authorizedParty ?? (audiences.length === 1 ? only : undefined);
  return named !== undefined && audiences.includes(named) ? named : null;
}

/**
 * An issuer is asked with the access token in hand, so it has to be an address of the web that
 * nobody listens in on: https, or this machine (RFC 8252 section 8.3).
 */
export function isSafeAddress(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(issuer);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return isSafe && `${username}${password}${search}${hash}` === '';
}

function decode(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}
