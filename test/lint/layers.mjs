import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The parts of a folder, from the lowest row to the highest. A part imports parts of lower rows by
 * their doors, and nothing of its own row or above. `rest` stands for every part that no row names.
 *
 * @typedef {object} House
 * @property {string} folder
 * @property {readonly (readonly string[] | 'rest')[]} rows
 * @property {Readonly<Record<string, readonly string[] | 'all'>>} doors the files of a part that others
 *   may import; `index.ts` alone where a part is not named.
 * @property {boolean} [isOpen] every file is a door: the house is one subject.
 */

/** @type {readonly House[]} */
export const houses = [
  {
    folder: 'main',
    rows: [
      ['printable.ts'],
      ['log.ts', 'launch'],
      ['platform.ts', 'unforeseen.ts', 'verified-tls.ts'],
      ['network', 'diagnosis', 'org-page', 'texts'],
      'rest',
      ['desk'],
      ['app.ts', 'command-line'],
      ['shell'],
      ['index.ts', 'launch.mjs'],
    ],
    doors: {
      launch: ['unverified-tls.mjs', 'commands.mjs'],
      network: 'all',
      diagnosis: 'all',
      'org-page': 'all',
      ipc: 'all',
      'practice-org': ['index.ts', 'in-use.ts'],
      readiness: ['index.ts', 'command.ts'],
      shell: ['browser/index.ts', 'electron/index.ts'],
    },
  },
  {
    folder: 'main/shell',
    rows: [['content-security-policy.ts', 'make-folder.ts'], 'rest', ['browser', 'electron']],
    doors: {},
    isOpen: true,
  },
  {
    folder: 'main/registration',
    rows: [
      ['idx'],
      ['altcha.ts', 'belongings.ts', 'id-token.ts', 'one-at-a-time.ts', 'passkey.ts'],
      ['resend-clock.ts', 'returned.ts', 'token-answer.ts'],
      ['view', 'okta-client.ts', 'tokens.ts'],
      ['next-move.ts', 'polling.ts', 'ports.ts', 'screen.ts', 'start-failure.ts', 'unanswered.ts'],
      ['conversation.ts'],
      ['captcha-and-passkey.ts', 'sign-up.ts'],
      ['form-posting.ts'],
      ['session.ts'],
      'rest',
      ['index.ts'],
    ],
    doors: {},
    isOpen: true,
  },
  {
    folder: 'main/practice-org',
    rows: [
      ['ids.ts'],
      ['http', 'policy'],
      ['model'],
      ['authenticators', 'captcha', 'pages'],
      ['idx'],
      'rest',
      ['api'],
      ['routes'],
      ['server.ts', 'cli-options.ts', 'worker-file.ts'],
      ['worker-messages.ts'],
      ['index.ts', 'worker.ts', 'cli.ts'],
      ['in-use.ts'],
    ],
    doors: {},
    isOpen: true,
  },
  {
    folder: 'preload',
    rows: [['typed', 'languages.ts'], ['contract'], ['bridges']],
    doors: { typed: 'all', contract: 'all' },
  },
  {
    folder: 'renderer',
    rows: [
      ['bridge.ts', 'unforeseen.ts', 'use-clock.ts', 'styles', 'public'],
      ['i18n'],
      ['components'],
      ['stores'],
      ['frame'],
      ['readiness'],
      'rest',
      ['desk'],
      ['App.vue'],
      ['main.ts'],
    ],
    doors: {
      styles: 'all',
      i18n: 'all',
      stores: 'all',
      components: 'all',
      frame: 'all',
      desk: 'all',
      pages: 'all',
      readiness: [
        'CauseList.vue',
        'PracticeFault.vue',
        'ReadinessCheck.vue',
        'ReadinessPage.vue',
        'use-causes.ts',
      ],
      registration: ['RegistrationWizard.vue', 'use-start-page.ts'],
    },
  },
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Whether a file holds code that can be imported.
 *
 * @param {string} name
 */
export function isCode(name) {
  return /\.(ts|vue|mjs)$/.test(name) && !name.endsWith('.d.ts');
}

/**
 * The folders of a house and the files that lie beside them, as they are on the disk.
 *
 * @param {House} house
 */
export function partsOf({ folder }) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || isCode(entry.name))
    .map(({ name }) => name)
    .sort();
}

/**
 * What others may import of a part: the paths of files, or of a whole folder.
 *
 * @param {House} house
 * @param {string} part
 */
export function doorsOf({ doors, isOpen }, part) {
  if (isCode(part)) return [part];
  const named = isOpen ? 'all' : (doors[part] ?? ['index.ts']);
  return named === 'all' ? [part] : named.map((door) => `${part}/${door}`);
}

/**
 * The row in which a part stands.
 *
 * @param {House} house
 * @param {string} part
 */
export function rowOf({ rows }, part) {
  const named = rows.findIndex((row) => row !== 'rest' && row.includes(part));
  return named === -1 ? rows.indexOf('rest') : named;
}

/**
 * A zone for every part of a house, as `import-x/no-restricted-paths` takes them.
 *
 * @param {House} house
 */
export function zonesOf(house) {
  const { folder } = house;
  const parts = partsOf(house);
  return parts.map((part) => {
    const below = parts.filter((other) => rowOf(house, other) < rowOf(house, part));
    const allowed = [part, ...below.flatMap((other) => doorsOf(house, other))];
    return {
      target: `./${folder}/${part}`,
      from: `./${folder}`,
      except: allowed.map((path) => `./${path}`),
      message: `${folder}/${part} imports only what test/lint/layers.mjs puts below it, by its doors.`,
    };
  });
}

/** What main and the renderer may import of each other, and of the contract between them. */
const sides = [
  {
    target: './renderer',
    from: './main',
    message: 'The renderer reaches main only through preload/contract.',
  },
  {
    target: './renderer',
    from: './preload',
    except: ['./contract', './typed', './languages.ts'],
    message: 'The renderer knows the contract, and not how a bridge carries it.',
  },
  {
    target: './preload',
    from: ['./main', './renderer'],
    message: 'The doorway imports neither side.',
  },
  { target: './main', from: './renderer', message: 'Main knows nothing of the renderer.' },
  {
    target: './main',
    from: './preload',
    except: ['./contract', './typed', './languages.ts'],
    message: 'Main serves the contract, and does not know how a page reaches it.',
  },
  ...['main', 'preload', 'renderer'].map((side) => ({
    target: `./${side}`,
    from: './test',
    message: 'The app does not need its tests.',
  })),
];

export const zones = [...sides, ...houses.flatMap(zonesOf)];
