import type { Account } from './accounts';
import type { Field, FieldMessages, Form } from './form';
import type { Message } from './messages';
import type { Transaction } from './transactions';
import type { Org } from './org';
import type { Usage } from '../policy/authenticators';
import type { AuthenticatorKey, Policy } from '../policy/schema';

/** A method people can set up. A new one is a new file, and a row in `registry.ts`. */
export interface Authenticator {
  readonly key: AuthenticatorKey;
  /** Okta's `type`, as in `authenticators.value[].type`. */
  readonly type: string;
  readonly displayName: string;
  /** What it may be used for later: signing in (`sso`), recovering the account, or both. */
  readonly allowedFor: Usage;
  methods(policy: Policy): readonly string[];
  /** The fields of its option in the picker, after `id`. */
  optionFields(policy: Policy): readonly Field[];
  /** `POST credential/enroll` with its id. A refusal is shown on the enrollment it leads to. */
  begin(context: EnrollmentContext, chosen: Chosen): Begun;
}

export interface EnrollmentContext {
  readonly org: Org;
  readonly transaction: Transaction;
  readonly account: Account;
  /** For addresses in mails. */
  readonly origin: string;
}

/** What the client sent inside `authenticator`, besides the id. */
export type Chosen = Readonly<Record<string, unknown>>;

export type Begun =
  | { readonly enrollment: Enrollment; readonly refusal?: Refusal }
  /** It cannot be set up here: the list of methods stays, with the reason. */
  | { readonly enrollment: null; readonly refusal: Refusal };

/** One method being set up. */
export interface Enrollment {
  readonly authenticator: Authenticator;
  view(): EnrollmentView;
  /** `POST challenge/answer`. */
  answer(credentials: Readonly<Record<string, unknown>>): EnrollmentResult;
  /** `POST challenge/resend`, where it can be sent again. */
  resend?(): EnrollmentResult;
  /** `POST challenge/send`: where to send what the method needs. */
  send?(body: Readonly<Record<string, unknown>>): EnrollmentResult;
  /** A poll, where it brings more than the same form again. */
  poll?(): EnrollmentResult;
  /** The person finished it in another window since the last request. */
  isFinishedElsewhere?(): boolean;
  /** What the phone it is waiting for did. */
  report?(outcome: PhoneOutcome): void;
  /** The identity provider that it is finished at. */
  readonly provider?: EnrollmentProvider;
}

/** Whether Okta Verify added the account, or why it cannot. */
export const phoneOutcomes = ['approved', 'biometrics', 'version', 'incompatible'] as const;
export type PhoneOutcome = (typeof phoneOutcomes)[number];

export interface EnrollmentProvider {
  readonly id: string;
  readonly name: string;
  finish(outcome: 'done' | 'failed'): void;
}

export interface EnrollmentView {
  readonly form: Form;
  /** Forms of the same method beside it. */
  readonly alongside?: readonly Form[];
  /** Added to `currentAuthenticator.value`. */
  readonly contextualData?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly methods?: readonly string[];
  readonly canResend?: boolean;
  /** What `resend` is told, immutable. */
  readonly resendFields?: readonly Field[];
  readonly canPoll?: boolean;
  /** Whether waiting can be given up by an action of its own. */
  readonly canCancelPolling?: boolean;
}

export type EnrollmentResult =
  | {
      readonly kind: 'enrolled';
      readonly methods: readonly string[];
      /** Of a passkey, base64url: clients leave it out when another is made. */
      readonly credentialId?: string;
    }
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** It cannot be set up any more, and the sign-up ends here. */
  | { readonly kind: 'ended'; readonly status: number; readonly messages: readonly Message[] }
  /** Too many wrong answers: the sign-up ends here. */
  | { readonly kind: 'locked' };

/** A 4xx answer that shows the form again. */
export interface Refusal {
  readonly status: number;
  readonly messages?: readonly Message[];
  readonly fields?: FieldMessages;
}
