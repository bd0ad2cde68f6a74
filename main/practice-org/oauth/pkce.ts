import { createHash, timingSafeEqual } from 'node:crypto';
import type { Reply } from '../http/exchange';
import { oauthError } from '../http/oauth-error';

/** `code-verifier` and `code-challenge` alike: 43 to 128 unreserved characters (RFC 7636 4.1 and 4.2). */
const unreserved = /^[A-Za-z0-9\-._~]*$/;
const hasAllowedLength = ({ length }: string) => length >= 43 && length <= 128;

/** What is wrong with the challenge of an interact or authorize request, in Okta's words. */
export function refuseChallenge(form: URLSearchParams): Reply | null {
  const invalid = (description: string) => oauthError(400, 'invalid_request', description);
  const challenge = form.get('code_challenge') ?? '';
  if (challenge === '') {
    return invalid('PKCE code challenge is required to use the interaction code flow.');
  }
  if (form.get('code_challenge_method') !== 'S256') {
    return invalid("The value of 'code_challenge_method' must be 'S256'.");
  }
  if (!unreserved.test(challenge))
    return invalid('PKCE code challenge contains illegal characters.');
  // Okta's list of OAuth errors has no sentence for the length alone.
  if (!hasAllowedLength(challenge)) {
    return invalid(
      'The code_challenge must have a minimum length of 43 characters and a maximum length of 128 characters.',
    );
  }
  return null;
}

/** What a verifier lacks, in Okta's words; null where it belongs to the challenge. */
export function refuseVerifier(verifier: string, challenge: string): Reply | null {
  if (verifier === '') return failed('.');
  if (!hasAllowedLength(verifier)) {
    // Okta ends this one with two full stops.
    return failed(
      ': The code_verifier must have a minimum length of 43 characters and a maximum length of 128 characters..',
    );
  }
  if (!unreserved.test(verifier))
    return failed(': The code_verifier contains illegal characters..');
  return isSame(challengeOf(verifier), challenge) ? null : failed('.');
}

function failed(reason: string): Reply {
  return oauthError(400, 'invalid_grant', `PKCE verification failed${reason}`);
}

/** S256 of RFC 7636 section 4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
