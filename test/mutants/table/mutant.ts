/** One protecting line, and what is left where somebody takes it out. */
export interface Mutant {
  /** Text of the file that is there exactly once. */
  readonly text: string;
  readonly instead: string;
  /** What nobody is protected from any more: the end of "without it, …". */
  readonly without: string;
}

/** The protecting lines of one file. */
export interface MutatedFile {
  readonly file: string;
  /** The test files that have to notice each of them. */
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
}
