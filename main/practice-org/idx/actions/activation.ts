import { end } from '../advance';
import { messages } from '../messages';
import type { Action } from '../visit';

/** `request-activation-email`: whether anybody gets one is not said, as at Okta. */
export const requestActivation: Action = {
  path: '/idp/idx/request-activation',
  act: (visit) => end(visit, 200, messages.activationMailSent),
};
