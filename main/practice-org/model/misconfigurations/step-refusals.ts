import { messages, type Message } from '../messages';
import { both, defect, orgIs, type Change } from './change';

const profileField = (message: (label: string) => Message) =>
  defect({ profile: { kind: 'field', message } });

const hookEnds = (message: Message) =>
  both(orgIs({ hasRegistrationHook: true }), defect({ profile: { kind: 'end', message } }));

const phone = (status: number, message: (method: 'sms' | 'voice') => Message) =>
  defect({ phone: { status, message } });

/** What is said of whatever a person enters. */
export const stepRefusals = {
  'hook-denies': hookEnds(messages.registrationFailed),
  'hook-fails': hookEnds(messages.requestNotCompleted),
  'duplicate-account': profileField(messages.notUnique),
  'invalid-login-email': profileField(messages.invalidLoginEmail),
  'pattern-mismatch': profileField(messages.doesNotMatchPattern),
  'password-refused': defect({ password: messages.commonPassword }),
  'code-refused': defect({ code: 'wrong' }),
  'code-timed-out': defect({ code: 'timed-out' }),
  'phone-invalid': phone(400, () => messages.invalidPhone),
  'phone-region-blocked': phone(403, () => messages.phoneRegionBlocked),
  'phone-limit-reached': phone(403, (method) => messages.limitReached[method]),
  'session-expired': defect({ expiresAfterProfile: true }),
} as const satisfies Readonly<Record<string, Change>>;
