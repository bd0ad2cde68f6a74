import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { Sentence } from '../../preload/contract/registration/message';
import type { ConnectionKey } from '../../preload/contract/settings';
import { sentencesIn } from './sentences';

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
  readonly field: ConnectionKey | null;
}

type Causes = readonly Misconfiguration[] | ((context: InteractContext) => Misconfiguration[]);

interface Row {
  readonly field?: ConnectionKey;
  readonly causes: Causes;
}

const unknownClient: readonly Misconfiguration[] = ['client-unknown', 'client-inactive'];

/** Without API Access Management an org has no custom authorization server, and says no more. */
const ofFeature: Causes = ({ isOrgIssuer }) =>
  isOrgIssuer
    ? ['interaction-code-off', 'classic-org']
    : ['no-api-access-management', 'interaction-code-off'];

/** What explains a sentence of Okta's to whoever asked for an interaction handle. */
const bySentence: Readonly<Partial<Record<Sentence, Row>>> = {
  'browser-request': { causes: ['browser-origin-refused'] },
  'redirect-uri': { field: 'redirectUri', causes: ['redirect-uri-missing'] },
  'network-zone': { causes: ['network-zone', 'network-policy'] },
  'network-policy': { causes: ['network-policy', 'network-zone'] },
  'scopes-rejected': { field: 'scopes', causes: ['scopes-rejected'] },
  'client-id': { field: 'clientId', causes: unknownClient },
  'application-type': { field: 'clientId', causes: ['service-app'] },
  'client-credentials': { field: 'clientId', causes: ['web-app'] },
  'grant-type': { field: 'clientId', causes: ['grant-not-on-app'] },
  'custom-server': { field: 'issuer', causes: ['custom-server-refused'] },
  'interaction-code-flow': {
    causes: ({ isOrgIssuer, isIdentityEngine }) => [
      'interaction-code-off',
      ...(isOrgIssuer ? [] : (['grant-not-in-access-policy'] as const)),
      ...(isIdentityEngine ? [] : (['classic-org'] as const)),
    ],
  },
  feature: { causes: ofFeature },
  'policy-evaluation': {
    causes: ({ isOrgIssuer }) =>
      isOrgIssuer
        ? ['access-policy-denies', 'app-not-assigned']
        : ['access-policy-denies', 'grant-not-in-access-policy', 'app-not-assigned'],
  },
  'sign-up-denied': { causes: ['sign-up-denied', 'sign-up-not-allowed'] },
  pkce: { causes: ['pkce-refused'] },
  'activation-token': { causes: ['activation-token-refused'] },
  'not-assigned': { causes: ['app-not-assigned'] },
};

/** What a code alone says, where no sentence of Okta's stands behind it. */
const byCode: Readonly<Record<string, Row>> = {
  invalid_scope: { field: 'scopes', causes: ['scope-not-configured', 'scopes-rejected'] },
  E0000015: { causes: ofFeature },
  E0000060: { causes: ['classic-sign-up', 'classic-org'] },
  invalid_client: { field: 'clientId', causes: [...unknownClient, 'web-app'] },
  unauthorized_client: { field: 'clientId', causes: ['grant-not-on-app'] },
};

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
  const row =
    sentencesIn(text)
      .map((sentence) => bySentence[sentence])
      .find(Boolean) ?? rowOfCode(error);
  if (!row) return { misconfigurations: [], field: null };
  const causes = typeof row.causes === 'function' ? row.causes(context) : row.causes;
  const isOfServer =
    !context.isOrgIssuer && causes.some((cause) => ofCustomServers.includes(cause));
  return { misconfigurations: causes, field: row.field ?? (isOfServer ? 'issuer' : null) };
}

function rowOfCode(error: string | null): Row | undefined {
  return error !== null && Object.hasOwn(byCode, error) ? byCode[error] : undefined;
}
