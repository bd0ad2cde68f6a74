import type { MutatedFile, Mutant } from './table/mutant.ts';

/** The file without its protecting line; null where that line is not there exactly once. */
export function mutate(source: string, { text, instead }: Mutant): string | null {
  const [before, after, ...more] = source.split(text);
  if (before === undefined || after === undefined || more.length > 0) return null;
  return `${before}${instead}${after}`;
}

export interface Case extends Mutant {
  readonly file: string;
  readonly tests: readonly string[];
}

/** One case a mutant, with its file and its tests beside it. */
export function casesOf(table: readonly MutatedFile[]): readonly Case[] {
  return table.flatMap(({ file, tests, mutants }) =>
    mutants.map((mutant) => ({ ...mutant, file, tests })),
  );
}
