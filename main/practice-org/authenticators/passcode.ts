import { timingSafeEqual } from 'node:crypto';
import { messages } from '../model/messages';
import { group, type Form } from '../model/form';
import { oneTimeCode } from '../ids';
import type { Org } from '../model/org';
import { answerForm } from './answer-form';
import type { EnrollmentResult } from '../model/authenticator';
import { createAttempts, refuseFields } from './refusals';

/** A code that was sent to the person, and what may still be tried. */
export interface Passcode {
  /** Makes a new code; the one before is worth nothing from here on. */
  renew(): string;
  readonly current: string;
  isExpired(): boolean;
  /** Checks what was typed. A wrong code is told on the field; too many end the sign-up. */
  answer(typed: unknown, methods: readonly string[]): EnrollmentResult;
}

export function createPasscode(org: Org): Passcode {
  let code = '';
  let expiresAt = 0;
  const attempts = createAttempts(org);
  const isExpired = () => org.now() >= expiresAt;
  return {
    renew() {
      code = oneTimeCode(org.policy.codeLength, org.policy.codeFormat);
      expiresAt = org.now() + org.policy.codeLifetimeSeconds * 1000;
      return code;
    },
    get current() {
      return code;
    },
    isExpired,
    answer(typed, methods) {
      const text = typeof typed === 'string' ? typed.trim() : '';
      if (text === '') return refuseFields({ 'credentials.passcode': [messages.required] });
      const { code: defect } = org.setup.defects;
      if (defect) return defect === 'timed-out' ? timedOut : wrong;
      if (isSame(text, code) && !isExpired()) return { kind: 'enrolled', methods };
      return attempts.refuse();
    },
  };
}

/** However often it is tried: the sign-up does not end over it. */
const wrong = refuseFields({ 'credentials.passcode': [messages.invalidPasscode] }, 401);
const timedOut: EnrollmentResult = {
  kind: 'ended',
  status: 404,
  messages: [messages.verificationTimedOut],
};

function isSame(typed: string, code: string): boolean {
  const left = Buffer.from(typed.toUpperCase());
  const right = Buffer.from(code);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Okta says a code's format and length only where they are not six digits. */
export function passcodeForm({ policy }: Org): Form {
  const { codeLength, codeFormat } = policy;
  const isUsual = codeLength === 6 && codeFormat === 'numeric';
  return answerForm(
    group('credentials', [
      {
        name: 'passcode',
        label: 'Enter code',
        ...(!isUsual && { minLength: codeLength, maxLength: codeLength }),
        ...(codeFormat === 'alphanumeric' && { format: 'alphanumeric' }),
      },
    ]),
  );
}
