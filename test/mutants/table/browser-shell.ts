import type { MutatedFile } from './mutant.ts';

const folder = 'test/unit/shell/browser';

/** The app as a server on loopback. */
export const browserShell: readonly MutatedFile[] = [
  {
    file: 'main/shell/browser/server.ts',
    tests: [`${folder}/server.test.ts`],
    mutants: [
      {
        text: "server.listen(0, '127.0.0.1', resolve);",
        instead: "server.listen(0, '0.0.0.0', resolve);",
        without: 'other computers reach the app',
      },
      {
        text: '        server.closeAllConnections();\n',
        instead: '',
        without: 'open pages keep the app from ending',
      },
    ],
  },
  {
    file: 'main/shell/browser/network.ts',
    tests: [`${folder}/network.test.ts`],
    mutants: [
      {
        text: "headers.set('connection', 'close');",
        instead: '',
        without: "the next person's requests use the last one's connection",
      },
      {
        text: '      closing.abort();\n',
        instead: '',
        without: 'a person who left goes on asking',
      },
    ],
  },
  {
    file: 'main/shell/browser/event-stream.ts',
    tests: [`${folder}/event-stream.test.ts`],
    mutants: [
      {
        text: 'if (pages.size === 0) desertion = setTimeout(onDeserted, absence);',
        instead: '',
        without: 'a person stays after their last page is closed',
      },
      {
        text: '      clearTimeout(desertion);\n      response.writeHead',
        instead: '      response.writeHead',
        without: 'a reload forgets the person',
      },
    ],
  },
  {
    file: 'main/shell/browser/org-pages.ts',
    tests: [`${folder}/org-pages.test.ts`],
    mutants: [
      {
        text: 'isLoopback(new URL(orgUrl))',
        instead: 'true',
        without: 'a task is posted to an org that knows nothing of it',
      },
      {
        text: "randomBytes(32).toString('base64url')",
        instead: "'ticket'",
        without: 'the ticket can be guessed',
      },
      {
        text: "      redirect: 'error',\n      signal,\n    });",
        instead: "      redirect: 'follow',\n      signal,\n    });",
        without: 'the task is handed on to another host',
      },
      {
        text: "await fetch(address('/outcome'), { redirect: 'error', signal })",
        instead: "await fetch(address('/outcome'), { redirect: 'follow', signal })",
        without: "another host's outcome is taken",
      },
      {
        text: 'AbortSignal.any([signal, AbortSignal.timeout(patience)])',
        instead: 'signal',
        without: 'the app waits for ever',
      },
    ],
  },
];
