import type { Reply } from '../http/exchange';
import { appliedProfileRule } from '../model/setup/profile-policy';
import type { OrgSetup } from '../model/setup/org-setup';
import { isCustom, type AuthorizationServer } from '../model/authorization-server';
import { oauthError } from '../http/oauth-error';

/** What the settings of org and app have against a sign-up, whatever the client asks for. */
export function refuseSetup(setup: OrgSetup, server: AuthorizationServer): Reply | null {
  const { app, defects } = setup;
  if (app.isKeptToZone) {
    return oauthError(
      403,
      'access_denied',
      "The request is made from outside the client's permitted network zones.",
    );
  }
  if (isCustom(server) && defects.refusesCustomServer) {
    return oauthError(
      400,
      'unauthorized_client',
      'This client cannot use a custom authorization server.',
    );
  }
  if (!setup.hasInteractionCode) return interactionCodeOff;
  if (!app.grantTypes.includes('interaction_code')) {
    return oauthError(
      400,
      'unauthorized_client',
      `The client is not authorized to use the provided grant type. Configured grant types: [${app.grantTypes.join(', ')}].`,
    );
  }
  if (defects.interact) {
    const { status, error, description } = defects.interact;
    return oauthError(status, error, description);
  }
  if (appliedProfileRule(setup.profilePolicy).access === 'DENY') {
    return oauthError(
      403,
      'access_denied',
      'Sign-up denied. Please contact support for assistance.',
    );
  }
  return null;
}

const interactionCodeOff = oauthError(
  400,
  'access_denied',
  "The requested feature (Interaction Code flow) isn't enabled in this environment. Ensure that you have Okta Identity Engine enabled and the Interaction Code flow enabled for this application and authorization server.",
);
