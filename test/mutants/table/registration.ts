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
      {
        text: 'return v.is(Token, token) ? token : null;',
        instead: "return typeof token === 'string' ? token : null;",
        without: 'anything that an answer calls a token is kept for its revoke',
      },
      {
        text: 'left.accessToken === null && left.refreshToken === null ? null : left',
        instead: 'left.accessToken === null ? null : left',
        without: 'a refresh token lives on that came alone',
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
        text: "if (alg !== 'RS256' || crit",
        instead: "if (alg === '' || crit",
        without: 'an unsigned token has no reason of its own',
      },
      {
        text: "  if (!audiences.includes(clientId)) return 'id-token-audience';\n",
        instead: '',
        without: 'a token for another app counts',
      },
      {
        text: "  if (!isOurs) return 'id-token-audience';\n",
        instead: '',
        without: 'a token that was issued for another app counts',
      },
      { text: '  exp: Time,\n', instead: '', without: 'a token lives for ever' },
      {
        text: '  sub: v.pipe(v.string(), v.regex(/^[\\x21-\\x7e]{1,255}$/)),\n',
        instead: '  sub: v.string(),\n',
        without: 'a token is about a subject of any kind',
      },
      {
        text: "if (error instanceof errors.JOSEError || error instanceof TypeError) return 'id-token-form';",
        instead: '',
        without: 'a malformed token is "internal"',
      },
      {
        text: "  if (typeof idToken !== 'string') return 'id-token-form';\n",
        instead: '',
        without: 'an object in place of a token is "internal"',
      },
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
    file: 'main/registration/conversation.ts',
    tests: [...signUps, `${folder}/given-up.test.ts`, `${folder}/unclaimed-tokens.test.ts`],
    mutants: [
      {
        text: '    this.#unclaimed = null;\n',
        instead: '',
        without: 'tokens are handed to the outbox that somebody has taken',
      },
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
    file: 'main/registration/sign-up.ts',
    tests: [`${folder}/unclaimed-tokens.test.ts`, `${folder}/refused-tokens.test.ts`],
    mutants: [
      {
        text: '      await this.leaveUnclaimed();\n      this.end(',
        instead: '      this.end(',
        without: 'tokens that are refused live on',
      },
      {
        text: '    this.conversation.takeUnclaimed();\n',
        instead: '',
        without: 'the tokens of somebody who signed up are revoked',
      },
      {
        text: "if (outcome.kind === 'unanswered') return outcome.why;",
        instead: "if (outcome.kind === 'unanswered') return 'finished';",
        without: 'nobody hears why the tokens do not come',
      },
    ],
  },
  {
    file: 'main/registration/unanswered.ts',
    tests: [
      `${folder}/foreign-answers.test.ts`,
      `${folder}/email-links.test.ts`,
      `${folder}/other-host.test.ts`,
    ],
    mutants: [
      {
        text: "if (foreign !== null) return { kind: 'server-error', messages: [], foreign };",
        instead: '',
        without: "a portal at a captcha's challenge passes for a failed check",
      },
      {
        text: 'outcome.status === 429 || outcome.status >= 500 ?',
        instead: 'outcome.status === 0 ?',
        without: 'a server in trouble passes for a failed check',
      },
      {
        text: 'return outcome.foreign ?? outcome.kind;',
        instead: 'return outcome.kind;',
        without: "a gateway's answer is told as the org's",
      },
    ],
  },
  {
    file: 'main/registration/form-posting.ts',
    tests: [`${folder}/email-links.test.ts`, `${folder}/foreign-answers.test.ts`],
    mutants: [
      {
        text: "toFailure(opened.why) : fail('link-without-effect')",
        instead: "toFailure(opened.why) : fail('invalid-values')",
        without: 'a link that changes nothing is told as a slip of the pen',
      },
      {
        text: '    const moved = await this.#catchUp();\n    if (moved) return moved;\n    return opened',
        instead: '    return opened',
        without: 'a link that was taken is told as one that was not',
      },
      {
        text: '        return toFailure(outcome.why);\n',
        instead: "        return fail('verification-failed');\n",
        without: "what answers at a captcha's challenge is not named",
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
        text: 'forget: () => signUp.leaveUnclaimed(),',
        instead: 'forget: () => {},',
        without: 'tokens whose keys never came live on at the org',
      },
      {
        text: "if (request.view !== step.view.serial) return fail('stale-view');",
        instead: '',
        without: 'an answer to an older screen is posted',
      },
      {
        text: "if (this.#signUp.requests.isRunning) return fail('busy');",
        instead: '',
        without: 'a double click posts twice',
      },
      {
        text: "if (view !== state.serial) return fail('stale-view');",
        instead: '',
        without: "an older screen's link is opened",
      },
      {
        text: '    this.#posting.giveUp();\n',
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
        text: 'return whose?.belongings[name].forget();',
        instead: '',
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
    file: 'main/registration/captcha-and-passkey.ts',
    tests: [`${folder}/captcha-and-passkey.test.ts`],
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
        text: "if (!orgPages.canShow(orgUrl, need)) return { kind: 'unavailable' };",
        instead: '',
        without: 'a page is asked for that cannot be',
      },
      {
        text: "if (!options || (passkeys !== 'any' && demandsKept(options)))",
        instead: 'if (!options)',
        without: 'an org that takes only kept passkeys gets one from a security key',
      },
    ],
  },
  {
    file: 'main/registration/passkey.ts',
    tests: [`${folder}/captcha-and-passkey.test.ts`],
    mutants: [
      {
        text: "if (passkeys === 'any') return options;",
        instead: 'return options;',
        without: 'the browser is asked to keep a passkey where none can be kept',
      },
      {
        text: "      authenticatorAttachment: 'cross-platform',\n",
        instead: '',
        without: 'the browser may offer the computer itself',
      },
      {
        text: "    hints: ['security-key'],\n",
        instead: '',
        without: 'the hints of the org win over the attachment',
      },
      {
        text: "need !== 'kept-passkey' && orgPages.canShow(orgUrl, need)",
        instead: 'orgPages.canShow(orgUrl, need)',
        without: 'a visitor leaves a passkey in a kiosk',
      },
    ],
  },
  {
    file: 'main/registration/idx/control.ts',
    tests: [`${folder}/view/step-view.test.ts`, `${folder}/view/authenticator.test.ts`],
    mutants: [
      {
        text: "raw['secret'] === true && (key === undefined || keptCodes.includes(key))",
        instead: "raw['secret'] === true",
        without: 'the code of a method that nobody knows is typed blindly',
      },
      {
        text: '(key === undefined || keptCodes.includes(key))',
        instead: 'false',
        without: 'the PIN of a token is shown',
      },
    ],
  },
  {
    file: 'preload/typed/identifier.ts',
    tests: ['test/unit/typed/identifier.test.ts'],
    mutants: [
      {
        text: 'return addressIn(seen) ?? seen;',
        instead: 'return seen;',
        without: 'an account gets the brackets around an address as its name',
      },
      {
        text: 'return isAddress ? `${local}@${domain}` : null;',
        instead: 'return `${local}@${domain}`;',
        without: 'a name that is no address is changed',
      },
    ],
  },
  {
    file: 'main/registration/idx/links.ts',
    tests: [`${folder}/idx/links.test.ts`, `${folder}/view/step-view.test.ts`],
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
    file: 'main/registration/one-at-a-time.ts',
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
