import * as v from 'valibot';
import { address, count, words } from './parts';
import { ProfileAttributes } from './profile-attribute';

const IdentityProvider = v.strictObject({
  /** As in `/sso/idps/{id}`; made up where absent. */
  id: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))),
  /** Okta's type: `GOOGLE`, `SAML2`, `OIDC`, `X509`, … */
  type: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,49}$/)),
  name: words(200),
  /** Whether who comes back from it is done, has the methods still to set up, or is not let in. */
  outcome: v.optional(v.picklist(['completes', 'needs-more', 'fails']), 'completes'),
});
export type IdentityProvider = v.InferOutput<typeof IdentityProvider>;

const IdentityVerification = v.strictObject({
  /** Okta's id of the vendor: `IDV_PERSONA`, `IDV_CLEAR`, `IDV_INCODE`, `IDV_STANDARD`. */
  id: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)), 'IDV_STANDARD'),
  vendor: words(200),
  termsOfUse: v.optional(address),
  privacyPolicy: v.optional(address),
});
export type IdentityVerification = v.InferOutput<typeof IdentityVerification>;

const ConsentScope = v.strictObject({
  /** May contain dots, which mean nothing. */
  name: v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/)),
  label: words(200),
  description: v.optional(words(500)),
  /** Granted in any case. */
  isFixed: v.optional(v.boolean(), false),
});
export type ConsentScope = v.InferOutput<typeof ConsentScope>;

/** One name that is the beginning of another: clients must not take the dot for a path. */
const defaultScopes = [
  { name: 'calendar', label: 'View your calendar.' },
  {
    name: 'calendar.events',
    label: 'Change your appointments.',
    description: 'This allows the app to make, move and delete appointments.',
  },
];

/** The keys of a policy that put a page before, beside or after the methods. */
export const pageEntries = {
  captcha: v.optional(v.picklist(['off', 'altcha', 'hcaptcha', 'recaptcha']), 'off'),
  /** Okta's registration inline hook: somebody else's code that turns a sign-up down. */
  registrationHook: v.optional(
    v.strictObject({
      deny: v.strictObject({
        message: words(1000),
        /** An attribute of the profile page; above the form where absent. */
        field: v.optional(words(100)),
      }),
    }),
  ),
  identityProviders: v.optional(v.pipe(v.array(IdentityProvider), v.maxLength(50)), []),
  identityVerification: v.optional(IdentityVerification),
  /** Asked for at the end, on a page with the org's own title and button. */
  progressiveProfile: v.optional(
    v.strictObject({
      attributes: ProfileAttributes,
      title: v.optional(words(200)),
      buttonLabel: v.optional(words(200)),
    }),
  ),
  /** Okta's older page for the same; it can be skipped where everything on it is optional. */
  profileUpdate: v.optional(v.strictObject({ attributes: ProfileAttributes })),
  safeMode: v.optional(v.picklist(['off', 'poll', 'optional', 'required']), 'off'),
  /** How often a client asks in vain before the org is itself again. */
  safeModePolls: v.optional(count(1, 1000), 3),
  deviceAssurance: v.optional(v.picklist(['off', 'grace-period', 'deny']), 'off'),
  consent: v.optional(v.picklist(['off', 'all', 'granular']), 'off'),
  /** Asked about besides those that the client requested; nothing is granted with them. */
  consentScopes: v.optional(v.pipe(v.array(ConsentScope), v.maxLength(50)), defaultScopes),
  keepMeSignedIn: v.optional(v.boolean(), false),
};
