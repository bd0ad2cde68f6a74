import * as v from 'valibot';

/** Okta's keys, in the order of the list of methods. */
export const authenticatorKeys = [
  'okta_password',
  'okta_email',
  'phone_number',
  'okta_verify',
  'google_otp',
  'webauthn',
  'security_question',
  'external_idp',
  'smart_card_idp',
  'yubikey_token',
  'rsa_token',
  'onprem_mfa',
  'symantec_vip',
  'nfc_pin',
  'duo',
  'custom_otp',
  'custom_app',
  'tac',
] as const;
export type AuthenticatorKey = (typeof authenticatorKeys)[number];

/** One entry of a kind for each authenticator. */
export function forEachKey<T>(
  make: (key: AuthenticatorKey) => T,
): Readonly<Record<AuthenticatorKey, T>> {
  return Object.fromEntries(authenticatorKeys.map((key) => [key, make(key)])) as Record<
    AuthenticatorKey,
    T
  >;
}

const Enroll = v.picklist(['off', 'optional', 'required']);
const off = v.optional(Enroll, 'off');

export const Authenticators = v.strictObject({
  ...forEachKey(() => off),
  okta_password: v.optional(Enroll, 'required'),
  okta_email: v.optional(Enroll, 'required'),
  phone_number: v.optional(Enroll, 'optional'),
});

const usages = ['any', 'sso', 'recovery', 'none'] as const;
export type Usage = (typeof usages)[number];

const GracePeriod = v.variant('type', [
  v.strictObject({
    type: v.literal('BY_DATE_TIME'),
    expiry: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.strictObject({
    type: v.literal('BY_SKIP_COUNT'),
    remainingSkips: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  }),
]);
export type GracePeriod = v.InferOutput<typeof GracePeriod>;

const channels = ['qrcode', 'email', 'sms', 'samedevice', 'devicebootstrap'] as const;
export type OktaVerifyChannel = (typeof channels)[number];

/** The keys of a policy that say how methods are set up. */
export const authenticatorEntries = {
  authenticators: v.optional(Authenticators, {}),
  /** What a method may be used for later, where that differs from its usual use. */
  authenticatorUsage: v.optional(v.record(v.picklist(authenticatorKeys), v.picklist(usages)), {}),
  /** Required methods that may be put off until a date, or a number of times. */
  gracePeriods: v.optional(v.record(v.picklist(authenticatorKeys), GracePeriod), {}),
  /** Methods that may be set up more than once: they stay in the list. */
  enrollSeveral: v.optional(v.array(v.picklist(authenticatorKeys)), []),
  /** Whether the mail goes out only when a form of its own was sent. */
  emailDataFirst: v.optional(v.boolean(), false),
  /** The first is where Okta Verify starts. */
  oktaVerifyChannels: v.optional(
    v.pipe(v.array(v.picklist(channels)), v.minLength(1), v.maxLength(5)),
    ['qrcode', 'email', 'sms'],
  ),
  /** Whether a passkey is offered once at the end, to those who have none. */
  passkeyPromotion: v.optional(v.boolean(), false),
};
