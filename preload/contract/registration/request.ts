import * as v from 'valibot';
import { text } from '../common';
import { bounds } from './bounds';

export const SubmitRequest = v.strictObject({
  view: v.pipe(v.number(), v.integer()),
  /** The `id` of one of the view's actions. */
  action: text(bounds.name),
  /** By field name; an empty optional field is left out of the request. */
  values: v.record(text(bounds.name), v.union([text(bounds.value), v.boolean()])),
});
export type SubmitRequest = v.InferOutput<typeof SubmitRequest>;

/**
 * Why a submit did not lead to another view. The current view stays and can be submitted again.
 */
export const submitErrors = [
  'no-registration',
  'stale-view',
  'busy',
  'invalid-values',
  /** What was typed for a code is none of this org's; nothing was sent. */
  'no-code',
  /** The link pasted into the code box belongs to another sign-up. */
  'foreign-link',
  /** It belongs to another org, or to no org at all. */
  'other-org-link',
  /** A mail protection has wrapped it so that only its own server can read it. */
  'protected-link',
  /** It was opened, and the step is the same as before. */
  'link-without-effect',
  /** A captcha or a passkey that this shell cannot ask for. */
  'not-available',
  /** The person closed the window of the captcha or the passkey, or said no. */
  'dismissed',
  /** The captcha or the passkey did not work. */
  'verification-failed',
  /** This device already holds a passkey of the account. */
  'already-registered',
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
  'too-many-requests',
] as const;

export const OpenRequest = v.strictObject({
  /** The serial of the view, step or ending, that shows the link. */
  view: v.pipe(v.number(), v.integer()),
  /** The `id` of one of its links or of an `open` action. */
  link: text(bounds.name),
});
export type OpenRequest = v.InferOutput<typeof OpenRequest>;

/** `not-opened`: nothing on this machine can open the address, or it is not one to be opened. */
export const openErrors = ['no-registration', 'stale-view', 'not-opened'] as const;
