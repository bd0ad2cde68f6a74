import * as v from 'valibot';
import { text, Timestamp } from './common';
import { Misconfiguration } from './misconfigurations';

/** The bounds to which main clamps whatever an org sends. */
export const bounds = {
  name: 300,
  label: 500,
  message: 4000,
  value: 4000,
  fields: 400,
  options: 5_000,
  messages: 50,
  actions: 60,
  links: 60,
  /** A QR code as a `data:` address. */
  image: 200_000,
} as const;

/** An address that the org named. The page knows only its `id`; main opens it on request. */
export const LinkView = v.strictObject({
  id: text(bounds.name),
  /** The org's own words for it. */
  label: v.nullable(text(bounds.label)),
});
export type LinkView = v.InferOutput<typeof LinkView>;

/** A message of the org. `key` selects the app's own text, `text` is the server's, the fallback. */
export const MessageView = v.strictObject({
  level: v.picklist(['error', 'warning', 'info']),
  key: v.nullable(text(bounds.name)),
  params: v.pipe(v.array(text(bounds.label)), v.maxLength(20)),
  text: text(bounds.message),
  /** Where the org says more, or has something to install. */
  links: v.pipe(v.array(LinkView), v.maxLength(20)),
});
export type MessageView = v.InferOutput<typeof MessageView>;

export const unavailableReasons = [
  /** Okta enrolls it only through an administrator: custom OTP, custom app, temporary access code. */
  'administrator',
  /** Duo ended its Web SDK in 2024, on which Okta's own page for it is built. */
  'ended',
  /** It needs a page of the org's own address, which this shell cannot show. */
  'not-here',
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
  /** A language tag (RFC 5646): `en-GB`. */
  'language',
  /** Language and country as Okta joins them: `en_GB`. */
  'locale',
  /** Shown with its value, which the org has set and nobody changes here. */
  'fixed',
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
  /** What the org says of it below its label. */
  description: string | null;
  /** The administrator's own wording: shown as it is, never translated. */
  hasCustomLabel: boolean;
  control: FieldControl;
  isRequired: boolean;
  isSecret: boolean;
  minLength: number | null;
  maxLength: number | null;
  format: string | null;
  /** What the org suggests or has set, never a secret. */
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
  description: v.nullable(text(bounds.message)),
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

/** Solved when the form is sent, outside the wizard. */
export const CaptchaView = v.strictObject({
  kind: v.picklist(['altcha', 'hcaptcha', 'recaptcha', 'unknown']),
  isAvailable: v.boolean(),
});
export type CaptchaView = v.InferOutput<typeof CaptchaView>;

/** Goes up with every view; a submit for an older one is refused without a request. */
const serial = v.pipe(v.number(), v.integer());

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

/** Nobody signs up. */
const IdleView = v.strictObject({ phase: v.literal('idle'), serial });

export const RegistrationState = v.variant('phase', [IdleView, StepView, EndedView]);
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
  /** What was typed for a code is none of this org's; nothing was sent. */
  'no-code',
  /** The link pasted into the code box belongs to another sign-up. */
  'foreign-link',
  /** It belongs to another org, or to no org at all. */
  'other-org-link',
  /** A mail protection has wrapped it so that only its own server can read it. */
  'protected-link',
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
