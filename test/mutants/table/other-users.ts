import type { MutatedFile } from './mutant.ts';

const browser = 'test/unit/shell/browser';
const settings = 'test/unit/settings';

/** What other users of the computer, and other pages in the person's browser, are kept from. */
export const otherUsers: readonly MutatedFile[] = [
  {
    file: 'preload/bridges/http-transport.ts',
    tests: [`${browser}/http-transport.test.ts`],
    mutants: [
      {
        text: "'countersign' in grant && grant.countersign === countersign",
        instead: "'countersign' in grant",
        without: 'whoever takes the port gets the forms',
      },
      {
        text: '        opened.close();\n',
        instead: '',
        without: 'a stream goes on with whoever takes the port',
      },
    ],
  },
  {
    file: 'preload/bridges/page-secret.ts',
    tests: [`${browser}/page-secret.test.ts`],
    mutants: [
      {
        text: "  replaceAddress('/');\n",
        instead: '',
        without: 'the token stays in the address',
      },
    ],
  },
  {
    file: 'main/shell/browser/hand-over.ts',
    tests: [`${browser}/hand-over.test.ts`],
    mutants: [
      {
        text: "{ mode: 0o600, flag: 'wx' }",
        instead: "{ flag: 'wx' }",
        without: 'the link stands in a file that everybody may read',
      },
    ],
  },
  {
    file: 'main/shell/folder-claim.ts',
    tests: ['test/unit/shell/folder-claim.test.ts'],
    mutants: [
      {
        text: "    if (isNowhere) return { kind: 'unusable' };\n",
        instead: '',
        without: 'a start below /proc hangs for ever',
      },
      {
        text: 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE',
        instead: 'SELECT 1',
        without: 'two starts have one folder',
      },
      {
        text: '    clear(folder);\n',
        instead: '',
        without: 'what a killed save left stays',
      },
    ],
  },
  {
    file: 'main/launch/unverified-tls.mjs',
    tests: ['test/unit/launch/unverified-tls.test.ts'],
    mutants: [
      {
        text: '  /^--tls-keylog(=|$)/,\n',
        instead: '',
        without: 'the keys of connections are written to a file',
      },
    ],
  },
  {
    file: 'main/settings/managed/windows/read-windows.ts',
    tests: [`${settings}/managed/windows/read-windows.test.ts`],
    mutants: [
      {
        text: 'if (linked !== undefined)',
        instead: 'if (linked === path && false)',
        without: 'a junction leads to the settings of anybody',
      },
      {
        text: "    if (reason !== null) return { kind: 'untrusted', reason: `${name} is ${reason}` };\n",
        instead: '',
        without: "anybody's file is the administrator's",
      },
    ],
  },
  {
    file: 'main/settings/managed/windows/access-list.ts',
    tests: [`${settings}/managed/windows/access-list.test.ts`],
    mutants: [
      {
        text: 'if (!administrators.has(list.owner)) return `owned by ${list.owner}`;',
        instead: '',
        without: 'an owner who is a person counts as an administrator',
      },
      {
        text: "  if (flags.includes('NO_ACCESS_CONTROL')) return null;\n",
        instead: '',
        without: 'a file without a list, which everybody may write, is trusted',
      },
    ],
  },
];
