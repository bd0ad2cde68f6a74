import * as v from 'valibot';
import { text } from '../common';
import { Misconfiguration } from '../misconfigurations';
import { bounds, serial } from './bounds';
import { LinkView, MessageView } from './message';

export const terminalReasons = [
  'email-verification-required',
  'sign-up-not-offered',
  'registration-unavailable',
  'not-assigned',
  'no-matching-policy',
  'access-denied',
  /** The org, or a proxy, answers only in certain networks. */
  'network-not-allowed',
  'session-expired',
  'too-many-requests',
  'cancelled',
  'account-creation-failed',
  'continued-elsewhere',
  'link-expired',
  'return-to-original',
  'code-for-original',
  'continue-in-browser',
  'activation-link-expired',
  'activation-link-invalid',
  /** A link of a mail that only a browser can open: a public client may not use activation tokens. */
  'activation-link-not-here',
  'activation-mail-sent',
  'account-suspended',
  'device-not-compliant',
  'device-enrollment-required',
  'set-up-unavailable',
  'identity-provider-failed',
  'feature-not-enabled',
  'client-rejected',
  'client-type-rejected',
  'redirect-uri-rejected',
  'scope-rejected',
  'interaction-code-disabled',
  'org-not-found',
  'not-an-identity-engine-org',
  /** The ID token is for another app, lacks what it must have, or is in a form that nobody may use. */
  'id-token-audience',
  'id-token-incomplete',
  'id-token-form',
  'tokens-rejected',
  'clock-skew',
  'unreachable',
  'timeout',
  'server-error',
  /** Not the org answered: a network that wants a sign-in, a gateway, a limit on the way. */
  'network-sign-in',
  'gateway-refused',
  'gateway-unavailable',
  'request-too-large',
  /** Larger or deeper than any answer of Okta's. */
  'unreadable-answer',
  /** The org's answer names another host to send to; nothing was sent there. */
  'other-host',
  'unknown',
] as const;
export const TerminalReason = v.picklist(terminalReasons);
export type TerminalReason = v.InferOutput<typeof TerminalReason>;

/** Endings for which the org, or this computer, is not set up: no doing of the person helps. */
export const notReadyReasons: readonly TerminalReason[] = [
  'sign-up-not-offered',
  'registration-unavailable',
  'not-assigned',
  'no-matching-policy',
  'network-not-allowed',
  'feature-not-enabled',
  'client-rejected',
  'client-type-rejected',
  'redirect-uri-rejected',
  'scope-rejected',
  'interaction-code-disabled',
  'org-not-found',
  'not-an-identity-engine-org',
  'id-token-audience',
  'id-token-incomplete',
  'id-token-form',
  'tokens-rejected',
  'clock-skew',
  'unreachable',
  'timeout',
  'server-error',
  'network-sign-in',
  'gateway-refused',
  'gateway-unavailable',
  'request-too-large',
  'unreadable-answer',
  'other-host',
  'unknown',
];

/** What an ending shows besides its words. */
export const EndingDetail = v.variant('kind', [
  /** A code to be typed where the sign-up began. */
  v.strictObject({
    kind: v.literal('code'),
    code: text(bounds.label),
    /** Okta's `intent`: what the code is for. */
    intent: v.picklist(['sign-up', 'sign-in', 'recovery', 'unlock']),
    browser: v.nullable(text(bounds.label)),
    system: v.nullable(text(bounds.label)),
    app: v.nullable(text(bounds.label)),
    location: v.nullable(text(bounds.label)),
  }),
  /** The org wants to manage the device first. */
  v.strictObject({
    kind: v.literal('device-enrollment'),
    /** `mdm`, `oda`, `ws1`. */
    name: text(bounds.name),
    platform: v.nullable(text(bounds.name)),
    vendor: v.nullable(text(bounds.label)),
    signInUrl: v.nullable(text(bounds.label)),
    enrollmentLink: v.nullable(text(bounds.name)),
  }),
]);
export type EndingDetail = v.InferOutput<typeof EndingDetail>;

export const EndedView = v.strictObject({
  phase: v.literal('ended'),
  serial,
  outcome: v.variant('kind', [
    v.strictObject({ kind: v.literal('success') }),
    v.strictObject({
      kind: v.literal('terminal'),
      reason: TerminalReason,
      /** The account exists at the org although the sign-up did not finish. */
      isAccountCreated: v.boolean(),
      /** What support needs to find the event in the log. */
      reference: v.nullable(text(bounds.label)),
      retryAfter: v.nullable(v.number()),
      /** How the org may be set up wrong, most likely first. */
      misconfigurations: v.pipe(v.array(Misconfiguration), v.maxLength(10)),
    }),
  ]),
  messages: v.pipe(v.array(MessageView), v.maxLength(bounds.messages)),
  detail: v.nullable(EndingDetail),
  /** Where the org sends a browser from here: its own ending (`success` and `failure`). */
  links: v.pipe(v.array(LinkView), v.maxLength(bounds.links)),
});
export type EndedView = v.InferOutput<typeof EndedView>;
