import type { MutatedFile } from './mutant.ts';

const folder = 'test/unit/shell/browser';

const served = [`${folder}/site.test.ts`, `${folder}/http-transport.test.ts`];

/** The app as a server on loopback. */
export const browserShell: readonly MutatedFile[] = [
  {
    file: 'main/shell/browser/access.ts',
    tests: [...served, `${folder}/access.test.ts`],
    mutants: [
      {
        text: 'known !== undefined && now() < known.end',
        instead: 'known !== undefined',
        without: 'a ticket never grows old',
      },
      {
        text: '      links.splice(index, 1);\n',
        instead: '',
        without: 'the one-time link works again',
      },
      { text: ' HttpOnly;', instead: '', without: 'a script reads the cookie' },
      {
        text: ' SameSite=Strict;',
        instead: '',
        without: "another site's page calls with the cookie",
      },
      { text: 'headers.host === host', instead: 'true', without: 'a rebound name reaches the app' },
      {
        text: "headers['sec-fetch-site'] === 'same-origin'",
        instead: 'true',
        without: 'another site listens to the events',
      },
      {
        text: "headers.origin === origin && headers['content-type']",
        instead: "headers['content-type']",
        without: 'a page of another origin calls',
      },
      {
        text: '      tickets.delete(ticket);\n',
        instead: '',
        without: 'a ticket opens any number of streams',
      },
      {
        text: 'headers.origin === undefined && hasBearer',
        instead: 'hasBearer',
        without: 'a page acts as the owner',
      },
    ],
  },
  {
    file: 'main/shell/browser/site.ts',
    tests: served,
    mutants: [
      {
        text: '    if (obstacle !== null) return refuse(obstacle);\n',
        instead: '',
        without: 'a picture of a foreign page is a way back',
      },
      {
        text: "    if (obstacle === 'ahead') return void response.writeHead(503).end();\n",
        instead: '',
        without: 'a page that is fetched ahead is a way back',
      },
      {
        text: 'if (address?.origin !== access.origin)',
        instead: 'if (!address)',
        without: 'an address of another server is taken back',
      },
      {
        text: "if (!access.isOwnHost(headers)) return refuse('host');",
        instead: '',
        without: 'a rebound name reaches the app',
      },
      {
        text: "if (!access.isOwner(headers)) return refuse('owner');",
        instead: '',
        without: 'anybody asks for a new link',
      },
      {
        text: "if (!access.hasKey(headers)) return refuse('key');",
        instead: '',
        without: 'the cookie alone calls, which any other port of this machine gets',
      },
    ],
  },
  {
    file: 'main/shell/browser/call.ts',
    tests: served,
    mutants: [
      {
        text: 'if (length > maxBodyBytes) return null;',
        instead: '',
        without: 'a body of any length is read',
      },
    ],
  },
  {
    file: 'main/shell/loopback/callback.ts',
    tests: ['test/unit/shell/loopback/callback.test.ts'],
    mutants: [
      {
        text: "    if (request.headers.host !== new URL(origin).host) return refuse('host');\n",
        instead: '',
        without: 'a rebound name is a way back',
      },
      {
        text: '    if (obstacle !== null) return refuse(obstacle);\n',
        instead: '',
        without: 'a picture of a foreign page is a way back',
      },
      {
        text: "    if (obstacle === 'ahead') return void response.writeHead(503).end();\n",
        instead: '',
        without: 'a page that is fetched ahead is told as one that was refused',
      },
    ],
  },
  {
    file: 'main/shell/loopback/server.ts',
    tests: ['test/unit/shell/loopback/server.test.ts'],
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
        text: 'if (isLast) desertion = setTimeout(onDeserted, absence);',
        instead: '',
        without: 'a person stays after their last page is closed',
      },
      {
        text: "      if (audience === 'person') clearTimeout(desertion);\n",
        instead: '',
        without: 'a reload forgets the person',
      },
      {
        text: "if (audience === 'all' || heard === 'person') page.write(text);",
        instead: 'page.write(text);',
        without: "a page that shows the desk alone receives a person's sign-up",
      },
      {
        text: "![...pages.values()].includes('person')",
        instead: 'pages.size === 0',
        without: 'a person stays for as long as a page of the desk is open',
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
