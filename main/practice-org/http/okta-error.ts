import { oktaId } from '../ids';
import { json, type Reply } from './exchange';

/** Okta's API errors, with the summaries of its page "Okta error codes and descriptions". */
const summaries = {
  E0000001: [400, 'Api validation failed'],
  E0000003: [400, 'The request body was not well-formed.'],
  E0000006: [403, 'You do not have permission to perform the requested action'],
  E0000007: [404, 'Not found: Resource not found'],
  E0000009: [500, 'Internal Server Error'],
  E0000010: [503, 'Service is in read only mode'],
  E0000011: [401, 'Invalid token provided'],
  E0000015: [401, 'You do not have permission to access the feature you are requesting'],
  E0000021: [
    415,
    'Bad request. Accept and/or Content-Type headers likely do not match supported values.',
  ],
  E0000022: [405, 'The endpoint does not support the provided HTTP method'],
  E0000031: [400, 'Invalid search criteria.'],
  E0000047: [429, 'API call exceeded rate limit due to too many requests.'],
  E0000060: [501, 'Unsupported operation.'],
} as const;

export type OktaErrorCode = keyof typeof summaries;

export function oktaError(
  errorCode: OktaErrorCode,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const [status, errorSummary] = summaries[errorCode];
  const error = {
    errorCode,
    errorSummary,
    errorLink: errorCode,
    errorId: oktaId('oae'),
    errorCauses: [],
  };
  return json(status, error, headers);
}
