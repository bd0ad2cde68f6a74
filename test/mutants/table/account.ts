import type { MutatedFile } from './mutant.ts';

const tests = ['test/unit/account/account.test.ts', 'test/unit/account/userinfo.test.ts'];

/** The signed-in account. */
export const account: readonly MutatedFile[] = [
  {
    file: 'main/account/id-token.ts',
    tests,
    mutants: [
      {
        text: ', v.check(isSafeAddress))',
        instead: ')',
        without: 'the access token goes to an address that others listen in on',
      },
      {
        text: '  sub: Subject,\n',
        instead: '  sub: v.fallback(v.string(), ""),\n',
        without: 'a token is about nobody',
      },
      {
        text: 'named !== undefined && audiences.includes(named)',
        instead: 'named !== undefined',
        without: 'a token for another app counts',
      },
      { text: 'v.minValue(0), ', instead: '', without: 'a time before all times counts' },
      { text: ', v.maxValue(8.64e12)', instead: '', without: 'a time that no date has counts' },
    ],
  },
  {
    file: 'main/account/org-session.ts',
    tests,
    mutants: [
      {
        text: "if (parsed.output.sub !== subject) return { kind: 'other-person' };",
        instead: '',
        without: "another person's name is shown",
      },
      {
        text: "if (outcome.status === 401) return { kind: 'refused' };",
        instead: '',
        without: 'a revoked token counts as signed in',
      },
      {
        text: '    await network.close();\n',
        instead: '',
        without: "a person's connection stays open",
      },
    ],
  },
  {
    file: 'main/account/index.ts',
    tests,
    mutants: [
      {
        text: 'claims.expiresAt <= ports.now() || ',
        instead: '',
        without: 'an expired token counts as signed in',
      },
      {
        text: "return issuer.startsWith('http:') && issuer !== currentIssuer();",
        instead: 'return false;',
        without: 'tokens go to whatever listens where a practice org was',
      },
      {
        text: '      await leaving;\n',
        instead: '',
        without: "a sign-out takes the next person's tokens",
      },
      {
        text: "if (view.state === 'ended') await removeTokens();",
        instead: '',
        without: 'the tokens of an ended session stay',
      },
      {
        text: "if (refreshToken === null) await ports.store.remove('refresh-token');\n      else ",
        instead: 'if (refreshToken !== null) ',
        without: "the last person's refresh token stays",
      },
    ],
  },
];
