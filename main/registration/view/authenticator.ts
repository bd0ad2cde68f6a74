import { type AuthenticatorView } from '../../../preload/contract/registration/authenticator';
import { bounds } from '../../../preload/contract/registration/bounds';
import {
  asNumber,
  asRecord,
  asRecords,
  asString,
  clamp,
  dig,
  type JsonRecord,
  resolveRelatesTo,
} from '../idx/json';
import type { IdxResponse, Remediation } from '../idx/remediation';
import { type Capabilities, needsOf, unavailabilityOf } from './availability';

/**
 * The raw authenticator that a form is about: the one that the form names, else the one that the
 * answer does. A reference that leads nowhere is as good as none.
 */
export function authenticatorOf(
  response: IdxResponse,
  remediation: Remediation,
): JsonRecord | undefined {
  const related = resolveRelatesTo(response.body, remediation.raw['relatesTo']);
  if (asString(related?.['key']) !== undefined) return related;
  const isAboutOne = formsAboutOne.test(remediation.name) || enrollsProvider(response, remediation);
  return isAboutOne ? namedByAnswer(response, remediation) : undefined;
}

/** A challenge is about what somebody has, a set-up about what they are to have. */
function namedByAnswer({ body }: IdxResponse, { name }: Remediation): JsonRecord | undefined {
  const enrollment = asRecord(dig(body, 'currentAuthenticatorEnrollment', 'value'));
  const current = asRecord(dig(body, 'currentAuthenticator', 'value'));
  return name.startsWith('challenge-') ? (enrollment ?? current) : (current ?? enrollment);
}

const formsAboutOne =
  /^(enroll-authenticator|authenticator-enrollment-data|authenticator-verification-data|enroll-poll|select-enrollment-channel|enrollment-channel-data|challenge-authenticator|challenge-poll|resend|reset-authenticator)/;

/** Tells the set-up of a provider as a method from a sign-in with it, which has the same name. */
export function enrollsProvider({ body }: IdxResponse, { name, raw }: Remediation): boolean {
  if (name !== 'redirect-idp') return false;
  const current = asString(dig(body, 'currentAuthenticator', 'value', 'key')) ?? '';
  return raw['relatesTo'] !== undefined || ['external_idp', 'smart_card_idp'].includes(current);
}

export function toAuthenticatorView(
  response: IdxResponse,
  raw: JsonRecord | undefined,
  capabilities: Capabilities,
  optionLabel?: string,
): AuthenticatorView | null {
  const key = asString(raw?.['key']) ?? asString(raw?.['type']);
  if (raw === undefined || key === undefined) return null;
  const description = asString(raw['description']);
  return {
    key: clamp(key, bounds.name),
    displayName: clamp(asString(raw['displayName']) ?? optionLabel ?? key, bounds.label),
    profile: profileOf(raw, optionLabel),
    description: description === undefined ? null : clamp(description, bounds.message),
    methods: asRecords(raw['methods'])
      .flatMap(({ type }) => asString(type) ?? [])
      .map((type) => clamp(type, 50))
      .slice(0, 20),
    usage: usageOf(raw['allowedFor']),
    gracePeriod: gracePeriodOf(raw['gracePeriod']),
    isEnrolled: isEnrolled(response, key),
    unavailable: unavailabilityOf(key, raw, response, capabilities),
    needs: needsOf(key, capabilities),
  };
}

/** What tells one enrollment from another: where it reaches the person, or how they named it. */
function profileOf(raw: JsonRecord, optionLabel: string | undefined): string | null {
  const profile = asRecord(raw['profile']);
  const named = [raw['nickname'], profile?.['deviceName'], raw['displayName']];
  const found = [
    profile?.['phoneNumber'],
    profile?.['email'],
    // An enrollment's name is the method's own unless the person, or the maker of a key, gave one.
    ...(raw['credentialId'] === undefined ? named.slice(0, 2) : named),
  ]
    .map(asString)
    .find((text) => text !== undefined && text !== '' && text !== optionLabel);
  return found === undefined ? null : clamp(found, bounds.label);
}

function usageOf(allowedFor: unknown): AuthenticatorView['usage'] {
  if (allowedFor === 'sso') return 'access';
  if (allowedFor === 'recovery' || allowedFor === 'any' || allowedFor === 'none') return allowedFor;
  return null;
}

/** By date or by count; a recording has a date without the type. */
function gracePeriodOf(value: unknown): AuthenticatorView['gracePeriod'] {
  const raw = asRecord(value);
  const expiry = Date.parse(asString(raw?.['expiry']) ?? '');
  if (Number.isFinite(expiry)) return { kind: 'date', expiry };
  const remaining = asNumber(raw?.['remainingSkips']);
  return remaining === undefined ? null : { kind: 'count', remaining: Math.trunc(remaining) };
}

function isEnrolled(response: IdxResponse, key: string): boolean {
  return asRecords(dig(response.body, 'authenticatorEnrollments', 'value')).some(
    (enrollment) => enrollment['key'] === key,
  );
}
