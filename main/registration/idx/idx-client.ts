import { type ForeignAnswer, foreignAnswerOf } from '../../network/foreign-answer';
import type { HttpOutcome, OktaHttp } from '../../network/okta-http';
import type { MessageView } from '../../../preload/contract/registration/message';
import { apiErrorMessages, connectionMessage, messagesOf } from './messages';
import { retryAfterOf } from '../../network/retry-after';
import { readJson } from '../../network/read-json';
import { asRecord, type JsonRecord } from './json';
import { type IdxResponse, remediationsOf } from './remediation';

/** What came of one request to the Identity Engine. */
export type IdxOutcome =
  | { readonly kind: 'response'; readonly response: IdxResponse }
  | { readonly kind: 'no-answer'; readonly reason: 'unreachable' | 'timeout' | 'aborted' }
  /** Nothing was sent: the org's answer names another host to send it to. */
  | { readonly kind: 'other-host'; readonly host: string }
  /** An answer beyond all measure, of the org or of somebody on the way. */
  | { readonly kind: 'unreadable-answer'; readonly messages: readonly MessageView[] }
  /** A page of a proxy, an empty answer, a 5xx: nothing that can be shown as a step. */
  | {
      readonly kind: 'server-error';
      readonly messages: readonly MessageView[];
      /** Where it is not the org that answered. */
      readonly foreign?: ForeignAnswer;
    }
  | {
      readonly kind: 'too-many-requests';
      readonly messages: readonly MessageView[];
      /** Seconds. */
      readonly retryAfter: number | null;
    };

export interface IdxClient {
  /** Posts once and never again by itself: a second send could act twice. */
  post(href: string, body: object): Promise<IdxOutcome>;
  /** Asks where a sign-up stands; changes nothing. */
  introspect(handle: { interactionHandle: string } | { stateToken: string }): Promise<IdxOutcome>;
  /** Server clock minus this machine's in milliseconds, by the last answer. */
  readonly clockOffset: number;
}

const ionJson = 'application/ion+json; okta-version=1.0.0';

/**
 * The forms of the Identity Engine, posted as the answer describes them.
 *
 * The SDK's own `proceed` is not used for it: it refuses an answer with an unresolved `relatesTo`,
 * changes the answer in place, and leaves nested immutable values and field errors to the caller.
 */
export function createIdxClient(options: {
  http: OktaHttp;
  orgUrl: string;
  userAgent: Readonly<Record<string, string>>;
  now: () => number;
}): IdxClient {
  let clockOffset = 0;

  async function send(href: string, body: object, contentType: string): Promise<IdxOutcome> {
    const outcome = await options.http.send({
      method: 'POST',
      url: href,
      headers: { ...options.userAgent, 'Content-Type': contentType, Accept: ionJson },
      body: JSON.stringify(body),
    });
    if (outcome.kind === 'answered') {
      const date = Date.parse(outcome.headers['date'] ?? '');
      if (Number.isFinite(date)) clockOffset = date - options.now();
    }
    return toIdxOutcome(outcome, {
      serverNow: options.now() + clockOffset,
      isAside: /\/(poll|resend)([?#]|$)/.test(href),
    });
  }

  return {
    post: (href, body) => send(href, body, 'application/json'),
    introspect: (handle) => send(`${options.orgUrl}/idp/idx/introspect`, handle, ionJson),
    get clockOffset() {
      return clockOffset;
    },
  };
}

function toIdxOutcome(
  outcome: HttpOutcome,
  { serverNow, isAside }: { serverNow: number; isAside: boolean },
): IdxOutcome {
  const foreign = foreignAnswerOf(outcome);
  if (foreign !== null) {
    const status = 'status' in outcome ? outcome.status : 0;
    return { ...serverError(status, []), foreign };
  }
  if (outcome.kind === 'other-host') return outcome;
  if (!('status' in outcome)) {
    const isLost = outcome.kind === 'tls' || outcome.kind === 'redirected';
    return { kind: 'no-answer', reason: isLost ? 'unreachable' : outcome.kind };
  }
  const tooMany = (messages: readonly MessageView[]): IdxOutcome => ({
    kind: 'too-many-requests',
    messages,
    retryAfter: retryAfterOf(outcome.headers, serverNow),
  });
  if (outcome.kind === 'too-large' && outcome.status < 500 && outcome.status !== 429) {
    return unreadable('network.too-large');
  }
  const reading = readJson(outcome.kind === 'answered' ? outcome.text : '');
  if (reading.kind === 'out-of-bounds') return unreadable('network.unreadable');
  const body = reading.kind === 'json' ? asRecord(reading.value) : undefined;
  if (body === undefined) {
    // Also a proxy or a content delivery network asks for a pause.
    return outcome.status === 429 ? tooMany([]) : serverError(outcome.status, []);
  }
  const response = { status: outcome.status, body };
  // A form redrawn with its messages is an answer like any other, whatever the status.
  if (remediationsOf(response).length > 0) return { kind: 'response', response };
  const messages = [...messagesOf(body), ...apiErrorMessages(body)];
  // The API's rate limit passes (E0000047). The Identity Engine's own refusal of too many attempts ends
  // a sign-up, except beside its form: then the form stays.
  if (outcome.status === 429 && (isAside || !('version' in body))) return tooMany(messages);
  if (outcome.status >= 500 || !isIdxAnswer(body)) return serverError(outcome.status, messages);
  return { kind: 'response', response };
}

function unreadable(key: 'network.too-large' | 'network.unreadable'): IdxOutcome {
  return { kind: 'unreadable-answer', messages: [connectionMessage(key)] };
}

/** A proxy on the way says who it is by the status alone. */
function serverError(
  status: number,
  messages: readonly MessageView[],
): Extract<IdxOutcome, { kind: 'server-error' }> {
  const isSilent = messages.length === 0 && status >= 400;
  return {
    kind: 'server-error',
    messages: isSilent ? [connectionMessage(`http.${status}`)] : messages,
  };
}

/** One of them is in every answer of the Identity Engine, and in every refusal of Okta's API. */
const idxNames = [
  'version',
  'stateHandle',
  'messages',
  'success',
  'successWithInteractionCode',
  'deviceEnrollment',
  'errorCode',
  'errorSummary',
  'error',
];

/** Anything else is somebody else's JSON: a proxy, a portal, an empty object. */
function isIdxAnswer(body: JsonRecord): boolean {
  return idxNames.some((name) => name in body);
}
