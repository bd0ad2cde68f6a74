import type { MutatedFile } from './mutant.ts';

const folder = 'test/unit/registration';
const signUps = [`${folder}/sign-up.test.ts`, `${folder}/returned.test.ts`];

/** One person's sign-up: whose answer counts, and what is left of them afterwards. */
export const registration: readonly MutatedFile[] = [
  {
    file: 'main/registration/tokens.ts',
    tests: [`${folder}/id-token.test.ts`],
    mutants: [
      {
        text: 'ignoreSignature: false',
        instead: 'ignoreSignature: true',
        without: 'anybody signs an ID token',
      },
      {
        text: ' || idToken.claims.nonce !== meta.nonce',
        instead: '',
        without: "another sign-up's ID token counts",
      },
    ],
  },
  {
    file: 'main/registration/token-answer.ts',
    tests: [`${folder}/id-token.test.ts`, `${folder}/refused-tokens.test.ts`],
    mutants: [
      {
        text: "  if (!v.is(Answer, answer)) return new RefusedTokens('tokens-rejected');\n",
        instead: '',
        without: 'a token that nobody can send or store is kept',
      },
      {
        text: "type !== 'bearer'",
        instead: "type === 'dpop'",
        without: 'tokens of another type are used as bearer tokens',
      },
    ],
  },
  {
    file: 'main/registration/id-token.ts',
    tests: [`${folder}/refused-tokens.test.ts`],
    mutants: [
      {
        text: ' || crit !== undefined',
        instead: '',
        without: 'what must be understood is passed over',
      },
      { text: '  iat: Time,\n', instead: '', without: 'a token without a time of issue counts' },
      {
        text: "return nbf > now / 1000 + clockTolerance ? 'clock-skew' : null;",
        instead: 'return nbf > now ? null : null;',
        without: 'a token counts before its time',
      },
    ],
  },
  {
    file: 'main/registration/okta-client.ts',
    tests: [
      `${folder}/okta-client.test.ts`,
      `${folder}/withdrawn-key.test.ts`,
      `${folder}/start-failure.test.ts`,
      `${folder}/foreign-answers.test.ts`,
      'test/unit/registration/refused-tokens.test.ts',
    ],
    mutants: [
      {
        text: '      if (left) onIssued(left);\n',
        instead: '',
        without: 'tokens that are refused live on at the org',
      },
      {
        text: '      if (posted !== undefined) issued = { posted, response };\n',
        instead: '',
        without: 'tokens are lost where their keys cannot be had at once',
      },
      { text: 'pkce: true', instead: 'pkce: false', without: 'a stolen code is worth tokens' },
      {
        text: '      token: { storageProvider },\n',
        instead: '',
        without: 'the SDK keeps tokens for the whole process',
      },
      {
        text: '      cache: { storageProvider },\n',
        instead: '',
        without: 'a withdrawn key verifies the next person',
      },
      {
        text: '      transaction: { storageProvider },\n',
        instead: '',
        without: "the next person gets the last one's transaction",
      },
      {
        text: 'enableSharedStorage: false',
        instead: 'enableSharedStorage: true',
        without: 'sign-ups share what they keep',
      },
      {
        text: 'named !== issuer',
        instead: 'named === ""',
        without: 'metadata of another issuer count',
      },
    ],
  },
  {
    file: 'main/registration/transaction.ts',
    tests: [...signUps, `${folder}/given-up.test.ts`],
    mutants: [
      {
        text: '    this.#http.abort();\n',
        instead: '',
        without: 'what is on its way goes on after a cancel',
      },
      {
        text: '    await this.ports.network.close();\n',
        instead: '',
        without: "a person's connection stays open",
      },
      {
        text: 'const allowedOrigins = [connection.orgUrl, new URL(connection.issuer).origin];',
        instead:
          "const allowedOrigins = [connection.orgUrl, new URL(connection.issuer).origin, 'https://evil.example'];",
        without: 'forms go to another host',
      },
    ],
  },
  {
    file: 'main/registration/returned.ts',
    tests: [`${folder}/returned.test.ts`],
    mutants: [
      {
        text: "if (new Set(names).size !== names.length) return { kind: 'foreign' };",
        instead: '',
        without: 'a parameter is there twice',
      },
      {
        text: "state === undefined || searchParams.get('state') !== state",
        instead: 'state === undefined',
        without: "another sign-up's answer counts",
      },
      {
        text: "if (address.split('?', 1)[0] !== redirectUri) return { kind: 'foreign' };",
        instead: '',
        without: 'any address brings a code',
      },
      {
        text: "if (!URL.canParse(address)) return { kind: 'foreign' };",
        instead: '',
        without: 'what is no address ends the call',
      },
    ],
  },
  {
    file: 'main/registration/session.ts',
    tests: [
      ...signUps,
      `${folder}/opened-pages.test.ts`,
      `${folder}/failures.test.ts`,
      `${folder}/given-up.test.ts`,
      'test/unit/registration/refused-tokens.test.ts',
    ],
    mutants: [
      {
        text: '    await journey.leaveUnclaimed();\n',
        instead: '',
        without: 'tokens whose keys never came live on at the org',
      },
      {
        text: "if (request.view !== step.view.serial) return fail('stale-view');",
        instead: '',
        without: 'an answer to an older screen is posted',
      },
      {
        text: "if (this.#journey.turn.isTaken) return fail('busy');",
        instead: '',
        without: 'a double click posts twice',
      },
      {
        text: "if (view !== state.serial) return fail('stale-view');",
        instead: '',
        without: "an older screen's link is opened",
      },
      {
        text: '    this.#sending.giveUp();\n',
        instead: '',
        without: 'a captcha stays open for somebody who left',
      },
    ],
  },
  {
    file: 'main/registration/index.ts',
    tests: [`${folder}/failures.test.ts`, `${folder}/given-up.test.ts`],
    mutants: [
      {
        text: "if (isStarting || session?.state.phase === 'step') return fail('busy');",
        instead: '',
        without: 'a second page ends the sign-up of the first',
      },
      {
        text: 'if (attempt !== thisAttempt) return ok(state());',
        instead: '',
        without: 'a sign-up begins that was given up',
      },
      {
        text: '    const closing = ended?.close();\n',
        instead: '    const closing = undefined;\n',
        without: 'a forgotten sign-up goes on',
      },
    ],
  },
  {
    file: 'main/registration/idx/request-body.ts',
    tests: [`${folder}/idx/request-body.test.ts`],
    mutants: [
      {
        text: "return { kind: input.isRequired ? 'no-code' : 'none' };",
        instead: "return { kind: 'value', value: '' };",
        without: 'an empty code costs an attempt',
      },
      {
        text: "if (unused.size > 0) return { kind: 'invalid' };",
        instead: '',
        without: 'values that no form asks for are dropped without a word',
      },
      {
        text: 'return cleanIdentifier(typed);',
        instead: 'return typed.trim();',
        without: 'an account is made under a name with characters that nobody sees',
      },
      {
        text: '!input.isMutable || isCarried(input)',
        instead: 'isCarried(input)',
        without: 'what the org fixed is overwritten',
      },
      {
        text: "if (!choice) refusal ??= { kind: 'invalid' };\n    else choice",
        instead: 'choice?',
        without: 'an option that the org does not offer is taken for none',
      },
      {
        text: ": { kind: 'invalid' };\n}\n\nfunction setAt",
        instead: ": { kind: 'value', value: typed };\n}\n\nfunction setAt",
        without: 'a value that the org does not offer is posted',
      },
      {
        text: 'const inner = Object.hasOwn(group, key) ? group[key] : undefined;',
        instead: 'const inner = group[key];',
        without: 'a name of the org changes the prototype',
      },
    ],
  },
  {
    file: 'main/registration/ceremony.ts',
    tests: [`${folder}/ceremony.test.ts`],
    mutants: [
      {
        text: "if (ports.signal.aborted) return { kind: 'failed', code: 'dismissed' };",
        instead: '',
        without: 'a captcha of somebody who left is posted',
      },
      {
        text: 'if (named?.origin !== orgUrl) return { url: `${orgUrl}/api/v1/altcha` };',
        instead: 'if (!named) return { url: `${orgUrl}/api/v1/altcha` };',
        without: 'the challenge comes from another host',
      },
      {
        text: "if (!orgPages.canShow(orgUrl)) return { kind: 'unavailable' };",
        instead: '',
        without: 'a page is asked for that cannot be',
      },
    ],
  },
  {
    file: 'main/registration/view/links.ts',
    tests: [`${folder}/view/links.test.ts`, `${folder}/view/step-view.test.ts`],
    mutants: [
      {
        text: "if (username !== '' || password !== '') return false;",
        instead: '',
        without: 'https://your-org.okta.com@evil.example is opened',
      },
      {
        text: "protocol === 'https:' || origin === this.orgUrl || verifySchemes.includes(protocol)",
        instead: 'true',
        without: 'an org starts any program',
      },
      {
        text: '|| this.#links.size >= 200',
        instead: '',
        without: 'an answer fills the memory with links',
      },
    ],
  },
  {
    file: 'main/registration/turn.ts',
    tests: [`${folder}/failures.test.ts`],
    mutants: [
      {
        text: 'return this.#running !== undefined;',
        instead: 'return false;',
        without: 'two requests are on their way at once',
      },
    ],
  },
];
