import * as v from 'valibot';
import { text, Timestamp } from '../common';
import { bounds, serial } from './bounds';
import { MessageView } from './message';
import { AuthenticatorView } from './authenticator';
import { FieldView } from './field';
import { StepDetail } from './detail';

/** The password policy of the org, as far as it tells a client (`settings.complexity`). */
export const PasswordRules = v.strictObject({
  minLength: v.number(),
  minLowerCase: v.number(),
  minUpperCase: v.number(),
  minNumber: v.number(),
  minSymbol: v.number(),
  excludesUsername: v.boolean(),
  excludesFirstName: v.boolean(),
  excludesLastName: v.boolean(),
  /** Active Directory: three of the four character classes instead of the single class rules. */
  usesActiveDirectoryRules: v.boolean(),
  maxConsecutive: v.nullable(v.number()),
  historyCount: v.number(),
  minAgeMinutes: v.number(),
});
export type PasswordRules = v.InferOutput<typeof PasswordRules>;

/** Who is signing up, as far as the org or the person said so; for password rules and greetings. */
export const PersonView = v.strictObject({
  login: v.nullable(text(bounds.label)),
  firstName: v.nullable(text(bounds.label)),
  lastName: v.nullable(text(bounds.label)),
});
export type PersonView = v.InferOutput<typeof PersonView>;

export const actionKinds = [
  /** Sends the form with its values. */
  'submit',
  'skip',
  'resend',
  /** Ends the sign-up at the org. */
  'cancel',
  /** Shows another form of the same answer, without a request: back to the list of methods. */
  'show',
  /** Sends another remediation of the answer that needs no values. */
  'remediation',
  /** Opens a page of the org in the system's browser, through the call `open`. */
  'open',
  /** Asks the org now instead of waiting for the next question by itself. */
  'check',
] as const;

export const ActionView = v.strictObject({
  id: text(bounds.name),
  kind: v.picklist(actionKinds),
  /** The remediation or action of the org behind it. */
  name: text(bounds.name),
  label: v.nullable(text(bounds.label)),
  /** Okta's type (`GOOGLE`, `SAML2`, `X509`, …) and the administrator's name of the provider. */
  provider: v.nullable(
    v.strictObject({ type: text(bounds.name), name: v.nullable(text(bounds.label)) }),
  ),
});
export type ActionView = v.InferOutput<typeof ActionView>;

/** A code or link on its way to the person. */
export const DeliveryView = v.strictObject({
  channel: v.picklist(['email', 'sms', 'voice']),
  /** Where it went, as the org shows it (often masked). */
  destination: v.nullable(text(bounds.label)),
  /** The message also holds a link that finishes the step. */
  hasLink: v.boolean(),
  /** Of a phone: the ways to another number that the org offers; null where it offers none. */
  phoneMethods: v.nullable(v.pipe(v.array(v.picklist(['sms', 'voice'])), v.maxLength(2))),
});
export type DeliveryView = v.InferOutput<typeof DeliveryView>;

/** Solved when the form is sent, outside the wizard. */
export const CaptchaView = v.strictObject({
  kind: v.picklist(['altcha', 'hcaptcha', 'recaptcha', 'unknown']),
  isAvailable: v.boolean(),
});
export type CaptchaView = v.InferOutput<typeof CaptchaView>;

export const StepView = v.strictObject({
  phase: v.literal('step'),
  serial,
  /** The remediation's name on the wire. */
  step: text(bounds.name),
  authenticator: v.nullable(AuthenticatorView),
  /** The org's own title and button for the form (`uiDisplay`). */
  title: v.nullable(text(bounds.label)),
  buttonLabel: v.nullable(text(bounds.label)),
  messages: v.pipe(v.array(MessageView), v.maxLength(bounds.messages)),
  fields: v.pipe(v.array(FieldView), v.maxLength(bounds.fields)),
  actions: v.pipe(v.array(ActionView), v.maxLength(bounds.actions)),
  passwordRules: v.nullable(PasswordRules),
  person: PersonView,
  delivery: v.nullable(DeliveryView),
  /** Asking for another code is polite from then on. */
  resendAvailableAt: v.nullable(Timestamp),
  /** The app asks the org on its own whether the person has done their part elsewhere. */
  isPolling: v.boolean(),
  /** When the app asks the org again, where the person waits for nothing else (Okta: safe mode). */
  asksAgainAt: v.nullable(Timestamp),
  detail: v.nullable(StepDetail),
  captcha: v.nullable(CaptchaView),
  /** The `open` action whose page is open in the browser: the sign-up goes on from there. */
  openedAction: v.nullable(text(bounds.name)),
  /** The org forgets the sign-up at this time. */
  expiresAt: v.nullable(Timestamp),
});
export type StepView = v.InferOutput<typeof StepView>;
