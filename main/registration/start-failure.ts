import type { MessageView, TerminalReason } from '../../preload/schemas/registration';
import type { ConnectionReport } from '../../preload/schemas/settings';
import { classifyInteractError, type InteractContext } from '../network/interact-error';
import { asNumber, asRecord, asString, parseJson } from './idx/json';
import { NoAnswer } from './okta-client';
import { apiErrorMessages, connectionMessage } from './view/messages';

export interface StartFailure {
  readonly reason: TerminalReason;
  readonly messages: readonly MessageView[];
}

/**
 * Why a sign-up could not even begin: errors of the metadata, of `interact` and of `introspect`.
 * Okta tells the cases apart by OAuth error and wording only (error catalogue).
 *
 * @param thrown what the SDK rejected with
 * @param noAnswer the request that got no answer, if that was the reason
 */
export function toStartFailure(
  thrown: unknown,
  noAnswer: NoAnswer | undefined,
  context: InteractContext,
): StartFailure {
  if (noAnswer) {
    const { kind } = noAnswer;
    const messages = kind === 'aborted' ? [] : [connectionMessage(`network.${kind}`)];
    return { reason: reasonWithoutAnswer(noAnswer), messages };
  }
  const response = responseOf(thrown);
  const status = asNumber(response?.['status']) ?? 0;
  const body = asRecord(parseJson(asString(response?.['responseText']) ?? '')) ?? {};
  const messages = apiErrorMessages(body);
  const [finding] = classifyInteractError(
    asString(body['error']) ?? null,
    messages[0]?.text ?? '',
    context,
  );
  return {
    reason: reasonOf(finding, asString(body['error']), status, thrown),
    messages:
      messages.length === 0 && status >= 400 ? [connectionMessage(`http.${status}`)] : messages,
  };
}

function reasonWithoutAnswer({ kind }: NoAnswer): TerminalReason {
  return kind === 'timeout' ? 'timeout' : 'unreachable';
}

/** What a connection test calls a finding, a person signing up is told like this. */
const reasonByFinding: Readonly<Partial<Record<ConnectionReport['finding'], TerminalReason>>> = {
  'redirect-uri-rejected': 'redirect-uri-rejected',
  'scope-rejected': 'scope-rejected',
  'client-rejected': 'client-rejected',
  'client-type-rejected': 'client-type-rejected',
  'grant-not-allowed': 'interaction-code-disabled',
  'interaction-code-disabled': 'interaction-code-disabled',
  'issuer-mismatch': 'org-not-found',
  'network-zone': 'access-denied',
  'no-matching-policy': 'no-matching-policy',
  'sign-up-not-offered': 'sign-up-not-offered',
};

function reasonOf(
  finding: ConnectionReport['finding'],
  error: string | undefined,
  status: number,
  thrown: unknown,
): TerminalReason {
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-error';
  const told = reasonByFinding[finding];
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
