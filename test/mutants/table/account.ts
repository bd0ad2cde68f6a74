import type { MutatedFile } from './mutant.ts';

const revocationTests = 'test/unit/account/revocations.test.ts';
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
    file: 'main/account/view.ts',
    tests: [...tests, revocationTests],
    mutants: [
      {
        text: 'claims.expiresAt <= now() || isGone(claims.issuer)',
        instead: 'isGone(claims.issuer)',
        without: 'an expired token counts as signed in',
      },
      {
        text: "return isOther ? { state: 'ended', reason: 'other-org' } : null;",
        instead: 'return isOther ? null : null;',
        without: "another org's token counts as signed in",
      },
      {
        text: "if (answer.kind === 'refused') return { state: 'ended', reason: 'revoked' };",
        instead: "if (answer.kind === 'refused') return { state: 'none' };",
        without: 'nobody hears that their session was ended',
      },
    ],
  },
  {
    file: 'main/account/index.ts',
    tests: [...tests, revocationTests],
    mutants: [
      {
        text: "if (view?.state === 'ended') await leftovers.dispose();",
        instead: '',
        without: 'the tokens of an ended session stay',
      },
      {
        text: "if (view?.state === 'signed-in' && !view.isStored) await leftovers.dispose();",
        instead: '',
        without: 'tokens that are only in memory live on when the app is closed',
      },
      {
        text: 'await revocations.add({ issuer, clientId, accessToken, refreshToken });',
        instead: '',
        without: 'tokens that nobody took live on',
      },
    ],
  },
  {
    file: 'main/account/expiry.ts',
    tests: ['test/unit/account/expiry.test.ts', revocationTests],
    mutants: [
      {
        text: 'if (now() < expiresAt) watch(expiresAt, onExpired);',
        instead: 'if (now() < expiresAt) return;',
        without: 'a token that expires in a month is never noticed',
      },
      {
        text: 'Math.min(rest, longestTimer)',
        instead: 'rest',
        without: 'a timer beyond 24.8 days fires at once',
      },
      {
        text: '      else onExpired();\n',
        instead: '',
        without: 'a token that expires by itself is not revoked',
      },
    ],
  },
  {
    file: 'main/account/leftovers.ts',
    tests: [...tests, revocationTests],
    mutants: [
      {
        text: "if (session.kind === 'found') await revocations.add({ ...session.claims, ...session });",
        instead: '',
        without: 'tokens are deleted without a revoke',
      },
      {
        text: "areCleared = (await removeSession(store)) === 'removed' && isOpen;",
        instead: 'areCleared = true;\n      await removeSession(store);',
        without: 'what a locked keychain holds stays after it is opened',
      },
      {
        text: '      await revocations.send();\n',
        instead: '',
        without: 'a kiosk waits with the revokes of what it found',
      },
    ],
  },
  {
    file: 'main/account/revocations/index.ts',
    tests: [revocationTests],
    mutants: [
      {
        text: 'waiting = sortRevocations([...waiting, ...entries], since);',
        instead: '',
        without: 'tokens are given up without a revoke',
      },
      {
        text: 'if (waiting.length > 0) tryAgain(longestWait);',
        instead: '',
        without: 'a revoke that fails is not tried again',
      },
      {
        text: "ports.kept() === 'keychain' && waiting.length > 0",
        instead: 'waiting.length > 0',
        without: 'a kiosk stores tokens',
      },
      {
        text: 'if (!(await open())) isSafe',
        instead: 'if (isStopped) isSafe',
        without: 'what an earlier run left is written over before it was read',
      },
      {
        text: 'if (!isSafe) await send();',
        instead: '',
        without: 'what waits in memory is lost with the process',
      },
      {
        text: 'waiting = sortRevocations([...(entries ?? []), ...waiting], ports.now());',
        instead: '',
        without: 'what an earlier run left is forgotten',
      },
      {
        text: 'pause = Math.min(pause * 2, longestPause);',
        instead: '',
        without: 'an org that is away is asked every other second',
      },
    ],
  },
  {
    file: 'main/account/revocations/entry.ts',
    tests: [revocationTests],
    mutants: [
      { text: '.slice(0, maxCount)', instead: '', without: 'the keychain overflows with tokens' },
      {
        text: 'if (length > maxStored) break;',
        instead: '',
        without: 'the keychain refuses the list, which is lost',
      },
      {
        text: 'return now - since <= limit;',
        instead: 'return limit > 0;',
        without: 'an org is told of tokens for ever',
      },
      {
        text: 'v.pipe(v.string(), v.maxLength(1000), v.check(isSafeAddress))',
        instead: 'v.string()',
        without: 'a changed entry sends a token to any address',
      },
    ],
  },
  {
    file: 'main/account/revocations/revoke.ts',
    tests: [revocationTests],
    mutants: [
      {
        text: 'status < 300 && !isForeign)',
        instead: 'status < 300)',
        without: "a hotel's page counts as a revoke",
      },
      {
        text: '(status === 400 || status === 401) && v.is(OAuthError, text)',
        instead: 'v.is(OAuthError, text)',
        without: "a gateway's refusal ends the tries",
      },
      {
        text: "if (outcome.kind !== 'answered') return { kind: 'later', isAway: true, retryAfter: 0 };",
        instead: "if (outcome.kind !== 'answered') return { kind: 'over' };",
        without: 'no answer counts as a revoke',
      },
    ],
  },
];
