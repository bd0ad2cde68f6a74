import type { MutatedFile } from './mutant.ts';

/** The lines that keep one person's things from the next, whoever's desk it is. */
export const desk: readonly MutatedFile[] = [
  {
    file: 'main/desk/tokens.ts',
    tests: ['test/unit/desk/tokens.test.ts'],
    mutants: [
      {
        text: '      record = null;\n',
        instead: '',
        without: 'a desk that keeps no outcomes tells of somebody from before',
      },
    ],
  },
  {
    file: 'main/desk/modes.ts',
    tests: ['test/unit/desk/tokens.test.ts'],
    mutants: [
      {
        text: "tokens: { issued: 'revoked', found: 'revoked'",
        instead: "tokens: { issued: 'kept', found: 'revoked'",
        without: "a kiosk keeps a visitor's tokens",
      },
      {
        text: "tokens: { issued: 'outcome', found: 'revoked'",
        instead: "tokens: { issued: 'kept', found: 'revoked'",
        without: 'staff are signed in as whoever they help',
      },
    ],
  },
];
