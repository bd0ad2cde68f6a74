import type { MessageId } from './message-catalogue';

interface Wording {
  readonly keys: readonly string[];
  readonly text: RegExp;
  readonly id: MessageId;
}

const oauth = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'unauthorized_client',
];

/**
 * Cases that only Okta's published sentence tells apart: OAuth's codes are few, and E0000113 carries
 * whatever the maker of a token device says. The more telling rows come first.
 */
const wordings: readonly Wording[] = [
  { keys: ['E0000113'], text: /wait for (the )?token to change/i, id: 'nextCode' },
  { keys: oauth, text: /redirect_uri/, id: 'redirectUri' },
  { keys: oauth, text: /network (zones|policy)/i, id: 'networkZone' },
  { keys: oauth, text: /scopes were rejected/i, id: 'scopesRefused' },
  { keys: oauth, text: /activation token is invalid/i, id: 'activationUnknown' },
  { keys: oauth, text: /activation token/i, id: 'activationNotHere' },
  { keys: oauth, text: /feature .*(isn't|is not) enabled/i, id: 'interactionCodeOff' },
  { keys: oauth, text: /policy evaluation failed/i, id: 'noMatchingPolicy' },
  { keys: oauth, text: /sign-up denied/i, id: 'signUpOff' },
  { keys: oauth, text: /not assigned to the client/i, id: 'notAssigned' },
  { keys: oauth, text: /custom authorization server/i, id: 'customServer' },
  {
    keys: oauth,
    text: /client credentials|client authentication failed|'application_type'/i,
    id: 'clientType',
  },
];

export function idByWording(key: string, text: string): MessageId | undefined {
  return wordings.find((one) => one.keys.includes(key) && one.text.test(text))?.id;
}
