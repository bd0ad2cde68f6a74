import { json, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Org } from '../model/org';
import type { AuthorizationServer } from '../model/authorization-server';
import { messages } from '../model/messages';
import { isRedirectUri } from '../model/setup/app';
import { coversInteractionCode, refuseByAccessPolicy } from './access-policy';
import { oauthError, reasonOf } from '../http/oauth-error';
import { refuseChallenge } from './pkce';
import { refuseClient } from './refuse-client';
import { refuseSetup } from './refuse-setup';
import { areConfigured, parseScopes, scopesOf } from './scopes';

const handleEvent = 'app.oauth2.interact.interaction_handle';

/** `POST /v1/interact`: opens a transaction. Refusals are worded as in Okta's page "Okta error codes and descriptions". */
export function interact(server: AuthorizationServer, exchange: Exchange, org: Org): Reply {
  const { body } = exchange;
  if (body.kind !== 'form') return oktaError(body.kind === 'unsupported' ? 'E0000021' : 'E0000003');
  const form = body.value;
  const scopes = parseScopes(form.get('scope'));
  const refusal =
    refuseClient(exchange, form, org, 'interact') ??
    refuseSetup(org.setup, server) ??
    refuseRequest(server, form, org) ??
    refuseByAccessPolicy(org.setup, server, scopes);
  if (refusal) {
    org.systemLog.note(handleEvent, 'FAILURE', reasonOf(refusal));
    return refusal;
  }
  org.systemLog.note(handleEvent, 'SUCCESS');
  const transaction = org.transactions.open(
    {
      clientId: form.get('client_id') ?? '',
      redirectUri: form.get('redirect_uri') ?? '',
      scopes,
      state: form.get('state'),
      nonce: form.get('nonce'),
      codeChallenge: form.get('code_challenge') ?? '',
      server,
    },
    org.policy.sessionLifetimeSeconds,
  );
  if (!coversInteractionCode(org.setup, server)) {
    const { appNotAllowed } = messages;
    transaction.step = {
      at: 'ended',
      status: 400,
      messages: [appNotAllowed('no_matching_policy')],
    };
  }
  return json(200, { interaction_handle: transaction.interactionHandle });
}

function refuseRequest(
  server: AuthorizationServer,
  form: URLSearchParams,
  { setup }: Org,
): Reply | null {
  const invalid = (description: string) => oauthError(400, 'invalid_request', description);
  if (form.has('activation_token') || form.has('recovery_token')) {
    return invalid('Only confidential clients can use the activation token flow');
  }
  const redirectUri = form.get('redirect_uri');
  if (!redirectUri) return invalid('redirect_uri is missing.');
  if (!isRedirectUri(setup.app, redirectUri)) {
    return invalid(
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
    );
  }
  const refusal = refuseChallenge(form);
  if (refusal) return refusal;
  const scopes = parseScopes(form.get('scope'));
  if (scopes.length === 0) {
    return oauthError(
      400,
      'invalid_scope',
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
    );
  }
  if (!areConfigured(scopes, scopesOf(setup, server))) {
    return oauthError(
      400,
      'invalid_scope',
      'One or more scopes are not configured for the authorization server resource.',
    );
  }
  return null;
}
