import { misconfigurationsOfKeys } from '../../diagnosis/message-keys';
import { cannotTell, failed, type Outcome } from '../outcome';
import type { IdxAnswer } from './idx-answer';
import type { Visit } from './visit';

/** Whatever key a refusal comes with, it means the same at each step; null where there is none. */
export function judgeRefusal(visit: Visit, { keys, detail }: IdxAnswer): Outcome | null {
  const causes = misconfigurationsOfKeys(keys, visit);
  if (causes.length === 0) return null;
  const isPause = causes[0] === 'rate-limited';
  const field = causes.includes('grant-not-in-access-policy') ? 'issuer' : null;
  return (isPause ? cannotTell : failed)(causes, { detail, field, isFinal: true });
}
