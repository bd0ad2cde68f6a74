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
    file: 'main/desk/person.ts',
    tests: ['test/unit/desk/person.test.ts'],
    mutants: [
      {
        text: "(at === 'every-desk' || isShared)",
        instead: "at === 'every-desk'",
        without: 'the next person at a shared desk finds the one before signed in',
      },
      {
        text: 'if (found.length === 0 || departure !== departures) return;',
        instead: 'return;',
        without: 'what was not forgotten is told to nobody',
      },
      {
        text: '      note(error);',
        instead: '      throw error;',
        without: 'what fails first keeps the rest from being forgotten',
      },
    ],
  },
  {
    file: 'main/desk/org-in-use.ts',
    tests: ['test/unit/desk/org-in-use.test.ts'],
    mutants: [
      {
        text: 'loopbackRedirectUri !== null && isOnThisMachine && isAppScheme',
        instead: 'loopbackRedirectUri !== null && isAppScheme',
        without: 'an Okta org is asked with a redirect URI that it does not know',
      },
    ],
  },
  {
    file: 'main/desk/modes.ts',
    tests: ['test/unit/desk/tokens.test.ts', 'test/unit/desk/modes.test.ts'],
    mutants: [
      {
        text: 'rulesOf(mode()).isShared ? keepingNoPasskey : anyPasskey',
        instead: 'anyPasskey',
        without: 'a passkey of a visitor stays in the kiosk',
      },
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
