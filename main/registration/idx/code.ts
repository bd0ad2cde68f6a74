import { asNumber, asString, type JsonRecord } from './json';

export type ExtractedCode =
  | { readonly kind: 'code'; readonly code: string }
  /** The code of another sign-up. */
  | { readonly kind: 'foreign-link' }
  /** The link of a mail that holds no code: opening it is what counts. */
  | { readonly kind: 'email-link'; readonly href: string }
  /** Words without anything that could be a code. */
  | { readonly kind: 'none' };

export interface CodeContext {
  /** The OAuth `state` of this sign-up, which its own links carry. */
  readonly state: string | undefined;
  readonly orgUrl: string;
}

/**
 * Finds the one-time code in what a person typed or pasted: a code, a whole message, or the link
 * of the message. A guess that is wrong costs one of the few attempts an org allows, so words
 * without a code are never sent as one.
 */
export function extractCode(
  typed: string,
  field: JsonRecord,
  { state, orgUrl }: CodeContext,
): ExtractedCode {
  // Full-width digits come from East Asian keyboards.
  const text = typed.normalize('NFKC').trim();
  const links = (text.match(/[a-z][a-z0-9+.-]*:\/\S+/gi) ?? []).filter((link) =>
    URL.canParse(link),
  );
  const withCode = links.map((link) => codeInLink(link, state)).find((found) => found !== null);
  if (withCode) return withCode;
  const words = links.reduce((rest, link) => rest.replace(link, ' '), text).trim();
  const code = codeInWords(words, field);
  if (code !== null) return { kind: 'code', code };
  const href = links.find((link) => isEmailLink(new URL(link), orgUrl));
  return href === undefined ? { kind: 'none' } : { kind: 'email-link', href };
}

/** Okta's e-mail callback carries the code as `otp`, and the sign-up's `state`. */
function codeInLink(link: string, state: string | undefined): ExtractedCode | null {
  const { searchParams } = new URL(link);
  const code = searchParams.get('otp');
  if (code === null) return null;
  const linkState = searchParams.get('state');
  const isForeign = linkState !== null && state !== undefined && linkState !== state;
  return isForeign ? { kind: 'foreign-link' } : { kind: 'code', code };
}

/** `https://{org}/email/verify/{clientId}?token=…` */
function isEmailLink({ origin, pathname }: URL, orgUrl: string): boolean {
  return origin === orgUrl && pathname.startsWith('/email/verify/');
}

function codeInWords(text: string, field: JsonRecord): string | null {
  const isAlphanumeric = asString(field['format']) === 'alphanumeric';
  const min = asNumber(field['minLength']) ?? (isAlphanumeric ? 6 : 4);
  const max = asNumber(field['maxLength']) ?? (isAlphanumeric ? 20 : 12);
  const bare = text.replace(/[\s\u2010-\u2015-]/g, '');
  if (bare === '') return null;
  // One word is what the person means, right or wrong: the org says which.
  if (!/\s/.test(text)) return text.includes('@') ? null : bare;
  if (/^\d+$/.test(bare) && bare.length <= max) return bare;
  const found = isAlphanumeric ? mixedWords(text) : numbers(text);
  const fitting = found.filter(({ code }) => code.length >= min && code.length <= max);
  const best =
    fitting.find(({ isAnnounced }) => isAnnounced) ??
    fitting.find(({ code }) => code.length === 6) ??
    fitting[0];
  return best?.code ?? null;
}

interface Candidate {
  readonly code: string;
  /** Stands after a colon, as codes in messages do. */
  readonly isAnnounced: boolean;
}

/** Numbers that stand alone: no part of a time, an address, an amount or a longer word. */
function numbers(text: string): Candidate[] {
  const standingAlone =
    /(?<![\w.,@/:+#-])(\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{4,12})(?![\w@/:-]|[.,]\d)/g;
  return [...text.matchAll(standingAlone)].map((match) => ({
    code: match[0].replace(/\D/g, ''),
    isAnnounced: isAfterColon(text, match.index),
  }));
}

/** Words with a digit in them; a code of letters alone cannot be told from a word. */
function mixedWords(text: string): Candidate[] {
  return [...text.matchAll(/(?<![\w.@/-])[A-Za-z0-9]+(?![\w@/-]|[.]\w)/g)]
    .map((match) => ({ code: match[0], isAnnounced: isAfterColon(text, match.index) }))
    .filter(({ code, isAnnounced }) => isAnnounced || /\d/.test(code));
}

function isAfterColon(text: string, index: number): boolean {
  return /[:：]\s*$/.test(text.slice(0, index));
}
