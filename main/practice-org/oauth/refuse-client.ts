import type { Reply } from '../http/exchange';
import type { Org } from '../org';
import { oauthError } from './oauth-error';

/**
 * Refuses every client but the practice app, which is native: it has an ID and no secret. Where it
 * is set up as another kind, nobody can be that client here.
 */
export function refuseClient(
  form: URLSearchParams,
  { app, setup }: Org,
  endpoint: 'interact' | 'token' | 'revoke',
): Reply | null {
  const clientId = form.get('client_id');
  if (!clientId) return unidentified;
  const { exists, status, applicationType, tokenEndpointAuthMethod } = setup.app;
  if (clientId !== app.id || !exists || status !== 'ACTIVE') {
    return oauthError(401, 'invalid_client', "Invalid value for 'client_id' parameter.");
  }
  if (applicationType === 'service') {
    return oauthError(
      400,
      'unauthorized_client',
      `Clients with 'application_type' of 'service' are not allowed to access the '${endpoint}' endpoint.`,
    );
  }
  if (tokenEndpointAuthMethod === 'none') return null;
  return form.has('client_secret')
    ? oauthError(
        401,
        'invalid_client',
        'Client authentication failed. Either the client or the client credentials are invalid.',
      )
    : unidentified;
}

const unidentified = oauthError(401, 'invalid_client', 'No client credentials found.');
