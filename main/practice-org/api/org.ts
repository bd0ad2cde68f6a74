import { json } from '../http/exchange';
import type { Route } from '../model/route';
import { customDomain } from '../model/issuer';
import { link } from './dated';
import { readRoute } from './read-route';

/** Settings that an org has one of. */
export const orgRoutes: readonly Route[] = [
  readRoute('org/captcha', 'okta.captchas.read', ({ org, origin }) => {
    const isOn = org.policy.captcha !== 'off';
    return json(200, {
      captchaId: isOn ? org.idOf('cap', org.policy.captcha) : null,
      enabledPages: isOn ? ['SSR'] : [],
      _links: { self: link(`${origin}/api/v1/org/captcha`) },
    });
  }),
  readRoute('domains', 'okta.domains.read', ({ org, origin }) => {
    const id = org.idOf('OcD', 'custom');
    const custom = {
      id,
      // A domain has no port.
      domain: new URL(customDomain(origin)).hostname,
      brandId: org.idOf('bnd', 'practice'),
      certificateSourceType: 'OKTA_MANAGED',
      validationStatus: 'VERIFIED',
      _links: { self: link(`${origin}/api/v1/domains/${id}`) },
    };
    return json(200, { domains: org.setup.hasCustomDomain ? [custom] : [] });
  }),
  readRoute('rate-limit-settings/per-client', 'okta.rateLimits.read', ({ org }) => {
    const mode = org.setup.enforcesClientLimits ? 'ENFORCE' : 'PREVIEW';
    return json(200, {
      defaultMode: mode,
      useCaseModeOverrides: {
        LOGIN_PAGE: mode,
        OAUTH2_AUTHORIZE: mode,
        OIE_APP_INTENT: mode,
      },
    });
  }),
];
