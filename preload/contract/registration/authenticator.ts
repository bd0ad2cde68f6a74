import * as v from 'valibot';
import { text, Timestamp } from '../common';
import { bounds } from './bounds';

export const unavailableReasons = [
  /** Okta enrolls it only through an administrator: custom OTP, custom app, temporary access code. */
  'administrator',
  /** Duo ended its Web SDK in 2024, on which Okta's own page for it is built. */
  'ended',
  /** It needs a page of the org's own address, which this shell cannot show. */
  'not-here',
  /** The org takes only a passkey that the computer keeps, and none can be kept on this one. */
  'not-kept',
] as const;

/** A method (Okta: authenticator) as the picker and the steps show it. */
export const AuthenticatorView = v.strictObject({
  /** Okta's key: `okta_password`, `okta_email`, `phone_number`, … */
  key: text(bounds.name),
  displayName: text(bounds.label),
  /** Which one it is of several that somebody has: a masked number or address, a name of its own. */
  profile: v.nullable(text(bounds.label)),
  description: v.nullable(text(bounds.message)),
  methods: v.pipe(v.array(text(50)), v.maxLength(20)),
  usage: v.nullable(v.picklist(['access', 'recovery', 'any', 'none'])),
  gracePeriod: v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('date'), expiry: Timestamp }),
      v.strictObject({ kind: v.literal('count'), remaining: v.pipe(v.number(), v.integer()) }),
    ]),
  ),
  isEnrolled: v.boolean(),
  /** Why it cannot be set up in this app, or null where it can. */
  unavailable: v.nullable(v.picklist(unavailableReasons)),
  /** What somebody has to have at hand for it on this computer, besides what its name says. */
  needs: v.nullable(v.literal('security-key')),
});
export type AuthenticatorView = v.InferOutput<typeof AuthenticatorView>;
