import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { SettingKey } from '../../preload/contract/settings';

/** Where `interact` was sent. */
export interface InteractContext {
  /** The org authorization server, not a custom one. */
  readonly isOrgIssuer: boolean;
  /** The org has said that it runs on the Identity Engine. */
  readonly isIdentityEngine?: boolean;
}

export interface InteractError {
  /** What would explain the answer, most likely first; none where nobody knows. */
  readonly misconfigurations: readonly Misconfiguration[];
  /** The setting of this app to look at. */
  readonly field: SettingKey | null;
}

type Causes = readonly Misconfiguration[] | ((context: InteractContext) => Misconfiguration[]);

interface Row {
  readonly error?: string;
  readonly text: RegExp;
  readonly field?: SettingKey;
  readonly causes: Causes;
}

const unknownClient: readonly Misconfiguration[] = ['client-unknown', 'client-inactive'];

/** Without API Access Management an org has no custom authorization server, and says no more. */
const ofFeature: Causes = ({ isOrgIssuer }) =>
  isOrgIssuer
    ? ['interaction-code-off', 'classic-org']
    : ['no-api-access-management', 'interaction-code-off'];

/**
 * Okta's answers to `interact`, by OAuth's error code and by Okta's published sentence, the more
 * telling rows first. A row without an error holds for any.
 */
const rows: readonly Row[] = [
  { text: /whitelisted redirect_uri/, causes: ['browser-origin-refused'] },
  { text: /redirect_uri/, field: 'redirectUri', causes: ['redirect-uri-missing'] },
  { text: /permitted network zones/, causes: ['network-zone', 'network-policy'] },
  { text: /access denied by network policy/i, causes: ['network-policy', 'network-zone'] },
  { text: /requested scopes were rejected/, field: 'scopes', causes: ['scopes-rejected'] },
  {
    error: 'invalid_scope',
    text: /./s,
    field: 'scopes',
    causes: ['scope-not-configured', 'scopes-rejected'],
  },
  { text: /'client_id' parameter/, field: 'clientId', causes: unknownClient },
  { text: /'application_type'/i, field: 'clientId', causes: ['service-app'] },
  {
    text: /client credentials|client authentication failed/i,
    field: 'clientId',
    causes: ['web-app'],
  },
  { text: /provided grant type|grant types?:/i, field: 'clientId', causes: ['grant-not-on-app'] },
  {
    text: /cannot use a custom authorization server/,
    field: 'issuer',
    causes: ['custom-server-refused'],
  },
  {
    text: /interaction code flow\) (isn['’]t|is not) enabled/i,
    causes: ({ isOrgIssuer, isIdentityEngine }) => [
      'interaction-code-off',
      ...(isOrgIssuer ? [] : (['grant-not-in-access-policy'] as const)),
      ...(isIdentityEngine ? [] : (['classic-org'] as const)),
    ],
  },
  { text: /requested feature .*(isn['’]t|is not) enabled/i, causes: ofFeature },
  { error: 'E0000015', text: /(?:)/, causes: ofFeature },
  {
    text: /policy evaluation failed/i,
    causes: ({ isOrgIssuer }) =>
      isOrgIssuer
        ? ['access-policy-denies', 'app-not-assigned']
        : ['access-policy-denies', 'grant-not-in-access-policy', 'app-not-assigned'],
  },
  { text: /sign-up denied/i, causes: ['sign-up-denied', 'sign-up-not-allowed'] },
  { text: /PKCE|code_challenge/, causes: ['pkce-refused'] },
  { text: /activation token/i, causes: ['activation-token-refused'] },
  { text: /not assigned to the client application/i, causes: ['app-not-assigned'] },
  { error: 'E0000060', text: /(?:)/, causes: ['classic-sign-up', 'classic-org'] },
  {
    error: 'invalid_client',
    text: /(?:)/,
    field: 'clientId',
    causes: [...unknownClient, 'web-app'],
  },
  { error: 'unauthorized_client', text: /(?:)/, field: 'clientId', causes: ['grant-not-on-app'] },
];

/** Settings of this app that would be the cure only with a custom authorization server. */
const ofCustomServers: readonly Misconfiguration[] = [
  'no-api-access-management',
  'grant-not-in-access-policy',
  'access-policy-denies',
];

/** What is wrong when `interact` fails. */
export function classifyInteractError(
  error: string | null,
  text: string,
  context: InteractContext,
): InteractError {
  const row = rows.find((one) => (one.error ?? error) === error && one.text.test(text));
  if (!row) return { misconfigurations: [], field: null };
  const causes = typeof row.causes === 'function' ? row.causes(context) : row.causes;
  const isOfServer =
    !context.isOrgIssuer && causes.some((cause) => ofCustomServers.includes(cause));
  return { misconfigurations: causes, field: row.field ?? (isOfServer ? 'issuer' : null) };
}
