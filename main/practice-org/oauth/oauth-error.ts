import { json, type Reply } from '../http/exchange';

export type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_grant_type';

export function oauthError(status: 400 | 401, error: OAuthErrorCode, description: string): Reply {
  return json(status, { error, error_description: description });
}
