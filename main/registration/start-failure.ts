import type { MessageView, TerminalReason } from '../../preload/schemas/registration';
import { asNumber, asRecord, asString, parseJson } from './idx/json';
import { NoAnswer } from './okta-client';
import { apiErrorMessages } from './view/messages';

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
export function toStartFailure(thrown: unknown, noAnswer: NoAnswer | undefined): StartFailure {
  if (noAnswer) return { reason: reasonWithoutAnswer(noAnswer), messages: [] };
  const xhr = asRecord(asRecord(thrown)?.['xhr']);
  const status = asNumber(xhr?.['status']) ?? 0;
  const body = asRecord(parseJson(asString(xhr?.['responseText']) ?? '')) ?? {};
  const messages = apiErrorMessages(body);
  const text = messages[0]?.text ?? '';
  return { reason: reasonOf(asString(body['error']), text, status, thrown), messages };
}

function reasonWithoutAnswer({ kind }: NoAnswer): TerminalReason {
  return kind === 'timeout' ? 'timeout' : 'unreachable';
}

function reasonOf(
  error: string | undefined,
  text: string,
  status: number,
  thrown: unknown,
): TerminalReason {
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-error';
  if (/redirect_uri/i.test(text)) return 'redirect-uri-rejected';
  if (error === 'invalid_scope' || /requested scopes/i.test(text)) return 'scope-rejected';
  if (/client credentials|client authentication|application_type/i.test(text)) {
    return 'client-type-rejected';
  }
  if (error === 'invalid_client') return 'client-rejected';
  if (error === 'unauthorized_client') return 'interaction-code-disabled';
  if (/not enabled|isn't enabled/i.test(text)) return 'interaction-code-disabled';
  if (error === 'access_denied') return 'access-denied';
  if (status === 404 || isNoMetadata(thrown)) return 'org-not-found';
  return 'unknown';
}

/** An answer that is no JSON, or metadata without PKCE: the SDK's own errors carry no response. */
function isNoMetadata(thrown: unknown): boolean {
  return thrown instanceof Error && asRecord(thrown)?.['xhr'] === undefined;
}
