import type { MessageView, TerminalReason } from '../../../preload/schemas/registration';
import { asString, dig } from '../idx/json';
import type { IdxResponse } from '../idx/remediation';
import { apiErrorMessages, messagesOf } from './messages';

/** Message keys that end a sign-up, by what they mean for the person (catalogue 1.4 U and 2.1). */
const reasonByKey: Readonly<Record<string, TerminalReason>> = {
  'idx.email.verification.required': 'email-verification-required',
  'idx.transferred.to.new.tab': 'continued-elsewhere',
  'idx.return.to.original.tab': 'return-to-original',
  'idx.enter.otp.in.original.tab': 'return-to-original',
  'idx.return.link.expired': 'link-expired',
  'idx.return.stale': 'link-expired',
  'idx.return.error': 'link-expired',
  'idx.session.expired': 'session-expired',
  'error.expired.session': 'session-expired',
  'core.system.transaction_resource_not_found': 'session-expired',
  E0000011: 'session-expired',
  'idx.operation.cancelled.by.user': 'cancelled',
  'idx.operation.cancelled.on.other.device': 'cancelled',
  'idx.error.user.not.assigned.to.app': 'not-assigned',
  'idx.error.code.user_not_assigned': 'not-assigned',
  'idx.error.code.no_matching_policy': 'no-matching-policy',
  'oie.assurance.unsatisfiable': 'no-matching-policy',
  'idx.error.registration.unavailable': 'registration-unavailable',
  'oie.registration.is.not.enabled': 'sign-up-not-offered',
  'registration.error.generic': 'account-creation-failed',
  'registration.error.request.not.completed': 'account-creation-failed',
  'security.access_denied': 'access-denied',
  'security.access_denied_custom_message': 'access-denied',
  access_denied: 'access-denied',
  E0000006: 'access-denied',
  tooManyRequests: 'too-many-requests',
  E0000047: 'too-many-requests',
  E0000010: 'server-error',
  E0000009: 'server-error',
};

export interface TerminalAnswer {
  readonly reason: TerminalReason;
  readonly messages: readonly MessageView[];
}

/** What an answer without any form says: the first message with a known key decides. */
export function toTerminalAnswer(response: IdxResponse): TerminalAnswer {
  const messages = [...messagesOf(response.body), ...apiErrorMessages(response.body)];
  const reason = messages
    .map(({ key }) => (key !== null && Object.hasOwn(reasonByKey, key) ? reasonByKey[key] : null))
    .find((known) => known !== null && known !== undefined);
  return { reason: reason ?? reasonByStatus(response.status), messages };
}

function reasonByStatus(status: number): TerminalReason {
  if (status === 429) return 'too-many-requests';
  if (status === 401) return 'session-expired';
  if (status === 403) return 'access-denied';
  return status >= 500 ? 'server-error' : 'unknown';
}

/** The code that ends a successful sign-up, to be exchanged for tokens. */
export function interactionCodeOf(response: IdxResponse): string | undefined {
  const values = dig(response.body, 'successWithInteractionCode', 'value');
  if (!Array.isArray(values)) return undefined;
  const code: unknown = values.find((value) => dig(value, 'name') === 'interaction_code');
  return asString(dig(code, 'value'));
}
