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
    tests: [...tests, 'test/unit/account/revocations.test.ts'],
    mutants: [
      {
        text: 'claims.expiresAt <= now() || ports.isGone(claims.issuer)',
        instead: 'ports.isGone(claims.issuer)',
        without: 'an expired token counts as signed in',
      },
      {
        text: "return isOther ? { state: 'ended', reason: 'other-org' } : null;",
        instead: 'return isOther ? null : null;',
        without: "another org's token counts as signed in",
      },
      {
        text: "if (view?.state === 'ended') await dispose();",
        instead: '',
        without: 'the tokens of an ended session stay',
      },
    ],
  },
];
