import type { MutatedFile } from './mutant.ts';

const credentials = 'test/unit/credentials';
const settings = 'test/unit/settings';

/** What is kept on the computer, and whose word counts there. */
export const storage: readonly MutatedFile[] = [
  {
    file: 'main/credentials/entries.ts',
    tests: [`${credentials}/entries.test.ts`, `${credentials}/stored-secret.test.ts`],
    mutants: [
      {
        text: 'output.checksum === checksum(output.value)',
        instead: 'true',
        without: 'two halves of two tokens count as one',
      },
      {
        text: 'version: v.literal(1)',
        instead: 'version: v.number()',
        without: 'a secret of another version is read as this one',
      },
      {
        text: 'if (count > maxEntries) return null;',
        instead: '',
        without: 'a token is cut off without a word',
      },
    ],
  },
  {
    file: 'main/credentials/stored-secret.ts',
    tests: [`${credentials}/stored-secret.test.ts`],
    mutants: [
      {
        text: 'of entries.reverse()',
        instead: 'of entries',
        without: 'an interrupted write leaves a new beginning before an old end',
      },
      {
        text: '  await deleteAll(keychain, accounts.slice(texts.length));\n',
        instead: '',
        without: 'parts of the last token stay',
      },
      {
        text: "if (open.kind !== 'done') return open;",
        instead: '',
        without: 'a locked keychain passes for an empty one',
      },
      {
        text: "return open.kind === 'done' ? 'removed' : open.kind;",
        instead: "return 'removed';",
        without: 'a token is said to be gone that is not',
      },
    ],
  },
  {
    file: 'main/credentials/credentials.ts',
    tests: [`${credentials}/credentials.test.ts`],
    mutants: [
      {
        text: 'const outcome = last.then(operation);',
        instead: 'const outcome = operation();',
        without: 'entries of two tokens are mixed',
      },
      {
        text: '    memory.delete(name);\n    const refusal = await open();',
        instead: '    const refusal = await open();',
        without: 'a removed token stays in memory',
      },
      {
        text: "if (outcome !== 'stored') return refused(outcome);\n      memory.delete(name);",
        instead: "if (outcome !== 'stored') return refused(outcome);",
        without: 'a stored token stays in memory',
      },
      {
        text: "kind: refusal === 'locked' ? 'locked' : 'memory'",
        instead: "kind: 'memory'",
        without: 'nobody is asked to unlock the keychain',
      },
    ],
  },
  {
    file: 'main/credentials/keytar-keychain.ts',
    tests: [`${credentials}/keytar-keychain.test.ts`],
    mutants: [
      {
        text: 'options.onCall(call);',
        instead: '',
        without: 'a prompt that nobody answers keeps the process',
      },
      {
        text: "if (written.kind === 'done') await remove(check);",
        instead: '',
        without: 'the check leaves an entry behind',
      },
      {
        text: "if (platform !== 'linux') return { kind: 'done', value: null };",
        instead: '',
        without: 'macOS asks before it has to',
      },
    ],
  },
  {
    file: 'main/credentials/limit-calls.ts',
    tests: [`${credentials}/keytar-keychain.test.ts`],
    mutants: [
      {
        text: "if (waiting) return { kind: 'locked' };",
        instead: '',
        without: 'waiting calls take every thread',
      },
      {
        text: 'return await Promise.race([answer, late]);',
        instead: 'return await answer;',
        without: 'the app waits behind a prompt',
      },
    ],
  },
  {
    file: 'main/credentials/end-despite.ts',
    tests: [`${credentials}/end-despite.test.ts`],
    mutants: [
      {
        text: "ending.once('exit', end);",
        instead: '',
        without: 'the process stays behind a prompt',
      },
      { text: 'call.then(forget, forget);', instead: '', without: 'every end becomes a kill' },
    ],
  },
  {
    file: 'main/credentials/failures.ts',
    tests: [`${credentials}/keytar-keychain.test.ts`],
    mutants: [
      {
        text: "? 'locked' : 'unavailable'",
        instead: "? 'unavailable' : 'unavailable'",
        without: 'a locked keychain passes for none',
      },
    ],
  },
  {
    file: 'main/settings/managed/read-file.ts',
    tests: [`${settings}/managed/read-file.test.ts`],
    mutants: [
      {
        text: 'constants.O_NOFOLLOW, distrust',
        instead: '0, distrust',
        without: "a link makes anybody's file the administrator's",
      },
      {
        text: "if (stats.uid !== 0) return 'not owned by root';",
        instead: '',
        without: "anybody's file is the administrator's",
      },
      {
        text: '(stats.mode & 0o022) === 0',
        instead: 'stats.mode >= 0',
        without: "a file that anybody may write is the administrator's",
      },
      { text: ' | constants.O_NONBLOCK', instead: '', without: 'a pipe holds up the start' },
      {
        text: "if (!stats.isFile()) return { kind: 'unreadable', reason: 'not a file' };",
        instead: '',
        without: 'a device is read',
      },
      {
        text: "if (stats.size > maxBytes) return { kind: 'unreadable', reason: 'too large' };",
        instead: '',
        without: 'a file of any size is read',
      },
      {
        text: "read.kind === 'absent' ?",
        instead: "read.kind === 'found' && read.text === '' ?",
        without: 'a file that is missing says nothing',
      },
    ],
  },
  {
    file: 'main/settings/managed/read-managed.ts',
    tests: [`${settings}/managed/read-managed.test.ts`],
    mutants: [
      {
        text: 'judged.reduceRight<',
        instead: 'judged.reduce<',
        without: 'a weaker source overrules the system',
      },
      {
        text: 'if (!Object.hasOwn(content, key)) take(',
        instead: 'take(',
        without: 'the name of earlier versions overrules the one of today',
      },
      {
        text: 'return { values: lastGood ?? {}, lastGood };',
        instead: 'return { values: {}, lastGood };',
        without: 'a file that turns unreadable sets a kiosk free',
      },
      {
        text: 'const before = lastGood[key];',
        instead: 'const before: undefined = undefined;',
        without: 'a typing error sets a kiosk free',
      },
      {
        text: ".replace(/^\\uFEFF/, '')",
        instead: '',
        without: 'a file of a Windows editor counts for nothing',
      },
    ],
  },
  {
    file: 'main/settings/managed/watch-managed.ts',
    tests: [`${settings}/managed/watch-managed.test.ts`],
    mutants: [
      {
        text: 'changed.some(isUnsettled) && unsettled !== found',
        instead: 'false',
        without: 'a file that is being exchanged counts as gone',
      },
      {
        text: "describe(path, 'content'), folders",
        instead: 'folders',
        without: 'a file that others may write by now goes on counting unseen',
      },
    ],
  },
  {
    file: 'main/settings/settings.ts',
    tests: [`${settings}/settings.test.ts`],
    mutants: [
      {
        text: "table[key].effect === 'next-start' ? atStart : managed",
        instead: 'managed',
        without: 'a page says that a change counts later which counts at once',
      },
      {
        text: '        latest = next;\n',
        instead: '        latest = managed = next;\n',
        without: 'settings change in the middle of a sign-up',
      },
    ],
  },
  {
    file: 'main/desk/changes.ts',
    tests: ['test/unit/desk/changes.test.ts'],
    mutants: [
      {
        text: "if (phase === 'idle') unforeseen",
        instead: 'if (phase) unforeseen',
        without: 'settings change in the middle of a sign-up',
      },
      {
        text: ' || beginning > 0',
        instead: '',
        without: 'settings change while a sign-up begins',
      },
    ],
  },
  {
    file: 'main/settings/managed/sources.ts',
    tests: [`${settings}/managed/sources.test.ts`],
    mutants: [
      {
        text: 'options.isPackaged ? undefined : ',
        instead: '',
        without: "the environment overrules a packaged app's administrator",
      },
    ],
  },
  {
    file: 'main/settings/rules/addresses.ts',
    tests: [
      `${settings}/rules/org-url.test.ts`,
      `${settings}/rules/issuer.test.ts`,
      `${settings}/rules/redirect-uri.test.ts`,
    ],
    mutants: [
      {
        text: "return url.username !== '' || url.password !== '';",
        instead: 'return false;',
        without: 'a password is kept in the settings',
      },
      {
        text: "url.protocol === 'http:' && isLoopbackHost(host)",
        instead: "url.protocol === 'http:'",
        without: 'people sign up over plain http',
      },
      {
        text: "if (adminHost.test(host)) return { problem: 'admin-host' };",
        instead: '',
        without: "the Admin Console's address is kept",
      },
      { text: '!dottedName.test(host)', instead: 'false', without: 'a host that is none is kept' },
      {
        text: "url.protocol.includes('.') ?",
        instead: 'url.protocol ?',
        without: 'javascript: is a redirect URI',
      },
      {
        text: "if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) return { problem: 'not-https' };",
        instead: '',
        without: 'codes come back over plain http',
      },
    ],
  },
  {
    file: 'main/settings/table.ts',
    tests: [`${settings}/managed/read-managed.test.ts`, `${settings}/settings.test.ts`],
    mutants: [
      {
        text: "table[key].setBy.includes('administrator')",
        instead: 'true',
        without: "a file for everybody sets what is a person's alone",
      },
      {
        text: "table[key].setBy.includes('person')",
        instead: 'true',
        without: "a person sets what is an administrator's alone",
      },
    ],
  },
  {
    file: 'main/settings/stored/settings-file.ts',
    tests: [`${settings}/stored/settings-file.test.ts`],
    mutants: [
      {
        text: "found.kind === 'found' ? merge(found.content, known, content) : { ...content }",
        instead: '{ ...content }',
        without: 'a save undoes what another has saved',
      },
      {
        text: 'configFileMode: 0o600',
        instead: 'configFileMode: 0o644',
        without: "others read a person's settings",
      },
    ],
  },
];
