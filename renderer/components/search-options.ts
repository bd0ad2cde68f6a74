export interface ListOption {
  readonly value: string;
  readonly label: string;
  /** Set apart beside the label: a code, a calling code. */
  readonly detail?: string | undefined;
  /** Further words under which it is found. */
  readonly keywords?: readonly string[] | undefined;
}

/**
 * The options that a typed text can mean, in their order but the nearest first. Case, accents and
 * signs between words do not matter, nor does the order of the words.
 */
export function searchOptions(
  options: readonly ListOption[],
  typed: string,
): readonly ListOption[] {
  const text = plainWords(typed);
  if (text === '') return options;
  return options
    .map((option) => ({ option, rank: rankOf(option, text) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ option }) => option);
}

/** The one option that a text names in full, or that is left of all; undefined where none is. */
export function namedOption(options: readonly ListOption[], typed: string): ListOption | undefined {
  const text = plainWords(typed);
  if (text === '') return undefined;
  const namesIt = (option: ListOption) => namesOf(option).some((name) => plainWords(name) === text);
  const exact = options.find(({ value }) => value === typed.trim()) ?? options.find(namesIt);
  if (exact) return exact;
  const [only, ...more] = searchOptions(options, typed);
  return more.length === 0 ? only : undefined;
}

function namesOf({ value, label, keywords = [] }: ListOption): readonly string[] {
  return [value, label, ...keywords];
}

function rankOf(option: ListOption, text: string): number | null {
  const { value, label, detail = '', keywords = [] } = option;
  const [shown, code] = [plainWords(label), plainWords(value)];
  if (code === text || shown === text) return 0;
  if (shown.startsWith(text)) return 1;
  const others = keywords.map(plainWords);
  if (others.some((other) => other.startsWith(text))) return 2;
  const all = ` ${[shown, code, plainWords(detail), ...others].join(' ')}`;
  const words = text.split(' ');
  if (words.every((word) => all.includes(` ${word}`))) return 3;
  return words.every((word) => all.includes(word)) ? 4 : null;
}

/** Letters and digits in lower case, without accents; everything between words is one space. */
function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
