import * as v from 'valibot';
import { text } from '../common';
import { bounds } from './bounds';

const Image = v.pipe(text(bounds.image), v.startsWith('data:image/'));

/** A scope that an app asks for, in the org's own words. */
const ScopeView = v.strictObject({
  name: text(bounds.name),
  label: v.nullable(text(bounds.label)),
  description: v.nullable(text(bounds.message)),
  /** Granted in any case. */
  isFixed: v.boolean(),
});

/** What a step shows besides its form. */
export const StepDetail = v.variant('kind', [
  v.strictObject({
    kind: v.literal('totp'),
    qrCode: v.nullable(Image),
    sharedSecret: v.nullable(text(bounds.label)),
  }),
  v.strictObject({
    kind: v.literal('okta-verify'),
    channel: v.picklist(['qrcode', 'email', 'sms', 'samedevice', 'devicebootstrap', 'unknown']),
    qrCode: v.nullable(Image),
    /** Where the set-up link went. */
    destination: v.nullable(text(bounds.label)),
    /** Okta's name of the operating system: `IOS`, `ANDROID`, `OSX`, `WINDOWS`. */
    platform: v.nullable(text(bounds.name)),
    /** Okta: `securityLevel` is `ANY`. Else the set-up has to happen on this device. */
    allowsOtherDevices: v.boolean(),
    enrolledDevices: v.pipe(v.array(text(bounds.label)), v.maxLength(20)),
    setupLink: v.nullable(text(bounds.name)),
    downloadLink: v.nullable(text(bounds.name)),
  }),
  v.strictObject({ kind: v.literal('nfc'), setupLink: v.nullable(text(bounds.name)) }),
  v.strictObject({ kind: v.literal('passkey'), isAvailable: v.boolean() }),
  v.strictObject({
    kind: v.literal('identity-verification'),
    vendor: v.nullable(text(bounds.label)),
    termsLink: v.nullable(text(bounds.name)),
    privacyLink: v.nullable(text(bounds.name)),
  }),
  v.strictObject({
    kind: v.literal('consent'),
    app: v.nullable(text(bounds.label)),
    scopes: v.pipe(v.array(ScopeView), v.maxLength(bounds.fields)),
  }),
  /** Where a request came from that the person is asked about. */
  v.strictObject({
    kind: v.literal('request'),
    rows: v.pipe(
      v.array(
        v.strictObject({
          name: text(bounds.name),
          label: text(bounds.label),
          value: text(bounds.label),
        }),
      ),
      v.maxLength(20),
    ),
  }),
]);
export type StepDetail = v.InferOutput<typeof StepDetail>;
