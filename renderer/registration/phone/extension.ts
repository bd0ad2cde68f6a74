import { asciiDigits } from '../../../preload/typed/plain-text';

export interface SplitNumber {
  /** What comes before the extension, as it was typed. */
  readonly number: string;
  /** Digits; empty while only the mark of an extension is there, null without one. */
  readonly extension: string | null;
}

/** `x22`, `ext. 22`, `;ext=22` or `#22` after the last digit of the number, also half typed. */
const pattern = /^(.*?\d[\s).-]*?)[\s,;]*(?:e[a-z]{0,8}|x|×|#|内線)[.:=]?\s*(\d*)\s*$/i;

/** Takes the extension off a typed or pasted number. */
export function splitExtension(typed: string): SplitNumber {
  const [, number, extension] = pattern.exec(typed.normalize('NFKC')) ?? [];
  return number === undefined
    ? { number: typed, extension: null }
    : { number, extension: extension ?? '' };
}

/** What is sent: calls may have an extension, which Okta takes as `x` and digits. */
export function withExtension(e164: string, extension: string): string {
  const digits = asciiDigits(extension);
  return digits === '' ? e164 : `${e164}x${digits}`;
}
