import type { CodeShape } from './code-shape';
import type { Candidate } from './numbers';
import {
  announcement,
  isAfterColon,
  isNamedRightBefore,
  withoutOtherNumbers,
} from './surroundings';

type Length = Pick<CodeShape, 'min' | 'max'>;

/** A code of letters and digits that stands by itself: quoted, in brackets, in one or more groups. */
export function loneMixed(text: string, length: Length): string | null {
  const bare = text.replaceAll(/^[^\p{L}\p{M}\d]+|[^\p{L}\p{M}\d]+$/gu, '');
  if (/^[a-z\d]+$/i.test(bare)) return bare;
  const isGrouped = /^[a-z\d]+(?:(?:[-\u2010-\u2015_.]| ?- ?)[a-z\d]+)+$/i.test(bare);
  const isSpaced = /^[a-z\d]+(?: [a-z\d]+)+$/i.test(bare);
  if (!isGrouped && !isSpaced) return null;
  const groups = bare.split(/[^a-z\d]+/i);
  const code = groups.join('');
  if (!fits(code, length)) return isGrouped && !isWordBefore(groups) ? code : null;
  const areAlike = groups.every((group) => group.length === groups[0]?.length);
  const isOfSigns = groups.every((group) => /\d/.test(group) || /^[A-Z]+$/.test(group));
  if (isSpaced) return areAlike || isOfSigns ? code : null;
  return isWordBefore(groups) ? null : code;
}

/** `Code-AB12CD34EF`: the first group is a word, and the rest is the code. */
function isWordBefore([first = '', ...others]: readonly string[]): boolean {
  return others.length === 1 && /^(?:code|pin|otp|[a-z]{1,2})$/i.test(first);
}

const words = /(?<![a-z\d@/\\])[a-z\d]+(?:-[a-z\d]+)*(?![a-z\d@/\\])/gi;
const groupsOfCapitals = /(?<![A-Za-z\d])[A-Z\d]{3,}(?: [A-Z\d]{3,})+(?![A-Za-z\d])/g;

/**
 * The codes that a message may hold. One of small letters alone cannot be told from a word, unless
 * it stands behind a colon.
 */
export function mixedIn(text: string, length: Length): Candidate[] {
  const rest = withoutOtherNumbers(text);
  const found = [...rest.matchAll(words), ...rest.matchAll(groupsOfCapitals)];
  return found.flatMap(({ 0: word, index }) => {
    const end = index + word.length;
    const codes = codesOfWord(word, length).filter((code) => fits(code, length));
    return codes.flatMap((code) => {
      const score = scoreOf(rest, code, index, end);
      return score === null ? [] : [{ code, score }];
    });
  });
}

function codesOfWord(word: string, length: Length): string[] {
  const groups = word.split(/[- ]/);
  const whole = groups.join('');
  const last = groups.at(-1) ?? '';
  if (groups.length === 1) return [word];
  if (isWordBefore(groups)) return [last];
  return fits(whole, length) ? [whole] : groups;
}

function scoreOf(text: string, code: string, start: number, end: number): number | null {
  const hasDigit = /\d/.test(code);
  const hasLetter = /[a-z]/i.test(code);
  const isShouted = /^[A-Z]+$/.test(code);
  const isMixedCase = /[a-z]/.test(code) && /[A-Z]/.test(code.slice(1));
  const isClear = isAfterColon(text, start);
  if (!hasDigit && !isClear && !isMixedCase && !(isShouted && isNamedRightBefore(text, start))) {
    return null;
  }
  const said = announcement(text, start, end);
  return said + (hasDigit && hasLetter ? 1 : 0) + (isClear ? 0.5 : 0);
}

function fits(code: string, { min, max }: Length): boolean {
  return code.length >= min && code.length <= max;
}
