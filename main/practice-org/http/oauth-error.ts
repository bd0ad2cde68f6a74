import { json, record, type Reply } from './exchange';

export type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_dpop_proof'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type';

export function oauthError(
  status: 400 | 401 | 403,
  error: OAuthErrorCode,
  description: string,
): Reply {
  return json(status, { error, error_description: description });
}

/** A product or flow that the org does not have. */
export const featureNotEnabled = oauthError(
  400,
  'access_denied',
  'The requested feature is not enabled in this environment.',
);

/** Why, in the one word of the error, as the System Log has it. */
export function reasonOf({ body }: Reply): string {
  const { error } = record(JSON.parse(body));
  return typeof error === 'string' ? error : 'unknown';
}
