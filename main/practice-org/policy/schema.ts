import * as v from 'valibot';
import { Misconfiguration } from '../../../preload/contract/misconfigurations';
import { authenticatorEntries, authenticatorKeys } from './authenticators';
import { pageEntries } from './pages';
import { address, count } from './parts';
import { ProfileAttributes } from './profile-attribute';

export { type AuthenticatorKey, authenticatorKeys } from './authenticators';
export type { ProfileAttribute } from './profile-attribute';

const defaultAttributes = [
  { name: 'firstName', label: 'First name', minLength: 1, maxLength: 50 },
  { name: 'lastName', label: 'Last name', minLength: 1, maxLength: 50 },
  { name: 'email', label: 'Email', maxLength: 100 },
];

/**
 * Password rules under Okta's own names (`settings.complexity`, `settings.age`). A kind of character is wanted or
 * not: Okta's policy API takes 0 and 1, and refuses more.
 */
const PasswordComplexity = v.strictObject({
  minLength: v.optional(count(4, 72), 8),
  minLowerCase: v.optional(count(0, 1), 1),
  minUpperCase: v.optional(count(0, 1), 1),
  minNumber: v.optional(count(0, 1), 1),
  minSymbol: v.optional(count(0, 1), 0),
  excludeUsername: v.optional(v.boolean(), true),
  excludeAttributes: v.optional(v.array(v.picklist(['firstName', 'lastName'])), []),
  useADComplexityRequirements: v.optional(v.boolean(), false),
  maxConsecutiveRepeatingCharacters: v.optional(count(1, 72)),
  excludeCommon: v.optional(v.boolean(), true),
  historyCount: v.optional(count(0, 30), 4),
  minAgeMinutes: v.optional(count(0, 525_600), 0),
});
export type PasswordComplexity = v.InferOutput<typeof PasswordComplexity>;

/**
 * How refresh tokens go on, under Okta's names (`settings.oauthClient.refresh_token` of an app), with the defaults
 * of a native app. The leeway is in seconds, and means something only where tokens rotate.
 */
const RefreshTokens = v.strictObject({
  rotation_type: v.optional(v.picklist(['STATIC', 'ROTATE']), 'STATIC'),
  leeway: v.optional(count(0, 60), 30),
});

const shape = v.strictObject({
  /** Lets editors find the JSON schema; it means nothing to the org. */
  $schema: v.optional(v.string()),
  signUpAllowed: v.optional(v.boolean(), true),
  /** Whether new accounts are assigned to the application they signed up in. */
  appAssignment: v.optional(v.picklist(['everyone', 'none']), 'everyone'),
  profileAttributes: v.optional(ProfileAttributes, defaultAttributes),
  ...pageEntries,
  ...authenticatorEntries,
  /** At least one of these must be enrolled, besides the required ones. */
  requireOneOf: v.optional(v.array(v.picklist(authenticatorKeys)), []),
  phoneMethods: v.optional(
    v.pipe(v.array(v.picklist(['sms', 'voice'])), v.minLength(1), v.maxLength(2)),
    ['sms', 'voice'],
  ),
  passwordOn: v.optional(v.picklist(['step', 'profile']), 'step'),
  passwordComplexity: v.optional(PasswordComplexity, {}),
  magicLink: v.optional(v.boolean(), false),
  /** What opening the link does: finish the step, or show the code to type in the first window. */
  magicLinkPage: v.optional(v.picklist(['completes', 'shows-code']), 'completes'),
  /** Okta's "Email verification experience" callback: gets `state` and `otp` instead of a page. */
  emailCallbackUri: v.optional(address),
  /** Password-only orgs: the account is confirmed by a mail after the sign-up has ended. */
  emailVerification: v.optional(v.picklist(['in-flow', 'afterwards']), 'in-flow'),
  codeLength: v.optional(count(4, 12), 6),
  codeFormat: v.optional(v.picklist(['numeric', 'alphanumeric']), 'numeric'),
  codeLifetimeSeconds: v.optional(count(1, 86_400), 300),
  attemptsBeforeLock: v.optional(count(1, 100), 5),
  resendSeconds: v.optional(count(0, 3_600), 30),
  /** A sign-up without a request from the person for so long has ended. Polling does not count. */
  sessionLifetimeSeconds: v.optional(count(1, 86_400), 3_600),
  interactionCodeSeconds: v.optional(count(1, 3_600), 60),
  tokenLifetimeSeconds: v.optional(count(5, 86_400), 3_600),
  refreshTokens: v.optional(RefreshTokens, {}),
  /** For each of Okta's endpoint groups and minute. */
  requestsPerMinute: v.optional(count(1, 1_000_000), 1_200),
  pollSeconds: v.optional(count(1, 60), 4),
  /** Known ways to set an org up wrong, all at once. */
  misconfigurations: v.optional(v.array(Misconfiguration), []),
  /** The most that one page of the management API holds, whatever a client asks for. */
  apiPageSize: v.optional(count(1, 200), 200),
  /** Origins besides loopback that may call the org from a browser (CORS). */
  trustedOrigins: v.optional(v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))), []),
});

/** A policy file: strict, and every key has a default, so `{}` is the default policy. */
export const Policy = v.pipe(
  shape,
  v.forward(
    v.check(
      ({ profileAttributes: attributes }) =>
        attributes.some(({ name, required }) => name === 'email' && required),
      'must include the required attribute email, which is also the login',
    ),
    ['profileAttributes'],
  ),
  v.forward(
    v.check(
      ({ requireOneOf, authenticators }) =>
        requireOneOf.every((key) => authenticators[key] !== 'off'),
      'cannot name an authenticator that is off',
    ),
    ['requireOneOf'],
  ),
  v.forward(
    v.check(
      ({ passwordOn, authenticators }) =>
        passwordOn === 'step' || authenticators.okta_password === 'required',
      'can be profile only where authenticators.okta_password is required',
    ),
    ['passwordOn'],
  ),
);
export type Policy = v.InferOutput<typeof Policy>;
export type PolicyInput = v.InferInput<typeof Policy>;

/** The schema without the rules that span keys; the JSON schema mirrors this one. */
export const policyShape = shape;
