import type { MessageView } from '../../preload/contract/registration/message';
import { asString } from './idx/json';
import { type IdxResponse, remediationsOf } from './idx/remediation';
import { toRequestBody } from './idx/request-body';
import { soleRequiredChoice } from './view/auto-choice';
import { messagesOf } from './idx/messages';
import type { PlannedStep } from './view/step-view';

/** What the app does with an answer before a person sees it. */
export type NextMove =
  | { readonly kind: 'show' }
  | { readonly kind: 'sign-up-not-offered' }
  /** On to the profile form; the messages belong on it. */
  | {
      readonly kind: 'ask-for-profile';
      readonly href: string;
      readonly body: object;
      readonly messages: readonly MessageView[];
    }
  /** A method picker that leaves nothing to choose. */
  | { readonly kind: 'pass-picker'; readonly href: string; readonly body: object };

/**
 * Tells whether a person has anything to decide. The profile form is asked for once in a sign-up,
 * so that an org which keeps answering with its sign-in page cannot cause a loop.
 */
export function nextMove(
  response: IdxResponse,
  step: PlannedStep,
  { hasSeenProfile, mayPassPicker }: { hasSeenProfile: boolean; mayPassPicker: boolean },
): NextMove {
  const stateHandle = asString(response.body['stateHandle']);
  if (!hasSeenProfile) {
    const profile = remediationsOf(response).find(({ name }) => name === 'select-enroll-profile');
    if (profile) {
      const messages = messagesOf(response.body);
      const body = { stateHandle: profile.stateHandle ?? stateHandle };
      return { kind: 'ask-for-profile', href: profile.href, body, messages };
    }
    if (step.shown.name === 'identify') return { kind: 'sign-up-not-offered' };
  }
  const values = soleRequiredChoice(step);
  if (!values || !mayPassPicker || response.status >= 400) return { kind: 'show' };
  const { authenticatorKey } = step;
  // A picker has no box for a code.
  const code = { state: undefined, orgUrl: '' };
  const built = toRequestBody(step.shown, values, { stateHandle, authenticatorKey, code });
  if (built.kind !== 'body') return { kind: 'show' };
  return { kind: 'pass-picker', href: step.shown.href, body: built.body };
}
