import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { Sentence } from '../../preload/contract/registration/message';
import { sentencesIn } from './sentences';

/** What explains a sentence of the token endpoint, or of auth-js's checks of a token. */
const causes: Readonly<Partial<Record<Sentence, readonly Misconfiguration[]>>> = {
  'token-time': ['clock-skew'],
  'issuer-differs': ['issuer-mismatch'],
  'another-server': ['grant-of-another-server', 'issuer-mismatch'],
  'custom-server': ['custom-server-refused'],
  'not-assigned': ['app-not-assigned-token', 'app-not-assigned'],
  'browser-request': ['browser-origin-refused'],
  'pkce-verification': ['pkce-verification-failed'],
  dpop: ['dpop-required'],
  'policy-evaluation': ['access-policy-denies', 'grant-not-in-access-policy'],
};

/** What keeps a finished sign-up from its tokens, most likely first. */
export function misconfigurationsOfTokenError(text: string): readonly Misconfiguration[] {
  return (
    sentencesIn(text)
      .map((sentence) => causes[sentence])
      .find(Boolean) ?? []
  );
}
