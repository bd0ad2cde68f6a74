import type { Reply } from '../http/exchange';
import type { OrgSetup } from '../model/setup/org-setup';
import { isCustom, type AuthorizationServer } from '../model/authorization-server';
import { oauthError } from '../http/oauth-error';

/** What the access policy of a custom server has against these scopes; the org's server has none. */
export function refuseByAccessPolicy(
  { server: { rule } }: OrgSetup,
  server: AuthorizationServer,
  scopes: readonly string[],
): Reply | null {
  if (!isCustom(server)) return null;
  if (rule.people !== 'everyone') {
    return oauthError(
      401,
      'access_denied',
      'Policy evaluation failed for this request, please check the policy configurations.',
    );
  }
  const isAnyGranted =
    rule.scopes.includes('*') || scopes.some((scope) => rule.scopes.includes(scope));
  if (isAnyGranted) return null;
  return oauthError(
    400,
    'access_denied',
    'Policy evaluation succeeded but all the requested scopes were rejected.',
  );
}

/** Whether the rule is for sign-ups at all; Okta says so only in the sign-up's first answer. */
export function coversInteractionCode(
  { server: { rule } }: OrgSetup,
  server: AuthorizationServer,
): boolean {
  return !isCustom(server) || rule.grantTypes.includes('interaction_code');
}
