import type { SaidOfCode } from '../../../preload/typed/code-shape';
import { isOneTimeCode } from './control';
import { asNumber, asString, type JsonRecord } from './json';

/** Okta's own codes have six digits, in its mails and messages as in its apps. */
const usualLength = 6;

/**
 * What the codes of a box look like, as the org says, or as Okta makes them where it says nothing.
 * What a token or an unknown method shows may hold any sign.
 */
export function codeFormat(raw: JsonRecord, authenticatorKey: string | undefined): SaidOfCode {
  const isOktas = isOneTimeCode(authenticatorKey);
  const format = asString(raw['format']) ?? (isOktas ? 'numeric' : null);
  const minLength = asNumber(raw['minLength']) ?? null;
  const maxLength = asNumber(raw['maxLength']) ?? null;
  const isUntold = minLength === null && maxLength === null;
  return isOktas && isUntold && format === 'numeric'
    ? { format, minLength: usualLength, maxLength: usualLength }
    : { format, minLength, maxLength };
}
