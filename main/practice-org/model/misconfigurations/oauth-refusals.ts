import type { OAuthErrorCode } from '../../http/oauth-error';
import { defect, type Change } from './change';

const atInteract = (error: OAuthErrorCode, description: string) =>
  defect({ interact: { status: 400, error, description } });

const atToken = (error: OAuthErrorCode, description: string) =>
  defect({ token: { status: 400, error, description } });

/** Refusals that no setting explains: a program's fault, or a rule about it. */
export const oauthRefusals = {
  'pkce-refused': atInteract(
    'invalid_request',
    'PKCE code challenge is required to use the interaction code flow.',
  ),
  'activation-token-refused': atInteract(
    'invalid_request',
    'Only confidential clients can use the activation token flow',
  ),
  'browser-origin-refused': atToken(
    'invalid_request',
    'Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.',
  ),
  'pkce-verification-failed': atToken('invalid_grant', 'PKCE verification failed.'),
  'grant-of-another-server': atToken(
    'invalid_grant',
    'The grant was issued for another authorization server.',
  ),
} as const satisfies Readonly<Record<string, Change>>;
