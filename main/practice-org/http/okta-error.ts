import { oktaId } from '../ids';
import { json, type Reply } from './exchange';

/** Okta's API errors, with the summaries of its published catalogue. */
const summaries = {
  E0000003: [400, 'The request body was not well-formed.'],
  E0000007: [404, 'Not found: Resource not found'],
  E0000009: [500, 'Internal Server Error'],
  E0000021: [
    415,
    'Bad request. Accept and/or Content-Type headers likely do not match supported values.',
  ],
  E0000022: [405, 'The endpoint does not support the provided HTTP method'],
  E0000047: [429, 'API call exceeded rate limit due to too many requests.'],
} as const;

export function oktaError(errorCode: keyof typeof summaries): Reply {
  const [status, errorSummary] = summaries[errorCode];
  return json(status, {
    errorCode,
    errorSummary,
    errorLink: errorCode,
    errorId: oktaId('oae'),
    errorCauses: [],
  });
}
