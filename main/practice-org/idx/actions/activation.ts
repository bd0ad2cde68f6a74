import { end } from '../advance';
import { messages } from '../../model/messages';
import type { Action } from '../../model/visit';

/** `request-activation-email`: whether anybody gets one is not said, as at Okta. */
export const requestActivation: Action = {
  path: '/idp/idx/request-activation',
  act: (visit) => end(visit, 200, messages.activationMailSent),
};
