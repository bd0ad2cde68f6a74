import { bounds } from '../../../preload/contract/registration/bounds';
import {
  type EndingDetail,
  type TerminalReason,
} from '../../../preload/contract/registration/ending';
import { type LinkView, type MessageView } from '../../../preload/contract/registration/message';
import { asString, dig } from '../idx/json';
import type { IdxResponse } from '../idx/remediation';
import { endingDetailOf } from './detail';
import { LinkBook } from '../idx/links';
import { apiErrorMessages, messagesOf } from '../idx/messages';

/** Message keys that end a sign-up, by what they mean for the person (docs/sign-up-steps.md, "Messages"). */
const reasonByKey: Readonly<Record<string, TerminalReason>> = {
  'idx.email.verification.required': 'email-verification-required',
  'idx.transferred.to.new.tab': 'continued-elsewhere',
  'idx.return.to.original.tab': 'return-to-original',
  'idx.enter.otp.in.original.tab': 'code-for-original',
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
  'idx.expired.activation.token': 'activation-link-expired',
  'idx.missing.activation.token': 'activation-link-invalid',
  'idx.activating.inactive.user': 'account-suspended',
  'idx.request.activation.email': 'activation-mail-sent',
  'idx.error.server.safe.mode.enrollment.unavailable': 'set-up-unavailable',
  'idx.identity.provider.auth.error': 'identity-provider-failed',
  'oie.feature.disabled': 'feature-not-enabled',
  'oie.configuration.error': 'client-rejected',
  unauthorized_client: 'interaction-code-disabled',
  E0000010: 'server-error',
  E0000009: 'server-error',
};

export interface TerminalAnswer {
  readonly reason: TerminalReason;
  readonly messages: readonly MessageView[];
  readonly detail: EndingDetail | null;
  /** Where the org sends a browser from here. */
  readonly links: readonly LinkView[];
  readonly book: LinkBook;
}

/** What an answer without any form says: the first message with a known key decides. */
export function toTerminalAnswer(response: IdxResponse, orgUrl: string): TerminalAnswer {
  const { body, status } = response;
  const book = new LinkBook(orgUrl);
  const messages = [...messagesOf(body, book), ...apiErrorMessages(body)].slice(0, bounds.messages);
  const detail = endingDetailOf(response, book);
  const links = ['success', 'failure'].flatMap((name) =>
    book.view(asString(dig(body, name, 'href')), undefined),
  );
  const reason =
    reasonByMessage(messages) ??
    (detail?.kind === 'device-enrollment' ? 'device-enrollment-required' : undefined) ??
    (links.length > 0 ? 'continue-in-browser' : undefined) ??
    reasonByStatus(status);
  return { reason, messages, detail, links, book };
}

function reasonByMessage(messages: readonly MessageView[]): TerminalReason | undefined {
  for (const { key, text } of messages) {
    if (key === 'access_denied' && /feature is not enabled/i.test(text)) {
      return 'feature-not-enabled';
    }
    if (key !== null && Object.hasOwn(reasonByKey, key)) return reasonByKey[key];
    if (key !== null && deviceAssurance.test(key)) return 'device-not-compliant';
  }
  return undefined;
}

const deviceAssurance = /device_assurance\.(remediation|grace_period)|^device\.assurance\./;

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
