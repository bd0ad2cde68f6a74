import { messages } from '../../model/messages';
import { badRequest, type Action } from '../../model/visit';

/** `POST identify`: nobody signs in to a practice org, so no identifier is known. */
export const identify: Action = {
  path: '/idp/idx/identify',
  act({ transaction }) {
    const { at } = transaction.step;
    if (at !== 'identify' && at !== 'profile') return badRequest;
    transaction.step = { at: 'identify' };
    return { status: 400, messages: [messages.authenticationFailed] };
  },
};

/** `select-identify`: from the profile form back to the first page. */
export const selectIdentify: Action = {
  path: '/idp/idx/identify/select',
  act({ transaction }) {
    if (transaction.step.at === 'profile') transaction.step = { at: 'identify' };
    return null;
  },
};
