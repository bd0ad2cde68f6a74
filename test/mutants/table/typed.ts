import type { MutatedFile } from './mutant.ts';

const readCode = 'test/unit/typed/read-code.test.ts';
const links = 'test/unit/registration/idx/pasted-links.test.ts';

/** What people type and paste, and how long an org may have them wait. */
export const typed: readonly MutatedFile[] = [
  {
    file: 'preload/typed/read-code.ts',
    tests: [readCode],
    mutants: [
      {
        text: 'possible = candidates.filter(({ score }) => score >= 0)',
        instead: 'possible = candidates',
        without: 'the number of an order is sent as a code',
      },
      {
        text: "return codes.size === 1 ? { kind: 'code', code } : problem('several');",
        instead: "return { kind: 'code', code };",
        without: 'one of two codes is guessed',
      },
      {
        text: "if (code.length < min) return 'short';",
        instead: '',
        without: 'half a code costs an attempt',
      },
    ],
  },
  {
    file: 'preload/typed/numbers.ts',
    tests: [readCode],
    mutants: [
      {
        text: 'const rest = withoutOtherNumbers(withDigitsJoined(text, length));',
        instead: 'const rest = withDigitsJoined(text, length);',
        without: 'a phone number or an amount is taken for the code',
      },
      {
        text: ' || saysMore.test(found)',
        instead: '',
        without: 'a date or an amount is sent as a code',
      },
      {
        text: 'if (!isApart || !fits(code, length) || announcement(text, start, start) < 0) return [];',
        instead: 'if (!isApart || !fits(code, length)) return [];',
        without: 'a phone number in two groups is taken for the code',
      },
      {
        text: 'if (isPartOfMore(text, start, end)) return [];',
        instead: '',
        without: 'a part of something longer is taken for the code',
      },
    ],
  },
  {
    file: 'preload/typed/spelled-out.ts',
    tests: [readCode],
    mutants: [
      {
        text: 'return isClear ? code : found;',
        instead: 'return code;',
        without: 'a list of numbers is sent as a code',
      },
      {
        text: 'if (!areAlike || !fits(code, length)) return found;',
        instead: 'if (!areAlike) return found;',
        without: 'what is too long is put together, and the code in it is lost',
      },
      {
        text: 'return isNamed || (/\\d/.test(code) && /[a-z]/i.test(code)) ? code : found;',
        instead: 'return code;',
        without: 'two words are sent as a code',
      },
    ],
  },
  {
    file: 'preload/typed/surroundings.ts',
    tests: [readCode],
    mutants: [
      {
        text: 'if (abbreviation.test(near) && !isNamed(near.slice(-12))) return -1;',
        instead: '',
        without: 'the number behind "Tel." is sent as a code',
      },
    ],
  },
  {
    file: 'main/registration/idx/code.ts',
    tests: [links, 'test/unit/registration/idx/code.test.ts'],
    mutants: [
      {
        text: "return isOrgs ? { kind: 'email-link', href: link } : otherOrgs;",
        instead: "return { kind: 'email-link', href: link };",
        without: "another org's link is opened",
      },
      {
        text: "return origin === orgUrl && username === '' && password === '';",
        instead: 'return origin === orgUrl;',
        without: 'a link with a name in front of its host is opened',
      },
      {
        text: "if (linkState !== null) return { kind: 'foreign-link' };",
        instead: '',
        without: "another sign-up's code is sent",
      },
    ],
  },
  {
    file: 'main/registration/view/authenticator.ts',
    tests: ['test/unit/registration/view/authenticator.test.ts'],
    mutants: [
      {
        text: 'return isAboutOne ? namedByAnswer(response, remediation) : undefined;',
        instead: 'return undefined;',
        without: 'a code has no page where a reference leads nowhere',
      },
    ],
  },
];
