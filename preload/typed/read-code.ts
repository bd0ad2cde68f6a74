import type { CodeShape } from './code-shape';
import { loneMixed, mixedIn } from './mixed-codes';
import { type Candidate, loneDigits, numbersIn } from './numbers';
import { plainText } from './plain-text';
import { isNamed } from './surroundings';

export const codeProblems = [
  /** Words, and no code among them. */
  'none',
  /** More than one that it could be. */
  'several',
  'short',
  'long',
  /** Something else among the digits. */
  'digits',
  /** Something else among the letters and digits. */
  'signs',
] as const;
export type CodeProblem = (typeof codeProblems)[number];

export type CodeReading =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: CodeProblem };

/**
 * Reads the one-time code in what a person typed or pasted: the code alone in any script and
 * grouping, or a whole message around it. An org allows few attempts, so what is not a code by the
 * org's own format is a problem here and is never sent. Links are read elsewhere.
 */
export function readCode(typed: string, shape: CodeShape): CodeReading {
  const text = plainText(typed);
  if (text === '') return { kind: 'empty' };
  switch (shape.signs) {
    case 'digits':
      return readDigits(withOneDash(text), shape);
    case 'letters-and-digits':
      return readMixed(withOneDash(text), shape);
    case 'any':
      return readAny(text, shape);
  }
}

function readDigits(text: string, shape: CodeShape): CodeReading {
  const lone = loneDigits(text);
  if (lone !== null && measure(lone, shape) === null) return { kind: 'code', code: lone };
  const best = bestOf(numbersIn(text, shape));
  if (best) return best;
  if (lone !== null) return problem(measure(lone, shape) ?? 'none');
  const isOneWord =
    !/\s/.test(text) && /^[\p{L}\p{M}\p{N}\p{P}]+$/u.test(text) && text.length <= 20;
  return problem(isOneWord ? 'digits' : 'none');
}

function readMixed(text: string, shape: CodeShape): CodeReading {
  const lone = loneMixed(text, shape);
  if (lone !== null && measure(lone, shape) === null) return { kind: 'code', code: lone };
  const best = bestOf(mixedIn(text, shape));
  if (best) return best;
  if (lone !== null) return problem(measure(lone, shape) ?? 'none');
  return problem(/\s/.test(text) ? 'none' : 'signs');
}

/** Dashes of every length, and the minus sign, group alike. */
function withOneDash(text: string): string {
  return text.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}

/** What closes a sentence, a quotation or a bracket around a number. */
const numberAlone =
  /^["'“”„‚‘’«»‹›「『【《〈(<{[*#]*\d[\d -]*[\])>}"'“”‘’«»‹›」』】》〉*.,:;!?。、।۔؟،]*$/u;

/** What a token shows goes as it is typed; only digits are put together, and messages are read. */
function readAny(typed: string, shape: CodeShape): CodeReading {
  const text = withoutName(typed);
  const dashed = withOneDash(text);
  const digits = loneDigits(dashed);
  const isWord = !/\s/.test(text) && /^[\x21-\x7E]+$/.test(text);
  const isSentence = /\p{L}+ .*\p{L}+ /u.test(`${text} `) || /[^\x20-\x7E]/.test(text);
  const isNumberNamed = isNamed(text) && /^\D*\d(?:[\d -]| [/|~+:] )*\D*$/.test(dashed);
  const isMessage = (!isWord && isSentence) || isNumberNamed;
  if (isMessage && digits === null) {
    const length = { min: Math.max(shape.min, 4), max: Math.min(shape.max, 12) };
    return bestOf(numbersIn(dashed, length)) ?? problem('none');
  }
  const isNumber = digits !== null && numberAlone.test(dashed);
  const code = isNumber ? digits : withoutQuotes(text);
  const measured = measure(code, shape);
  return measured === null ? { kind: 'code', code } : problem(measured);
}

/** `Code: ab-1234`: what is called a code stands alone behind the colon. */
function withoutName(text: string): string {
  const [, name = '', rest] = /^((?:[\p{L}\p{M}]+ ?){1,4})[:=] ?(\S+)$/u.exec(text) ?? [];
  return rest !== undefined && isNamed(name) ? rest : text;
}

function withoutQuotes(text: string): string {
  return /^(["'`]).+\1$/.test(text) ? text.slice(1, -1) : text;
}

/** The one that most speaks for. Two of the same standing are nobody's guess. */
function bestOf(candidates: readonly Candidate[]): CodeReading | null {
  const possible = candidates.filter(({ score }) => score >= 0);
  const top = Math.max(...possible.map(({ score }) => score));
  const codes = new Set(possible.filter(({ score }) => score === top).map(({ code }) => code));
  const [code] = codes;
  if (code === undefined) return null;
  return codes.size === 1 ? { kind: 'code', code } : problem('several');
}

function measure(code: string, { min, max }: CodeShape): 'short' | 'long' | null {
  if (code.length < min) return 'short';
  return code.length > max ? 'long' : null;
}

function problem(what: CodeProblem): CodeReading {
  return { kind: 'problem', problem: what };
}
