import type { ConnectionReport } from '../../preload/schemas/settings';

/** Where `interact` was sent. */
export interface InteractContext {
  /** The org authorization server, not a custom one. */
  readonly isOrgIssuer: boolean;
}

type Found = readonly [finding: ConnectionReport['finding'], field: ConnectionReport['field']];

interface Row {
  readonly error: string | null;
  readonly text: RegExp;
  readonly found: Found | ((context: InteractContext) => Found);
}

/**
 * Okta's answers to `interact`, by OAuth's error code and by Okta's published sentence, the more
 * telling rows first. `null` stands for any code.
 */
const rows: readonly Row[] = [
  { error: null, text: /redirect_uri/, found: ['redirect-uri-rejected', 'redirectUri'] },
  { error: null, text: /permitted network zones/, found: ['network-zone', null] },
  { error: null, text: /access denied by network policy/i, found: ['network-zone', null] },
  { error: null, text: /requested scopes were rejected/, found: ['scope-rejected', 'scopes'] },
  { error: 'invalid_scope', text: /./s, found: ['scope-rejected', 'scopes'] },
  {
    error: null,
    text: /'client_id' parameter/,
    found: ['client-rejected', 'clientId'],
  },
  {
    error: null,
    text: /client credentials|client authentication failed|'application_type'/i,
    found: ['client-type-rejected', 'clientId'],
  },
  {
    error: null,
    text: /provided grant type|grant types?:/i,
    found: ['grant-not-allowed', 'clientId'],
  },
  {
    error: null,
    text: /cannot use a custom authorization server/,
    found: ['issuer-mismatch', 'issuer'],
  },
  // Without API Access Management the org has no custom authorization server, and says just this.
  {
    error: null,
    text: /requested feature .*(isn't|is not) enabled/i,
    found: ({ isOrgIssuer }) => ['interaction-code-disabled', isOrgIssuer ? null : 'issuer'],
  },
  {
    error: null,
    text: /policy evaluation failed/i,
    found: ({ isOrgIssuer }) => ['no-matching-policy', isOrgIssuer ? null : 'issuer'],
  },
  { error: null, text: /sign-up denied/i, found: ['sign-up-not-offered', null] },
  { error: 'invalid_client', text: /(?:)/, found: ['client-rejected', 'clientId'] },
  { error: 'unauthorized_client', text: /(?:)/, found: ['grant-not-allowed', 'clientId'] },
];

/** What is wrong when `interact` fails. `unknown` leaves the org's own sentence to speak. */
export function classifyInteractError(
  error: string | null,
  text: string,
  context: InteractContext,
): Found {
  const row = rows.find((one) => (one.error ?? error) === error && one.text.test(text));
  if (!row) return ['unknown', null];
  return typeof row.found === 'function' ? row.found(context) : row.found;
}
