import { notChecked, type Outcome, pass } from '../outcome';
import { send } from '../request';
import type { Visit } from './visit';

/** Leaves nothing open at the org. What cannot be cancelled expires there, so this never fails. */
export async function checkCancel({ facts, idxUrl, sending }: Visit): Promise<Outcome> {
  const { stateHandle } = facts;
  facts.stateHandle = null;
  facts.interactionHandle = null;
  if (stateHandle === null) return notChecked('nothing-to-cancel');
  try {
    // Also after the check was cancelled by the person, or its time was over.
    const { status } = await send(
      { ...sending, signal: new AbortController().signal, budget: null },
      `${idxUrl}/idp/idx/cancel`,
      {
        method: 'POST',
        headers: {
          accept: 'application/json; okta-version=1.0.0',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ stateHandle }),
      },
    );
    return status >= 200 && status < 300 ? pass() : pass({ summary: 'cancel-unanswered' });
  } catch {
    return pass({ summary: 'cancel-unanswered' });
  }
}
