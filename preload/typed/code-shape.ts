/** What the codes of a box look like. */
export interface CodeShape {
  /** `any`: what a token shows may hold any sign. */
  readonly signs: 'digits' | 'letters-and-digits' | 'any';
  readonly min: number;
  readonly max: number;
}

/** What a form says of a code, as far as it does. */
export interface SaidOfCode {
  readonly format: string | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** Longer than any code: a YubiKey types 44 signs. */
const longest = 64;

/** Where the org tells no length, as long as codes of any maker are. */
const usual: Readonly<Record<CodeShape['signs'], readonly [min: number, max: number]>> = {
  digits: [4, 12],
  'letters-and-digits': [6, 20],
  any: [1, longest],
};

/** The org's own format counts; an unreasonable length does not. */
export function codeShape({ format, minLength, maxLength }: SaidOfCode): CodeShape {
  const signs = signsOf(format);
  const min = lengthOf(minLength);
  const max = lengthOf(maxLength);
  const [usualMin, usualMax] = usual[signs];
  if (min !== null && max !== null) {
    return min <= max ? { signs, min, max } : { signs, min: usualMin, max: usualMax };
  }
  if (min !== null) return { signs, min, max: Math.max(min, usualMax) };
  if (max !== null) return { signs, min: Math.min(max, usualMin), max };
  return { signs, min: usualMin, max: usualMax };
}

function signsOf(format: string | null): CodeShape['signs'] {
  if (format === null) return 'any';
  return format === 'numeric' ? 'digits' : 'letters-and-digits';
}

function lengthOf(length: number | null): number | null {
  return length !== null && Number.isInteger(length) && length >= 1 && length <= longest
    ? length
    : null;
}
