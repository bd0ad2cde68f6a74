import type { MessageView } from '../../preload/contract/registration/message';
import type { TerminalReason } from '../../preload/contract/registration/ending';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { classifyInteractError, type InteractContext } from '../diagnosis/interact-error';
import { asNumber, asRecord, asString, parseJson } from './idx/json';
import { misconfigurationsOfKeys } from '../diagnosis/message-keys';
import { type ForeignAnswer, foreignAnswers } from '../network/foreign-answer';
import { NoAnswer, OtherIssuer, type Unusable } from './okta-client';
import { apiErrorMessages, connectionMessage, otherHostMessage } from './idx/messages';

export interface StartFailure {
  readonly reason: TerminalReason;
  readonly messages: readonly MessageView[];
  readonly misconfigurations: readonly Misconfiguration[];
}

/**
 * Why a sign-up could not even begin: errors of the metadata, of `interact` and of `introspect`.
 * Okta tells the cases apart by OAuth error and wording only (docs/okta-setup.md).
 *
 * @param thrown what the SDK rejected with
 * @param unusable what its error stands for: a request without an answer, or another issuer
 */
export function toStartFailure(
  thrown: unknown,
  unusable: Unusable | undefined,
  context: InteractContext,
): StartFailure {
  if (unusable instanceof OtherIssuer) {
    return { reason: 'org-not-found', messages: [], misconfigurations: ['issuer-mismatch'] };
  }
  if (unusable instanceof NoAnswer) {
    const { kind, host } = unusable;
    if (kind === 'other-host') {
      return { reason: kind, messages: [otherHostMessage(host ?? '')], misconfigurations: [] };
    }
    const isSaid = kind === 'aborted' || isForeign(kind);
    const messages = isSaid ? [] : [connectionMessage(`network.${kind}`)];
    return { reason: reasonWithoutAnswer(unusable), messages, misconfigurations: [] };
  }
  const response = responseOf(thrown);
  const status = asNumber(response?.['status']) ?? 0;
  const text = asString(response?.['responseText']) ?? '';
  const body = asRecord(parseJson(text)) ?? {};
  const messages = apiErrorMessages(body);
  const misconfigurations = diagnose(body, messages[0]?.text ?? text, context, status);
  return {
    reason: reasonOf(misconfigurations[0], asString(body['error']), status, thrown),
    misconfigurations,
    messages:
      messages.length === 0 && status >= 400 ? [connectionMessage(`http.${status}`)] : messages,
  };
}

/** By Okta's sentence, else by its code; an issuer that is not there can only be a custom one. */
function diagnose(
  body: Readonly<Record<string, unknown>>,
  sentence: string,
  context: InteractContext,
  status: number,
): readonly Misconfiguration[] {
  const code = asString(body['error']) ?? asString(body['errorCode']) ?? null;
  const { misconfigurations } = classifyInteractError(code, sentence, context);
  if (misconfigurations.length > 0) return misconfigurations;
  const told = misconfigurationsOfKeys(code === null ? [] : [code], context);
  if (told.length > 0) return told;
  const isServerGone = status === 404 && code !== null && !context.isOrgIssuer;
  return isServerGone ? ['issuer-unknown', 'no-api-access-management'] : [];
}

function reasonWithoutAnswer({ kind, isUnreadable }: NoAnswer): TerminalReason {
  if (isUnreadable) return 'unreadable-answer';
  if (isForeign(kind)) return kind;
  return kind === 'timeout' ? 'timeout' : 'unreachable';
}

function isForeign(kind: NoAnswer['kind']): kind is ForeignAnswer {
  return foreignAnswers.some((foreign) => foreign === kind);
}

/** What a person signing up is told of the likeliest cause. */
const reasonByCause: Readonly<Partial<Record<Misconfiguration, TerminalReason>>> = {
  'redirect-uri-missing': 'redirect-uri-rejected',
  'scope-not-configured': 'scope-rejected',
  'scopes-rejected': 'scope-rejected',
  'client-unknown': 'client-rejected',
  'web-app': 'client-type-rejected',
  'service-app': 'client-type-rejected',
  'grant-not-on-app': 'interaction-code-disabled',
  'interaction-code-off': 'interaction-code-disabled',
  'no-api-access-management': 'org-not-found',
  'custom-server-refused': 'org-not-found',
  'network-zone': 'network-not-allowed',
  'network-policy': 'network-not-allowed',
  'access-policy-denies': 'no-matching-policy',
  'sign-up-denied': 'sign-up-not-offered',
  'app-not-assigned': 'not-assigned',
  'activation-token-refused': 'activation-link-not-here',
};

function reasonOf(
  cause: Misconfiguration | undefined,
  error: string | undefined,
  status: number,
  thrown: unknown,
): TerminalReason {
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-error';
  const told = cause && reasonByCause[cause];
  if (told) return told;
  if (error === 'access_denied') return 'access-denied';
  return status === 404 || isNoMetadata(thrown) ? 'org-not-found' : 'unknown';
}

/** An answer that is no JSON, or metadata without PKCE: the SDK's own errors carry no response. */
function isNoMetadata(thrown: unknown): boolean {
  return thrown instanceof Error && responseOf(thrown) === undefined;
}

/** The SDK's OAuth errors carry the response as `resp`, its others as `xhr`. */
function responseOf(thrown: unknown): Readonly<Record<string, unknown>> | undefined {
  const error = asRecord(thrown);
  return asRecord(error?.['resp']) ?? asRecord(error?.['xhr']);
}
