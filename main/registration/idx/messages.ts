import { bounds } from '../../../preload/contract/registration/bounds';
import { type MessageView } from '../../../preload/contract/registration/message';
import { sentenceOf } from '../../diagnosis/sentences';
import { asRecord, asRecords, asString, asWords, clamp, dig, type JsonRecord } from './json';
import type { LinkBook } from './links';

/** The messages of an answer or a field, clamped to the contract's bounds. */
export function messagesOf(carrier: JsonRecord | undefined, links?: LinkBook): MessageView[] {
  return asRecords(dig(carrier, 'messages', 'value'))
    .flatMap((raw) => [raw, ...manualWay(raw)])
    .slice(0, bounds.messages)
    .map((raw) => toMessage(raw, links));
}

/** How to do by hand what the org would have Okta Verify do: a message within the message. */
function manualWay(raw: JsonRecord): JsonRecord[] {
  const message = asRecord(dig(raw, 'deviceRemediation', 'value', 'fallback', 'message'));
  return message ? [message] : [];
}

/**
 * Answers that are no Identity Engine forms: Okta's API errors (`errorCode`) and OAuth errors.
 * Their code serves as the message key.
 */
export function apiErrorMessages(body: JsonRecord): MessageView[] {
  const key = asString(body['errorCode']) ?? asString(body['error']) ?? '';
  const text = asString(body['errorSummary']) ?? asString(body['error_description']) ?? '';
  if (key === '' && text === '') return [];
  const causes = asRecords(body['errorCauses'])
    .flatMap(({ errorSummary }) => asString(errorSummary) ?? [])
    .filter((cause) => cause !== '' && cause !== text);
  return [errorMessage(key, text), ...causes.map((cause) => errorMessage('', cause))].slice(
    0,
    bounds.messages,
  );
}

function errorMessage(key: string, text: string): MessageView {
  return {
    level: 'error',
    ...keyAndSentence(key, text),
    params: [],
    text: clamp(text, bounds.message),
    links: [],
  };
}

/** By what the page words a message: its key, and the sentence where the key stands for many cases. */
function keyAndSentence(
  key: string | undefined,
  text: string | undefined,
): Pick<MessageView, 'key' | 'sentence'> {
  if (key === undefined || key === '') return { key: null };
  const sentence = sentenceOf(key, text ?? '');
  return { key: clamp(key, bounds.name), ...(sentence ? { sentence } : {}) };
}

/** An answer that says nothing but its status, or none at all; the key is the app's own. */
export function connectionMessage(key: `http.${number}` | `network.${string}`): MessageView {
  return { level: 'error', key, params: [], text: '', links: [] };
}

/** For whoever looks after the org: which host its answer names. */
export function otherHostMessage(host: string): MessageView {
  return { ...connectionMessage('network.other-host'), params: [clamp(host, bounds.label)] };
}

function toMessage(raw: JsonRecord, links: LinkBook | undefined): MessageView {
  const i18n = asRecord(raw['i18n']);
  const params = Array.isArray(i18n?.['params']) ? (i18n['params'] as unknown[]) : [];
  return {
    level: levelOf(raw['class']),
    ...keyAndSentence(asString(i18n?.['key']), asString(raw['message'])),
    params: params.slice(0, 20).map((param) => clamp(asWords(param) ?? '', bounds.label)),
    text: clamp(asString(raw['message']) ?? '', bounds.message),
    links: links ? linksOf(raw, links).slice(0, 20) : [],
  };
}

/** Device assurance adds what to install, and where, beside the links of the message. */
function linksOf(raw: JsonRecord, links: LinkBook) {
  const fallback = dig(raw, 'deviceRemediation', 'value', 'fallback');
  const listed = asRecords(raw['links']).slice(0, 20);
  return [
    ...listed.flatMap(({ url, label }) => links.view(asString(url), asString(label))),
    ...links.view(asString(dig(fallback, 'href')), undefined),
  ];
}

/** `idx.return.stale` comes without a class and is an error by what it says. */
function levelOf(messageClass: unknown): MessageView['level'] {
  if (messageClass === 'INFO') return 'info';
  return messageClass === 'WARNING' ? 'warning' : 'error';
}
