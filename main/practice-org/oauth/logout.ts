import { empty, type Exchange, type Reply } from '../http/exchange';
import type { Org } from '../model/org';
import { page } from '../pages/page';
import { isRedirectUri } from '../model/setup/app';

/**
 * `GET /v1/logout` (OpenID Connect RP-Initiated Logout 1.0): there is no session to end, and where there is none
 * Okta leads on at once. Where the client names no address, this page says so in place of a page to sign in.
 */
export async function logout({ query, body }: Exchange, org: Org): Promise<Reply> {
  const asked = body.kind === 'form' ? body.value : query;
  const claims = await org.signingKey.verify(asked.get('id_token_hint') ?? '');
  if (claims?.aud !== org.app.id) return refused('The id token is invalid.');
  const after = asked.get('post_logout_redirect_uri');
  if (after === null) {
    return page(200, {
      key: 'practice.signed-out',
      title: 'You are signed out',
      paragraphs: ['Nobody is signed in to this practice org.'],
    });
  }
  if (!isRedirectUri(org.setup.app, after)) {
    return refused(
      "The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings.",
    );
  }
  const uri = new URL(after);
  const state = asked.get('state');
  if (state !== null) uri.searchParams.set('state', state);
  return empty(302, { Location: uri.href });
}

function refused(reason: string): Reply {
  return page(400, { key: 'practice.bad-request', title: 'Bad request', paragraphs: [reason] });
}
