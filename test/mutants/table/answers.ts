import type { MutatedFile } from './mutant.ts';

const network = 'test/unit/network';

/** How what others send is read, judged and told, and what of it reaches a terminal. */
export const answers: readonly MutatedFile[] = [
  {
    file: 'main/network/read-body.ts',
    tests: [`${network}/read-body.test.ts`],
    mutants: [
      {
        text: 'if (length + value.length > limit)',
        instead: 'if (length + value.length > limit * 2)',
        without: 'a body takes more memory than it may',
      },
      {
        text: '    ending.forget();\n    stop();\n',
        instead: '    ending.forget();\n',
        without: 'an endless body goes on coming',
      },
      {
        text: 'await Promise.race([reader.read(), ending.reached])',
        instead: 'await reader.read()',
        without: 'a body that stays away outlives the abort',
      },
      {
        text: '  if (signal?.aborted) end();\n',
        instead: '',
        without: 'a body is waited for that nobody wants any more',
      },
    ],
  },
  {
    file: 'main/network/read-json.ts',
    tests: [`${network}/read-json.test.ts`],
    mutants: [
      {
        text: 'depth > jsonBounds.depth || ',
        instead: '',
        without: 'an answer is nested until the stack ends',
      },
      {
        text: ' || values > jsonBounds.values',
        instead: '',
        without: 'an answer has any number of values',
      },
      {
        text: 'if (end - start > jsonBounds.text) return false;',
        instead: '',
        without: 'a text has any length',
      },
      {
        text: '.size > jsonBounds.names)',
        instead: '.size < 0)',
        without: 'different names take the parser minutes',
      },
      {
        text: "['__proto__', 'toString', 'valueOf']",
        instead: "['__proto__']",
        without: 'no text can be made of an answer',
      },
      {
        text: "['__proto__', 'toString', 'valueOf'];",
        instead: "['toString', 'valueOf'];",
        without: 'an answer names the prototype of its copies',
      },
      {
        text: 'Number.isFinite(parsed) ? parsed : null',
        instead: 'parsed',
        without: 'a number is beyond all numbers',
      },
      {
        text: 'parsed.isWellFormed() ? parsed : parsed.toWellFormed()',
        instead: 'parsed',
        without: 'half a character throws where an address is made of it',
      },
    ],
  },
  {
    file: 'main/network/retry-after.ts',
    tests: [`${network}/retry-after.test.ts`],
    mutants: [
      {
        text: 'Math.min(Math.max(1, Math.ceil(seconds)), longestWait)',
        instead: 'Math.max(1, Math.ceil(seconds))',
        without: 'a wait of years is counted down',
      },
      {
        text: 'Math.max(1, Math.ceil(seconds)), longestWait',
        instead: 'Math.ceil(seconds), longestWait',
        without: 'a wait lies in the past',
      },
      {
        text: 'if (number < firstTime) return bounded(number);',
        instead: 'return bounded(number);',
        without: 'a time since the epoch passes for a number of seconds',
      },
      {
        text: 'number < firstMilliseconds ? number : number / 1000',
        instead: 'number',
        without: 'milliseconds pass for seconds',
      },
      {
        text: '/[a-z]/i.test(given) ? Date.parse(given) : Number.NaN',
        instead: 'Date.parse(given)',
        without: 'a signed number passes for a year',
      },
      {
        text: "return isUsedUp ? secondsIn(headers['x-rate-limit-reset'], serverNow) : null;",
        instead: "return secondsIn(headers['x-rate-limit-reset'], serverNow);",
        without: 'somebody waits whose limit is not used up',
      },
    ],
  },
  {
    file: 'main/network/foreign-answer.ts',
    tests: [`${network}/foreign-answer.test.ts`],
    mutants: [
      {
        text: "  if (outcome.kind === 'redirected') return 'network-sign-in';\n",
        instead: '',
        without: 'a portal that redirects passes for no connection',
      },
      {
        text: "  if (status === 511 || status === 407) return 'network-sign-in';\n",
        instead: '',
        without: 'a network that wants a sign-in passes for a server in trouble',
      },
      {
        text: '  if (isJson(text)) return null;\n',
        instead: '',
        without: "the org's own answer passes for somebody else's",
      },
      {
        text: "  if (status === 413) return 'request-too-large';\n",
        instead: '',
        without: 'nobody hears that what they typed is too long',
      },
      {
        text: "return isPage(outcome) ? 'network-sign-in' : null;",
        instead: 'return null;',
        without: "a hotel's page passes for an answer of the org",
      },
      {
        text: '  if (isOktasPage(outcome)) return null;\n',
        instead: '',
        without: "Okta's own refusal is told as a gateway's",
      },
      {
        text: '[403, 405, 406, 451].includes(status)',
        instead: 'false',
        without: "a gateway's refusal passes for the org's",
      },
      {
        text: "text.trim() !== '' || [502, 504].includes(status)",
        instead: 'false',
        without: "a gateway's trouble passes for the org's",
      },
      {
        text: "if (text.trim() === '') return false;",
        instead: '',
        without: 'an empty answer passes for a page',
      },
    ],
  },
  {
    file: 'main/network/network-fault.ts',
    tests: [`${network}/network-fault.test.ts`],
    mutants: [
      {
        text: '    link = link.cause;\n',
        instead: '    return;\n',
        without: 'what Node hides in the cause is told as no connection',
      },
      {
        text: 'if (link instanceof AggregateError) for (const part of link.errors) yield* signsOf(part);',
        instead: '',
        without: 'a host with two addresses has no fault of its own',
      },
      {
        text: "  ['client-certificate', /CERTIFICATE_REQUIRED$/],\n",
        instead: '',
        without: 'a certificate that is asked for passes for one that is false',
      },
      {
        text: "  ['name-not-found', /^ENOTFOUND$|ERR_(NAME_|ICANN_NAME_|DNS_|HOST_RESOLVER_)/],\n",
        instead: '',
        without: 'a mistyped address passes for no network',
      },
    ],
  },
  {
    file: 'main/registration/view/room.ts',
    tests: ['test/unit/registration/view/room.test.ts'],
    mutants: [
      {
        text: 'return all.slice(0, most);',
        instead: 'return all;',
        without: 'a list of any length is drawn',
      },
      {
        text: '    this.#isLeftOut = true;\n',
        instead: '',
        without: 'a list is cut without a word',
      },
      {
        text: 'Math.min(bounds.options, fairShare(listLengths(inputs), inAll.options))',
        instead: 'bounds.options',
        without: 'many lists together take the page minutes',
      },
      {
        text: '    this.#fields -= taken.length;\n',
        instead: '',
        without: 'the fields of options have no bound in all',
      },
      {
        text: '    this.#messages -= taken.length;\n',
        instead: '',
        without: 'the messages of fields have no bound in all',
      },
    ],
  },
  {
    file: 'main/unforeseen.ts',
    tests: ['test/unit/unforeseen.test.ts'],
    mutants: [
      {
        text: 'noteDetail(placeOf(error), kind)',
        instead: 'noteDetail(`${error}`, kind)',
        without: "an error's words are logged, and one without words ends the process",
      },
      {
        text: "if (kind !== 'page') tell(reference);",
        instead: '',
        without: 'nobody at the app hears of a defect',
      },
      {
        text: "  process.on('unhandledRejection', (error) => note(error, 'unhandled-rejection'));\n",
        instead: '',
        without: 'a promise that nobody caught ends the process',
      },
      {
        text: "if (!isClosedPipe(error)) note(error, 'uncaught-exception');",
        instead: '',
        without: 'an exception that nobody caught leaves no trace',
      },
      {
        text: 'if (!isClosedPipe(error)) note',
        instead: 'note',
        without: 'a log without a reader logs that it has none, for ever',
      },
      {
        text: "promise.catch((error: unknown) => note(error, 'promise'))",
        instead: 'promise',
        without: 'a promise that nobody waits for ends the process',
      },
    ],
  },
  {
    file: 'main/printable.ts',
    tests: ['test/unit/printable.test.ts'],
    mutants: [
      {
        text: '\\x7f-\\x9f',
        instead: '\\x7f',
        without: 'C1 controls steer a terminal',
      },
      {
        text: '[\\0-\\t\\v-\\x1f',
        instead: '[\\0-\\t',
        without: 'an escape sequence steers a terminal',
      },
      {
        text: '\\u2028-\\u202e\\u2066-\\u2069\\ufeff',
        instead: '\\u2028\\u2029\\ufeff',
        without: 'a line of the log reads backwards',
      },
      {
        text: ".replace(steering, ' ')",
        instead: '',
        without: "an org's sentence steers a terminal",
      },
      {
        text: ".replace(turning, '')",
        instead: '',
        without: "an org's sentence turns ours around",
      },
    ],
  },
  {
    file: 'main/readiness/budget.ts',
    tests: ['test/unit/readiness/budget.test.ts'],
    mutants: [
      {
        text: 'requestsTaken < requests && !ending.signal.aborted',
        instead: '!ending.signal.aborted',
        without: 'an org whose pages never end is asked for ever',
      },
      {
        text: 'if (charactersTaken > characters) wasRefused = true;\n      return charactersTaken <= characters;',
        instead: 'return true;',
        without: 'a run takes all of the memory',
      },
      {
        text: 'setTimeout(() => ending.abort(new BudgetSpent()), milliseconds)',
        instead: 'setTimeout(() => {}, milliseconds)',
        without: 'a run waits as long as an org wants',
      },
    ],
  },
  {
    file: 'main/readiness/request.ts',
    tests: ['test/unit/readiness/budget.test.ts', 'test/unit/readiness/allowed-requests.test.ts'],
    mutants: [
      {
        text: '  if (budget?.takeRequest() === false) throw new BudgetSpent();\n',
        instead: '',
        without: 'requests are not counted',
      },
      {
        text: '    ...(budget ? [budget.signal] : []),\n',
        instead: '',
        without: 'a request outlives the time of its run',
      },
      {
        text: "  if (body.kind === 'too-large') throw new TooLarge();\n",
        instead:
          "  if (body.kind === 'too-large') return { status: 200, headers: response.headers, text: '' };\n",
        without: 'an endless answer passes for an empty one',
      },
    ],
  },
];
