import { foreignAnswerOf } from '../../network/foreign-answer';
import { misconfigurationsOfKeys } from '../../diagnosis/message-keys';
import { type Json, parseObject, textOf } from '../json';
import { cannotTell, failed, type Outcome } from '../outcome';
import { type Reply, send } from '../request';
import { readIdxAnswer } from './idx-answer';
import { networkFailureCauses } from './network-failure';
import type { Visit } from './visit';

/** Characters; what is longer is a page. */
const longestSentence = 300;

/** An org's answer. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Null where the body is not a JSON object: a proxy's page, a web site that is no org. */
  readonly json: Json | null;
}

export type Asked =
  { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly outcome: Outcome };

/** What says the same wherever it comes: no answer, a proxy's page, a pause, a server in trouble. */
export async function ask(
  visit: Visit,
  url: string,
  init: Parameters<typeof send>[2],
): Promise<Asked> {
  const { sending, timings, connection } = visit;
  const began = Date.now();
  let answer: Answer;
  try {
    const reply = await send(sending, url, init);
    const ended = Date.now();
    timings.push({ milliseconds: ended - began, skew: skewOf(reply.headers, began, ended) });
    const { status, text } = reply;
    if (isFromTheWay(reply)) {
      const detail = errorText({ status, text, json: parseObject(text) });
      return { ok: false, outcome: cannotTell(['proxy-refuses'], { detail, isFinal: true }) };
    }
    answer = { status, text, json: parseObject(text) };
  } catch (error) {
    const field = new URL(url).origin === connection.orgUrl ? 'orgUrl' : 'issuer';
    const causes = networkFailureCauses(error);
    const isSure =
      causes[0] === 'certificate-not-trusted' || causes[0] === 'client-certificate-wanted';
    const found = (isSure ? failed : cannotTell)(causes, { field, isFinal: true });
    return { ok: false, outcome: found };
  }
  const outcome = judgeTransport(answer);
  return outcome ? { ok: false, outcome } : { ok: true, value: answer };
}

function judgeTransport(answer: Answer): Outcome | null {
  const { status, json, text } = answer;
  const detail = errorText(answer);
  const rest = { detail, isFinal: true };
  if (status === 403 && /access denied by network policy/i.test(detail ?? text)) {
    return failed(['network-policy'], rest);
  }
  if (status === 429) return cannotTell(['rate-limited'], rest);
  if (textOf(json, 'errorCode') === 'E0000010') return failed(['org-read-only'], rest);
  if (textOf(json, 'errorCode') === 'E0000060') return failed(['classic-sign-up'], rest);
  if (status < 500) return null;
  const keys = readIdxAnswer(json)?.keys ?? [];
  const isTold = misconfigurationsOfKeys(keys, { isOrgIssuer: false }).length > 0;
  return isTold ? null : cannotTell(['server-error'], rest);
}

/**
 * What only stands between this computer and the org answers so: a proxy or a network that wants a
 * sign-in (407; 511, RFC 6585 section 6), or a page of a gateway that refuses.
 */
export function isFromTheWay({ status, headers, text }: Reply): boolean {
  const foreign = foreignAnswerOf({
    kind: 'answered',
    status,
    headers: Object.fromEntries(headers),
    text,
  });
  // A page or a redirect may be a web site that is no org; a gateway without its server is in trouble.
  return foreign !== null && foreign !== 'gateway-unavailable' && status >= 400;
}

/** The org's own sentence, of OAuth's form, of the API's or of no form at all; no page of anybody's. */
export function errorText({ json, text }: Answer): string | null {
  if (json !== null) return textOf(json, 'error_description') ?? textOf(json, 'errorSummary');
  const plain = text.trim();
  const isSentence = plain.length > 0 && plain.length <= longestSentence && !plain.includes('<');
  return isSentence ? plain : null;
}

/** `Date` is in whole seconds (RFC 9110 section 5.6.7): half of one is added to be in the middle. */
function skewOf(headers: Headers, began: number, ended: number): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date + 500 - (began + ended) / 2;
}
