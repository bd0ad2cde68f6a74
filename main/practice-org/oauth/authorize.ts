import { empty, type Exchange, type Reply } from '../http/exchange';
import { secret } from '../ids';
import type { Org } from '../model/org';
import { page } from '../pages/page';
import { isRedirectUri } from '../model/setup/app';

/**
 * `GET /v1/authorize`: nobody has a session with a practice org, so there is never a code. Both answers are from
 * Okta's list of OAuth errors; a client of the interaction code flow gets the second one where others would be
 * shown a page to sign in.
 */
export function authorize({ query, body }: Exchange, { app, setup }: Org): Reply {
  const asked = body.kind === 'form' ? body.value : query;
  const { exists, status } = setup.app;
  if (asked.get('client_id') !== app.id || !exists || status !== 'ACTIVE') {
    return refused("Invalid value for 'client_id' parameter.");
  }
  const redirectUri = asked.get('redirect_uri') ?? '';
  // Errors go only where the client's own settings say (RFC 6749 section 4.1.2.1).
  if (!isRedirectUri(setup.app, redirectUri)) {
    return refused(
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
    );
  }
  const state = asked.get('state');
  const isSilent = (asked.get('prompt') ?? '').split(' ').includes('none');
  return answerTo(redirectUri, asked.get('response_mode'), {
    ...(state !== null && { state }),
    ...(isSilent ? loginRequired : interactionRequired),
  });
}

const loginRequired = {
  error: 'login_required',
  error_description: 'The client specified not to prompt, but the user is not logged in.',
};
const interactionRequired = {
  error: 'interaction_required',
  error_description:
    'Your client is configured to use the interaction code flow and user interaction is required to complete the request.',
};

function refused(reason: string): Reply {
  return page(400, { key: 'practice.bad-request', title: 'Bad request', paragraphs: [reason] });
}

type Parameters = Readonly<Record<string, string>>;

function answerTo(redirectUri: string, mode: string | null, parameters: Parameters): Reply {
  const uri = new URL(redirectUri);
  const isOfPage = uri.protocol === 'http:' || uri.protocol === 'https:';
  if (mode === 'okta_post_message' && isOfPage) return postMessage(uri.origin, parameters);
  const encoded = new URLSearchParams(parameters).toString();
  if (mode === 'fragment') uri.hash = encoded;
  else uri.search = uri.search === '' ? encoded : `${uri.search}&${encoded}`;
  return empty(302, { Location: uri.href });
}

/** Okta's own response mode: a page in a hidden frame tells the page around it. okta-auth-js renews tokens so. */
function postMessage(origin: string, parameters: Parameters): Reply {
  const nonce = secret();
  const message = JSON.stringify([parameters, origin]).replaceAll('<', '\\u003c');
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; frame-ancestors ${origin}; base-uri 'none'`,
      'Referrer-Policy': 'no-referrer',
    },
    body: `<!doctype html>
<meta charset="utf-8">
<title>Signing in</title>
<script nonce="${nonce}">(window.opener || window.parent).postMessage(...${message});</script>
`,
  };
}
