import type { DoorwayError } from '../../../preload/contract/define';
import type { openErrors, submitErrors } from '../../../preload/contract/registration/request';

/** Every way in which a call of a sign-up can fail. */
type FailureCode =
  DoorwayError | (typeof submitErrors)[number] | (typeof openErrors)[number] | 'no-org';

/** Text keys under `registration.failures`. What a person cannot tell apart has one text. */
const texts: Readonly<Record<FailureCode, string>> = {
  refused: 'internal',
  'invalid-request': 'internal',
  internal: 'internal',
  unreachable: 'unreachable',
  timeout: 'timeout',
  'server-error': 'serverError',
  'network-sign-in': 'networkSignIn',
  'gateway-refused': 'gatewayRefused',
  'gateway-unavailable': 'gatewayUnavailable',
  'request-too-large': 'requestTooLarge',
  'unreadable-answer': 'unreadableAnswer',
  'other-host': 'otherHost',
  'too-many-requests': 'tooManyRequests',
  'stale-view': 'staleView',
  'no-registration': 'noRegistration',
  busy: 'busy',
  'invalid-values': 'invalidValues',
  'no-code': 'noCode',
  'foreign-link': 'foreignLink',
  'other-org-link': 'otherOrgLink',
  'protected-link': 'protectedLink',
  'link-without-effect': 'linkWithoutEffect',
  'not-available': 'notAvailable',
  dismissed: 'dismissed',
  'verification-failed': 'verificationFailed',
  'already-registered': 'alreadyRegistered',
  'not-opened': 'notOpened',
  'no-org': 'noOrg',
};

export function failureText(code: string): string {
  return Object.hasOwn(texts, code) ? texts[code as FailureCode] : texts.internal;
}
