import { classifyInteractError } from '../../diagnosis/interact-error';
import { misconfigurationsOfKeys } from '../../diagnosis/message-keys';
import { textOf } from '../json';
import { cannotTell, failed, type Outcome } from '../outcome';
import { type Answer, errorText } from './ask';
import type { IdxAnswer } from './idx-answer';
import type { Visit } from './visit';

/** The org has given up the sign-up that this check began: a matter of time, not of settings. */
const expired: readonly string[] = ['idx.session.expired', 'error.expired.session'];

/** Whatever key a refusal comes with, it means the same at each step; null where there is none. */
export function judgeRefusal(visit: Visit, { keys, detail }: IdxAnswer): Outcome | null {
  if (keys.some((key) => expired.includes(key))) {
    return cannotTell(['session-expired'], { detail, isFinal: true });
  }
  const causes = misconfigurationsOfKeys(keys, visit);
  if (causes.length === 0) return null;
  const isPause = causes[0] === 'rate-limited';
  const field = causes.includes('grant-not-in-access-policy') ? 'issuer' : null;
  return (isPause ? cannotTell : failed)(causes, { detail, field, isFinal: true });
}

/** A refusal in OAuth's form or the API's, which any endpoint of a sign-up may answer with. */
export function judgeOAuthError({ facts, isOrgIssuer }: Visit, answer: Answer): Outcome {
  const detail = errorText(answer);
  const { misconfigurations, field } = classifyInteractError(
    textOf(answer.json, 'error') ?? textOf(answer.json, 'errorCode'),
    detail ?? '',
    { isOrgIssuer, isIdentityEngine: facts.isOktaOrg },
  );
  return misconfigurations.length > 0
    ? failed(misconfigurations, { detail, field, isFinal: true })
    : cannotTell(['unusual-answer'], { detail, isFinal: true });
}
