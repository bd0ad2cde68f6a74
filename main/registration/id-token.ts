import { decodeJwt, decodeProtectedHeader, errors } from 'jose';
import * as v from 'valibot';

/** Why an ID token is not taken; null where it may be. */
export type IdTokenRefusal = 'id-token-form' | 'id-token-incomplete' | 'id-token-audience';

const Name = v.pipe(v.string(), v.nonEmpty());

/** What an ID token must have (OpenID Connect Core 1.0 section 2). */
const Required = v.object({
  iss: Name,
  sub: Name,
  exp: v.pipe(v.number(), v.finite()),
  aud: v.union([Name, v.pipe(v.array(Name), v.minLength(1))]),
});

/**
 * Judges what the SDK does not, before anybody stands on the token: a form that is no signed JWT of
 * Okta's (unsigned, encrypted, malformed), a claim that is missing, an audience that is not this
 * client alone (OpenID Connect Core 1.0 section 3.1.3.7, steps 3 to 5). Signature, issuer and times
 * are the SDK's part.
 */
export function refusalOfIdToken(idToken: unknown, clientId: string): IdTokenRefusal | null {
  if (typeof idToken !== 'string') return 'id-token-form';
  let claims: Readonly<Record<string, unknown>>;
  try {
    // Okta signs with RS256 alone; a JWE has no `typ` of a JWT and five parts.
    if (decodeProtectedHeader(idToken).alg !== 'RS256') return 'id-token-form';
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
  return isOurs ? null : 'id-token-audience';
}
