import type { Exchange, Reply } from '../http/exchange';
import type { Org } from '../model/org';
import { oauthError } from '../http/oauth-error';

/**
 * Refuses every client but the practice app, which is native: it has an ID and no secret. Where it
 * is set up as another kind, nobody can be that client here. The sentences are those of Okta's list of OAuth
 * errors.
 */
export function refuseClient(
  { headers, query }: Pick<Exchange, 'headers' | 'query'>,
  form: URLSearchParams,
  { app, setup }: Org,
  endpoint: 'interact' | 'token' | 'revoke' | 'introspect',
): Reply | null {
  const basic = readBasic(headers.authorization);
  if (basic === 'malformed') {
    return invalidClient('Found Authentication header but was not valid client credentials.');
  }
  // Okta's reference has public clients name themselves in the query of `introspect`.
  const inQuery = endpoint === 'introspect' ? query.get('client_id') : null;
  const named = form.get('client_id') ?? inQuery ?? '';
  if (basic && (form.has('client_secret') || (named !== '' && named !== basic.clientId))) {
    return oauthError(
      401,
      'invalid_request',
      'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
    );
  }
  const clientId = basic?.clientId ?? named;
  if (clientId === '') return unidentified;
  const { exists, status, applicationType, tokenEndpointAuthMethod } = setup.app;
  if (clientId !== app.id || !exists || status !== 'ACTIVE') {
    return invalidClient("Invalid value for 'client_id' parameter.");
  }
  if (applicationType === 'service') {
    return oauthError(
      400,
      'unauthorized_client',
      `Clients with 'application_type' of 'service' are not allowed to access the '${endpoint}' endpoint.`,
    );
  }
  const hasSecret = form.has('client_secret') || (basic !== null && basic.secret !== '');
  if (tokenEndpointAuthMethod === 'none') return basic && hasSecret ? wrongSecret : null;
  return hasSecret ? wrongSecret : unidentified;
}

interface BasicCredentials {
  readonly clientId: string;
  /** Empty where the header has none: Okta's SDK names a public client so, with and without the colon. */
  readonly secret: string;
}

function readBasic(header: string | undefined): BasicCredentials | 'malformed' | null {
  const [scheme = '', encoded = ''] = (header ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const clientId = colon === -1 ? text : text.slice(0, colon);
  if (clientId === '') return 'malformed';
  return { clientId, secret: colon === -1 ? '' : text.slice(colon + 1) };
}

const invalidClient = (description: string) => oauthError(401, 'invalid_client', description);
const unidentified = invalidClient('No client credentials found.');
const wrongSecret = invalidClient(
  'Client authentication failed. Either the client or the client credentials are invalid.',
);
