import { signUpNotOffered } from '../../diagnosis/message-keys';
import { textOf } from '../json';
import { cannotTell, failed, type Outcome, pass } from '../outcome';
import { ask } from './ask';
import { readIdxAnswer, remediation } from './idx-answer';
import { judgeOAuthError, judgeRefusal } from './refusal';
import type { Visit } from './visit';

/** Looks at what the org offers to somebody who has just arrived: is it to sign up? */
export async function checkIntrospect(visit: Visit): Promise<Outcome> {
  const { facts } = visit;
  facts.firstPage = null;
  const type = 'application/ion+json; okta-version=1.0.0';
  const asked = await ask(visit, `${visit.idxUrl}/idp/idx/introspect`, {
    method: 'POST',
    headers: { accept: type, 'content-type': type },
    body: JSON.stringify({ interactionHandle: facts.interactionHandle }),
  });
  if (!asked.ok) return asked.outcome;

  const answer = readIdxAnswer(asked.value.json);
  if (!answer) return judgeOAuthError(visit, asked.value);
  facts.stateHandle = answer.stateHandle;
  facts.firstPage = answer;
  const refusal = judgeRefusal(visit, answer);
  if (refusal) return refusal;
  const names = answer.remediations.flatMap((one) => textOf(one, 'name') ?? []);
  const seen = [
    { label: 'offered' as const, value: names.join(', '), api: 'POST /idp/idx/introspect' },
  ];
  const isOffered = ['select-enroll-profile', 'enroll-profile'].some((name) =>
    remediation(answer, name),
  );
  if (isOffered) return pass({ seen });
  const rest = { seen, detail: answer.detail, isFinal: true };
  // A refusal without a page: whatever it is about, it says nothing of sign-ups.
  const isRefusal = asked.value.status >= 400 && names.length === 0;
  return isRefusal ? cannotTell(['unusual-answer'], rest) : failed(signUpNotOffered, rest);
}
