import { asRecords, asString, dig } from './json';
import type { Input } from './remediation';

/** Words for a phone, and for what is reached like one, in names of attributes. */
const phoneWords = new Set(
  (
    'phone phones telephone telephones tel mobile mobilephone cell cellphone cellular fax handy ' +
    'telefon telefonnummer handynummer mobilnummer faxnummer telefono movil celular telefone ' +
    'telemovel portable msisdn phonenumber mobilenumber telnumber faxnumber whatsapp'
  ).split(' '),
);

/** Words that may stand behind: which of the phones it is, or that it is a number. */
const qualifiers = new Set(
  (
    'number num no nr nummer numero home work office business company private personal primary ' +
    'secondary main other alternate alternative backup emergency recovery contact direct day ' +
    'daytime evening e164 sms'
  ).split(' '),
);

/** `+`, a country's code and its number are at most 16 signs (ITU-T E.164); this many are usual. */
const usualLength = 12;

/**
 * Whether a value is a phone number: by the name of its attribute, as Okta's `mobilePhone` and
 * `primaryPhone`, or because the org has just asked for a valid one. Where the org takes no more
 * than the digits of one country, a number with its country's code is not what it wants.
 */
export function isPhoneNumber({ path, raw }: Input): boolean {
  const { maxLength } = raw;
  if (typeof maxLength === 'number' && maxLength < usualLength) return false;
  return isNamedAfterPhone(path.at(-1) ?? '') || isRefusedAsPhone(raw['messages']);
}

function isNamedAfterPhone(name: string): boolean {
  const words = name
    .replaceAll(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\d]+|(?<=\p{L})(?=\d+$)/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !qualifiers.has(word));
  return isPhoneWord(words.at(-1) ?? '');
}

/** Also where two words are written as one: `homephone`. */
function isPhoneWord(word: string): boolean {
  if (phoneWords.has(word)) return true;
  return [...qualifiers].some(
    (qualifier) => word.startsWith(qualifier) && phoneWords.has(word.slice(qualifier.length)),
  );
}

const phoneKeys = /(^|[._])(invalid_?phone|phone[._]invalid)|^(errors\.)?E0000098$/i;

/** As orgs say it in the app's languages; the key is the org's where it has one. */
const phoneRefusal =
  /phone number|telefonnummer|mobilnummer|n\u00famero de tel|num\u00e9ro de t\u00e9l|\u96fb\u8a71\u756a\u53f7|\u0631\u0642\u0645 (\u0627\u0644)?\u0647\u0627\u062a\u0641/iu;

function isRefusedAsPhone(messages: unknown): boolean {
  return asRecords(dig(messages, 'value')).some(
    (message) =>
      phoneKeys.test(asString(dig(message, 'i18n', 'key')) ?? '') ||
      phoneRefusal.test(asString(message['message']) ?? ''),
  );
}
