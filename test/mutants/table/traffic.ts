import type { MutatedFile } from './mutant.ts';

/** What comes in from the page, and what goes out to an org. */
export const traffic: readonly MutatedFile[] = [
  {
    file: 'main/ipc/serve.ts',
    tests: [
      'test/contract/audience.test.ts',
      'test/contract/every-call.test.ts',
      'test/contract/no-secret-crosses.test.ts',
      'test/unit/ipc/serve.test.ts',
    ],
    mutants: [
      {
        text: "if (sender !== 'trusted' && !(sender === 'bystander' && audience === 'all')) {",
        instead: "if (sender === 'unknown-sender') {",
        without: 'a frame or another origin calls main',
      },
      {
        text: "sender === 'bystander' && audience === 'all'",
        instead: "sender === 'bystander'",
        without: "a page that shows the desk alone asks for a person's sign-up",
      },
      {
        text: 'if (!parsed.success || Array.isArray(request)) {',
        instead: 'if (!parsed.success) {',
        without: 'a list passes as an object',
      },
      {
        text: "log.warn('ipc.refused', { channel, reason: 'invalid-request' });\n    return fail('invalid-request');",
        instead: '',
        without: 'a request of any shape reaches a handler',
      },
      {
        text: 'if (definition.errors.includes(code)) return',
        instead: 'if (code) return',
        without: 'an error that nobody declared crosses over',
      },
      {
        text: 'if (parsed.success) return ok(parsed.output);',
        instead: 'return ok(parsed.success ? parsed.output : result.value);',
        without: 'an answer of any shape crosses over',
      },
      {
        text: 'detail: placeOf(error) });',
        instead: 'detail: String(error) });',
        without: "an error's message is logged with what it quotes",
      },
      {
        text: "if (typeof handler !== 'function') throw",
        instead: 'if (handler === null) throw',
        without: 'a call without a handler is found out by a person',
      },
    ],
  },
  {
    file: 'main/ipc/publish.ts',
    tests: ['test/contract/every-call.test.ts', 'test/contract/bridge.test.ts'],
    mutants: [
      {
        text: 'if (parsed.success) doorway.push(audiences[name], name, parsed.output);',
        instead: 'if (parsed.success || payload) doorway.push(audiences[name], name, payload);',
        without: 'an event of any shape crosses over',
      },
    ],
  },
  {
    file: 'main/network/okta-http.ts',
    tests: ['test/unit/network/okta-http.test.ts'],
    mutants: [
      {
        text: "redirect: request.redirect ?? 'error'",
        instead: "redirect: request.redirect ?? 'follow'",
        without: 'a redirect carries the request to another host',
      },
      { text: "        cache: 'no-store',\n", instead: '', without: 'answers stay in a cache' },
      {
        text: '!options.allowedOrigins.includes(url.origin)',
        instead: 'false',
        without: "an answer's address gets a person's data",
      },
      {
        text: 'AbortSignal.any([lifetime.signal, timeout])',
        instead: 'timeout',
        without: 'a person who left goes on asking',
      },
      {
        text: "      return 'tls';\n",
        instead: "      return 'unreachable';\n",
        without: 'a false certificate passes for no network',
      },
      {
        text: "request.method === 'GET' && !request.hasEffect",
        instead: '!request.hasEffect',
        without: 'a form is posted twice',
      },
      {
        text: ' && !request.hasEffect;',
        instead: ';',
        without: 'a one-time link is opened twice, and is spent the second time',
      },
      {
        text: 'path: url.pathname,',
        instead: 'path: url.href,',
        without: 'a log line holds a query',
      },
    ],
  },
  {
    file: 'main/log.ts',
    tests: ['test/unit/log.test.ts', 'test/contract/no-secret-crosses.test.ts'],
    mutants: [
      {
        text: 'const kept = allowedFields.flatMap((name) => {',
        instead: 'const kept = (Object.keys(fields) as (keyof LogFields)[]).flatMap((name) => {',
        without: 'a field that nobody thought of is logged',
      },
      { text: 'value.slice(0, 300)', instead: 'value', without: 'a log line has any length' },
    ],
  },
];
