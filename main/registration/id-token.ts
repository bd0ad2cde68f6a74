import { decodeJwt, decodeProtectedHeader, errors } from 'jose';
import * as v from 'valibot';

/** Why an ID token is not taken; null where it may be. */
export type IdTokenRefusal =
  'id-token-form' | 'id-token-incomplete' | 'id-token-audience' | 'clock-skew';

const Name = v.pipe(v.string(), v.nonEmpty());

/** Seconds; no clock and no date knows a later time than 8.64e12 of them. */
const Time = v.pipe(v.number(), v.minValue(-8.64e12), v.maxValue(8.64e12));

/** What an ID token must have, in the form it must have it (OpenID Connect Core 1.0 section 2). */
const Required = v.object({
  iss: Name,
  sub: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,255}$/)),
  exp: Time,
  iat: Time,
  nbf: v.optional(Time),
  aud: v.union([Name, v.pipe(v.array(Name), v.minLength(1))]),
});

/** Seconds that clocks may differ by: as many as the SDK allows for the other times. */
const clockTolerance = 300;

/**
 * Judges what the SDK does not, before anybody stands on the token: a form that is no signed JWT of
 * Okta's (unsigned, encrypted, malformed, with extensions that must be understood), a claim that is
 * missing or of another kind, an audience that is not this client alone (OpenID Connect Core 1.0
 * section 3.1.3.7, steps 3 to 5), a time before which it may not be used (RFC 7519 section 4.1.5).
 * Signature, issuer and the other times are the SDK's part.
 *
 * @param now milliseconds since the epoch
 */
export function refusalOfIdToken(
  idToken: unknown,
  clientId: string,
  now: number = Date.now(),
): IdTokenRefusal | null {
  if (typeof idToken !== 'string') return 'id-token-form';
  let claims: Readonly<Record<string, unknown>>;
  try {
    // Okta signs with RS256 alone; a JWE has no `typ` of a JWT and five parts.
    const { alg, crit } = decodeProtectedHeader(idToken);
    // The SDK would pass over what `crit` says must be understood (RFC 7515 section 4.1.11).
    if (alg !== 'RS256' || crit !== undefined) return 'id-token-form';
    claims = decodeJwt(idToken);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'id-token-form';
    throw error;
  }
  const parsed = v.safeParse(Required, claims);
  if (!parsed.success) return 'id-token-incomplete';
  const audiences = [parsed.output.aud].flat();
  const { azp } = claims;
  if (!audiences.includes(clientId)) return 'id-token-audience';
  // With others in the list it has to be said for whom it was issued, and that is this client.
  const isOurs = azp === undefined ? audiences.length === 1 : azp === clientId;
  if (!isOurs) return 'id-token-audience';
  const { nbf = 0 } = parsed.output;
  return nbf > now / 1000 + clockTolerance ? 'clock-skew' : null;
}
