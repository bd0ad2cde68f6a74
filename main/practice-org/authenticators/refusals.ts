import type { FieldMessages } from '../model/form';
import { messages, type Message } from '../model/messages';
import type { Org } from '../model/org';
import type { EnrollmentResult } from '../model/authenticator';

/** The form again, with messages on its fields. */
export function refuseFields(fields: FieldMessages, status = 400): EnrollmentResult {
  return { kind: 'refused', refusal: { status, fields } };
}

/** The form again, with a message above it. */
export function refuse(message: Message, status = 400): EnrollmentResult {
  return { kind: 'refused', refusal: { status, messages: [message] } };
}

/** Counts wrong codes. Each is told on its field; too many end the sign-up. */
export function createAttempts({ policy }: Org) {
  let wrong = 0;
  return {
    refuse(field = 'credentials.passcode'): EnrollmentResult {
      wrong += 1;
      if (wrong >= policy.attemptsBeforeLock) return { kind: 'locked' };
      return refuseFields({ [field]: [messages.invalidPasscode] }, 401);
    },
  };
}

/** Messages for those of the fields that nothing was typed into; null where all are filled in. */
export function blankFields(
  credentials: Readonly<Record<string, unknown>>,
  names: readonly string[],
): EnrollmentResult | null {
  const blank = names.filter((name) => typed(credentials, name) === '');
  if (blank.length === 0) return null;
  return refuseFields(
    Object.fromEntries(blank.map((name) => [`credentials.${name}`, [messages.required]])),
  );
}

export function typed(credentials: Readonly<Record<string, unknown>>, name: string): string {
  const value = credentials[name];
  return typeof value === 'string' ? value.trim() : '';
}
