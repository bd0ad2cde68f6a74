import type { Sentence } from '../../preload/contract/registration/message';

interface Row {
  readonly id: Sentence;
  readonly text: RegExp;
}

/**
 * The sentences that Okta's OAuth endpoints, and its client for them, are known to say: their codes
 * are few, and each stands for many cases. Where a text holds two, the more telling comes first.
 * Sources: Okta's OpenID Connect reference and the answers of orgs.
 */
const ofOAuth: readonly Row[] = [
  { id: 'token-time', text: /^The JWT (was issued in the future|expired)/ },
  { id: 'issuer-differs', text: /issuer .* does not match/i },
  { id: 'another-server', text: /another authorization server/i },
  { id: 'browser-request', text: /whitelisted redirect_uri|browser requests/i },
  { id: 'redirect-uri', text: /redirect_uri/ },
  { id: 'network-zone', text: /network zones/i },
  { id: 'network-policy', text: /network policy/i },
  { id: 'scopes-rejected', text: /scopes were rejected/i },
  { id: 'client-id', text: /'client_id' parameter/ },
  { id: 'application-type', text: /'application_type'/i },
  { id: 'client-credentials', text: /client credentials|client authentication failed/i },
  { id: 'grant-type', text: /provided grant type|grant types?:/i },
  { id: 'custom-server', text: /custom authorization server/i },
  {
    id: 'interaction-code-flow',
    text: /interaction code flow\) (isn['’]t|is not) enabled/i,
  },
  { id: 'feature', text: /feature .*(isn['’]t|is not) enabled/i },
  { id: 'policy-evaluation', text: /policy evaluation failed/i },
  { id: 'sign-up-denied', text: /sign-up denied/i },
  { id: 'pkce-verification', text: /PKCE verification failed/i },
  { id: 'pkce', text: /PKCE|code_challenge/ },
  { id: 'activation-token-invalid', text: /activation token is invalid/i },
  { id: 'activation-token', text: /activation token/i },
  { id: 'not-assigned', text: /not assigned to the client/i },
  { id: 'dpop', text: /dpop/i },
];

/** The codes of OAuth and OpenID Connect behind which those sentences stand. */
const oauthCodes = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'unauthorized_client',
];

/** E0000113 carries whatever the maker of a token device says. */
const ofTokenDevices: readonly Row[] = [
  { id: 'token-will-change', text: /wait for (the )?token to change/i },
];

/** All that OAuth's endpoints say with this text, the most telling first. */
export function sentencesIn(text: string): readonly Sentence[] {
  return ofOAuth.filter((row) => row.text.test(text)).map(({ id }) => id);
}

/** What a message says beyond its key, where only the sentence tells; undefined for all others. */
export function sentenceOf(key: string | null, text: string): Sentence | undefined {
  if (key === null) return undefined;
  if (/^(errors\.)?E0000113$/.test(key)) {
    return ofTokenDevices.find((row) => row.text.test(text))?.id;
  }
  return oauthCodes.includes(key) ? sentencesIn(text)[0] : undefined;
}
