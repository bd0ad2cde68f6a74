import type { CodeShape } from './code-shape';
import type { Candidate } from './numbers';
import { withDigitsJoined, withSignsJoined } from './spelled-out';
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
  const isGrouped = /^[a-z\d]+(?:(?: ?- ?|[_.])[a-z\d]+)+$/i.test(bare);
  const isSpaced = /^[a-z\d]+(?: [a-z\d]+)+$/i.test(bare);
  if (!isGrouped && !isSpaced) return null;
  const groups = bare.split(/[^a-z\d]+/i);
  const code = groups.join('');
  const [first = '', last = ''] = groups;
  if (isGrouped && isWordBefore(groups) && fits(last, length)) {
    return first.length > 2 || /\d/.test(last) || /^[A-Z]+$/.test(last) ? last : null;
  }
  if (!fits(code, length)) return isGrouped && !isWordBefore(groups) ? code : null;
  const isOfSigns = groups.every((group) => /\d/.test(group) || /^[A-Z]+$/.test(group));
  if (isSpaced) return areAlike(groups) || isOfSigns ? code : null;
  return isWordBefore(groups) ? null : code;
}

/** `Code-AB12CD34EF`: the first group is a word, and the rest is the code. */
function isWordBefore([first = '', ...others]: readonly string[]): boolean {
  return others.length === 1 && /^(?:code|pin|otp|[a-z]{1,2})$/i.test(first);
}

const words = /(?<![a-z\d@/\\])[a-z\d]+(?:-[a-z\d]+)*(?![a-z\d@/\\])/gi;
const groupsOfCapitals = /(?<![A-Za-z\d])[A-Z\d]{3,}(?: [A-Z\d]{3,})+(?![A-Za-z\d])/g;
const groupsWithDigits =
  /(?<![a-z\d])(?=[a-z]*\d)[a-z\d]{3,}(?: (?=[a-z]*\d)[a-z\d]{3,})+(?![a-z\d])/gi;
const groupsAtTheEnd = /(?<=[:=] ?)[a-z\d]{3,}(?: [a-z\d]{3,})+(?=[.!。]*$)/gi;
const nameInFront = /(?<![A-Za-z\d])((?:[Pp]ass)?[Cc]ode|CODE|OTP|otp|PIN|pin)(?=[A-Z\d])/g;

/**
 * The codes that a message may hold. One of small letters alone cannot be told from a word, unless
 * it stands behind a colon.
 */
export function mixedIn(text: string, length: Length): Candidate[] {
  const joined = withSignsJoined(withDigitsJoined(text, length), length);
  const rest = withoutOtherNumbers(joined).replaceAll(nameInFront, '$1 ');
  const found = [
    ...rest.matchAll(words),
    ...rest.matchAll(groupsOfCapitals),
    ...[...rest.matchAll(groupsWithDigits), ...rest.matchAll(groupsAtTheEnd)].filter(({ 0: run }) =>
      areAlike(run.split(' ')),
    ),
  ];
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
  const said = announcement(text, start, end);
  const isNamedByWords =
    isShouted && (isNamedRightBefore(text, start) || (said === 4 && isFirst(text, start)));
  const isForeign = isOnlyLatin(text, start, end) && (isShouted || said >= 4);
  if (!hasDigit && !isClear && !isMixedCase && !isNamedByWords && !isForeign) return null;
  return said + (hasDigit && hasLetter ? 1 : 0) + (isClear ? 0.5 : 0);
}

/** Whether a sentence begins with it. */
function isFirst(text: string, start: number): boolean {
  return /(?:^|[.!?。] *)[^\p{L}\p{N}]*$/u.test(text.slice(0, start));
}

/** Whether everything else is written in another script, in which no code is. */
function isOnlyLatin(text: string, start: number, end: number): boolean {
  const around = text.slice(0, start) + text.slice(end);
  return /\p{L}/u.test(around) && !/\p{Script=Latin}/u.test(around);
}

function areAlike(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === groups[0]?.length);
}

function fits(code: string, { min, max }: Length): boolean {
  return code.length >= min && code.length <= max;
}
