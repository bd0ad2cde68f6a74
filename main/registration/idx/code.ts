import { asNumber, asString, type JsonRecord } from './json';

export type ExtractedCode =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'foreign-link' };

/**
 * Finds the one-time code in what a person typed or pasted: a code, a whole message, or the link
 * of the message, whose `otp` parameter is the code (Okta: e-mail magic link).
 *
 * A link that carries another sign-up's `state` is refused: its code belongs to somebody else.
 */
export function extractCode(
  typed: string,
  field: JsonRecord,
  state: string | undefined,
): ExtractedCode {
  // Full-width digits come from East Asian keyboards.
  const text = typed.normalize('NFKC').trim();
  const link = /https?:\/\/\S+|[a-z][a-z0-9+.-]*:\/\S*[?&]otp=\S+/i.exec(text)?.[0];
  const fromLink = link === undefined ? undefined : codeInLink(link, state);
  if (fromLink) return fromLink;
  return { kind: 'code', code: codeInText(text, field) };
}

function codeInLink(link: string, state: string | undefined): ExtractedCode | undefined {
  if (!URL.canParse(link)) return undefined;
  const { searchParams } = new URL(link);
  const otp = searchParams.get('otp');
  if (otp === null) return undefined;
  const linkState = searchParams.get('state');
  if (linkState !== null && state !== undefined && linkState !== state) {
    return { kind: 'foreign-link' };
  }
  return { kind: 'code', code: otp };
}

function codeInText(text: string, field: JsonRecord): string {
  const bare = text.replace(/[\s\u2010-\u2015-]/g, '');
  const isAlphanumeric = asString(field['format']) === 'alphanumeric';
  const [min, max] = [asNumber(field['minLength']), asNumber(field['maxLength'])];
  if (!/\s/.test(text) || bare.length <= (max ?? 12)) return bare;
  if (isAlphanumeric) {
    const word = new RegExp(`^[A-Za-z0-9]{${min ?? 6},${max ?? 20}}$`);
    const words = text.split(/[^A-Za-z0-9]+/).filter((part) => word.test(part));
    return words.find((part) => /\d/.test(part)) ?? words[0] ?? text;
  }
  const numbers = text.match(/\d(?:[ \u2010-\u2015-]?\d)*/g) ?? [];
  const fitting = numbers
    .map((number) => number.replace(/\D/g, ''))
    .find(({ length }) => length >= (min ?? 4) && length <= (max ?? 10));
  return fitting ?? text;
}
