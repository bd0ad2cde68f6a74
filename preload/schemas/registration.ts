import * as v from 'valibot';
import { text, Timestamp } from './common';

/** The bounds to which main clamps whatever an org sends. */
export const bounds = {
  name: 300,
  label: 500,
  message: 4000,
  value: 4000,
  fields: 200,
  options: 600,
  messages: 50,
  actions: 60,
} as const;

/** A message of the org. `key` selects the app's own text, `text` is the server's, the fallback. */
export const MessageView = v.strictObject({
  level: v.picklist(['error', 'warning', 'info']),
  key: v.nullable(text(bounds.name)),
  params: v.pipe(v.array(text(bounds.label)), v.maxLength(20)),
  text: text(bounds.message),
});
export type MessageView = v.InferOutput<typeof MessageView>;

/** A method (Okta: authenticator) as the picker and the steps show it. */
export const AuthenticatorView = v.strictObject({
  /** Okta's key: `okta_password`, `okta_email`, `phone_number`, … */
  key: text(bounds.name),
  displayName: text(bounds.label),
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
});
export type AuthenticatorView = v.InferOutput<typeof AuthenticatorView>;

export const fieldControls = [
  'text',
  'email',
  'tel',
  'password',
  'code',
  'select',
  'radio',
  'checkbox',
  'country',
  'timezone',
  /** Options that each carry fields of their own: methods, kinds of security question. */
  'choice',
] as const;
export type FieldControl = (typeof fieldControls)[number];

export interface OptionView {
  /** What is submitted as the field's value. */
  id: string;
  label: string;
  /** Fields to fill in when this option is chosen; only `choice` fields have any. */
  fields: FieldView[];
  authenticator: AuthenticatorView | null;
}

export interface FieldView {
  /** The field's path in the request body, joined by dots; also the control's `name`. */
  name: string;
  label: string;
  /** The administrator's own wording: shown as it is, never translated. */
  hasCustomLabel: boolean;
  control: FieldControl;
  isRequired: boolean;
  isSecret: boolean;
  minLength: number | null;
  maxLength: number | null;
  format: string | null;
  /** What the org suggests, never a secret. */
  value: string | boolean | null;
  options: OptionView[];
  messages: MessageView[];
}

export const OptionView: v.GenericSchema<OptionView> = v.strictObject({
  id: text(bounds.value),
  label: text(bounds.label),
  fields: v.pipe(v.array(v.lazy(() => FieldView)), v.maxLength(bounds.fields)),
  authenticator: v.nullable(AuthenticatorView),
});

export const FieldView: v.GenericSchema<FieldView> = v.strictObject({
  name: text(bounds.name),
  label: text(bounds.label),
  hasCustomLabel: v.boolean(),
  control: v.picklist(fieldControls),
  isRequired: v.boolean(),
  isSecret: v.boolean(),
  minLength: v.nullable(v.number()),
  maxLength: v.nullable(v.number()),
  format: v.nullable(text(bounds.name)),
  value: v.nullable(v.union([text(bounds.value), v.boolean()])),
  options: v.pipe(v.array(OptionView), v.maxLength(bounds.options)),
  messages: v.pipe(v.array(MessageView), v.maxLength(bounds.messages)),
});

/** The password policy of the org, as far as it tells a client (catalogue: `settings.complexity`). */
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
] as const;

export const ActionView = v.strictObject({
  id: text(bounds.name),
  kind: v.picklist(actionKinds),
  /** The remediation or action of the org behind it. */
  name: text(bounds.name),
  label: v.nullable(text(bounds.label)),
});
export type ActionView = v.InferOutput<typeof ActionView>;

/** A code or link on its way to the person. */
export const DeliveryView = v.strictObject({
  channel: v.picklist(['email', 'sms', 'voice']),
  /** Where it went, as the org shows it (often masked). */
  destination: v.nullable(text(bounds.label)),
  /** The message also holds a link that finishes the step. */
  hasLink: v.boolean(),
});
export type DeliveryView = v.InferOutput<typeof DeliveryView>;

export const StepView = v.strictObject({
  phase: v.literal('step'),
  /** Goes up with every view; a submit for an older one is refused without a request. */
  serial: v.pipe(v.number(), v.integer()),
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
  /** The org forgets the sign-up at this time. */
  expiresAt: v.nullable(Timestamp),
});
export type StepView = v.InferOutput<typeof StepView>;

export const terminalReasons = [
  'email-verification-required',
  'sign-up-not-offered',
  'registration-unavailable',
  'not-assigned',
  'no-matching-policy',
  'access-denied',
  'session-expired',
  'too-many-requests',
  'cancelled',
  'account-creation-failed',
  'continued-elsewhere',
  'link-expired',
  'return-to-original',
  'client-rejected',
  'client-type-rejected',
  'redirect-uri-rejected',
  'scope-rejected',
  'interaction-code-disabled',
  'org-not-found',
  'not-an-identity-engine-org',
  'tokens-rejected',
  'clock-skew',
  'unreachable',
  'timeout',
  'server-error',
  'unknown',
] as const;
export const TerminalReason = v.picklist(terminalReasons);
export type TerminalReason = v.InferOutput<typeof TerminalReason>;

export const EndedView = v.strictObject({
  phase: v.literal('ended'),
  serial: v.pipe(v.number(), v.integer()),
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
    }),
  ]),
  messages: v.pipe(v.array(MessageView), v.maxLength(bounds.messages)),
});
export type EndedView = v.InferOutput<typeof EndedView>;

export const RegistrationState = v.variant('phase', [
  v.strictObject({ phase: v.literal('idle') }),
  StepView,
  EndedView,
]);
export type RegistrationState = v.InferOutput<typeof RegistrationState>;

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
  /** The link pasted into the code box belongs to another sign-up. */
  'foreign-link',
  'unreachable',
  'timeout',
  'server-error',
  'too-many-requests',
] as const;
