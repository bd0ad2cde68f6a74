import type { CodeShape } from './code-shape';
import { withDigitsJoined } from './spelled-out';
import { announcement, hidden, isNamedRightBefore, withoutOtherNumbers } from './surroundings';

/** A number that has the length of a code, and how much speaks for it. */
export interface Candidate {
  readonly code: string;
  readonly score: number;
}

type Length = Pick<CodeShape, 'min' | 'max'>;

/** Spaces and dashes group the digits of a code, and so do full stops where nothing else does. */
const joiner = String.raw`(?: ?[-_.·•,'’] ?| )`;
const loneNumber = new RegExp(
  String.raw`^[^\d\p{L}\p{M}]*(\d+(?:${joiner}\d+)*)[^\d\p{L}\p{M}]*$`,
  'u',
);

/** A date with its year or with full stops, or an amount with cents: what no code is grouped like. */
const saysMore =
  /^(?:(?:19|20)\d{2}([-.])\d{1,2}\1\d{1,2}|\d{1,2}([-.])\d{1,2}\2(?:19|20)\d{2}|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d{2}|\d+[.,]\d{2})$/;

/**
 * The digits of a text that holds nothing else but signs: grouped in one way, quoted, in brackets,
 * with a full stop. Null where it holds a word, a time, an amount, or several numbers.
 */
export function loneDigits(text: string): string | null {
  const bare = text.replaceAll(/ *[()[\]{}<>]+ */g, ' ').trim();
  const found = loneNumber.exec(bare)?.[1];
  if (found === undefined || /[\p{Sc}%@]/u.test(text) || saysMore.test(found)) return null;
  const joiners = new Set(found.split(/\d+/).map((sign) => sign.trim()));
  // The empty text stands before the first digit and behind the last.
  const isOneWay = joiners.size <= 1 || (joiners.size === 2 && !/\d \d/.test(found));
  const isSpelledOut = !/\d\d/.test(found);
  return isOneWay || isSpelledOut ? found.replaceAll(/\D/g, '') : null;
}

/** The numbers of a message that could be its code. */
export function numbersIn(text: string, length: Length): Candidate[] {
  const rest = withoutOtherNumbers(withDigitsJoined(text, length));
  return [...rest.matchAll(/\d+(?:[ .-]\d+)*/g)].flatMap(({ 0: run, index }) =>
    codesOfRun(rest, run, index, length),
  );
}

/** Digits in groups: all of them where they are alike, else what stands in front of other numbers. */
function codesOfRun(text: string, run: string, start: number, length: Length): Candidate[] {
  const groups = run.split(/[ .-]/);
  const signs = new Set(run.replaceAll(/\d/g, ''));
  const all = groups.join('');
  if (signs.size <= 1 && areAlike(groups) && fits(all, length)) {
    // Thousands are grouped by full stops too.
    const isClear = !signs.has('.') || isNamedRightBefore(text, start);
    return isClear ? scored(text, all, start, start + run.length, length) : [];
  }
  if (groups.every((group) => fits(group, length))) {
    return [...run.matchAll(/\d+/g)].flatMap(({ 0: group, index }) =>
      scored(text, group, start + index, start + index + group.length, length),
    );
  }
  for (let count = 1; count < groups.length; count += 1) {
    const first = groups.slice(0, count);
    const code = first.join('');
    const end = start + code.length + count - 1;
    const isClear = count === 1 || isNamedRightBefore(text, start);
    if (fits(code, length) && areAlike(first) && isClear) {
      return scored(text, code, start, end, length);
    }
  }
  return behindShortNumber(text, groups, start, length);
}

/** `iPhone 15 123456`: what ends one line of a message stands right before the next one. */
function behindShortNumber(
  text: string,
  [short = '', code = '', ...others]: readonly string[],
  start: number,
  length: Length,
): Candidate[] {
  const from = start + short.length + 1;
  const isApart = others.length === 0 && short.length <= 2 && text.charAt(from - 1) === ' ';
  if (!isApart || !fits(code, length) || announcement(text, start, start) < 0) return [];
  return scored(text, code, from, from + code.length, length);
}

function scored(
  text: string,
  code: string,
  start: number,
  end: number,
  { min, max }: Length,
): Candidate[] {
  if (isPartOfMore(text, start, end)) return [];
  const said = announcement(text, start, end);
  // Where any length may come, six digits are the likeliest, and a year is no code.
  const isLikely = code.length === 6 && min !== max;
  const isYear = /^(?:19|20)\d\d$/.test(code) && said < 3;
  return [{ code, score: said + (isLikely ? 0.5 : 0) - (isYear ? 2 : 0) }];
}

function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/[@/\\+\p{Sc}]$/u.test(before) || /\d[,:'’]$/.test(before)) return true;
  if (before.endsWith(hidden) && /\d|[A-Za-z]/.test(after.charAt(0))) return true;
  if (/^(?:[@\\%\p{Sc}]|[/:,'’]\d)/u.test(after)) return true;
  if (isNamedRightBefore(text, start)) return false;
  // A word before or behind is one thing; letters on both sides, or more digits, make a name.
  const isBehindSigns = /\d[A-Za-z]{1,12}$/.test(before);
  const isBeforeSigns = /^[A-Za-z]+\d/.test(after);
  return isBehindSigns || isBeforeSigns || (/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after));
}

function areAlike(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === groups[0]?.length);
}

function fits(code: string, { min, max }: Length): boolean {
  return code.length >= min && code.length <= max;
}
