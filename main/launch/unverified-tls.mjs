/**
 * What a process is started with that takes the protection from its connections.
 * @typedef {object} Surroundings
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {readonly string[]} parameters what stands behind the program's name, flags of Node first
 * @property {{ minVersion: string, ciphers: string }} [defaults] of Node's TLS, as they are in force
 * @property {boolean} [isChromium] the connections are those of Electron
 */

/** Flags of Node that weaken TLS or write its keys down; `_` and `-` are the same to Node. */
const nodeFlags = [
  /^--tls-keylog(=|$)/,
  /^--tls-min-v1\.[01]$/,
  /^--insecure-http-parser$/,
  /^--tls-cipher-list=.*@?SECLEVEL=0/i,
];

/** Switches of Chromium that do the same for Electron's own network stack. */
const chromiumSwitches = [/^--ignore-certificate-errors(-|=|$)/, /^--ssl-key-log-file(=|$)/];

/**
 * The setting that switches the check of certificates off, lets weak connections in or writes the
 * keys of connections to a file; null where there is none. Further certificates to trust
 * (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`) are no such setting: whoever names them knows whose they are.
 * @param {Surroundings} surroundings
 * @returns {string | null}
 */
export function findUnverifiedTls({ environment, parameters, defaults, isChromium = false }) {
  // Node looks for exactly this value, in the environment at the time of each connection.
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') return 'NODE_TLS_REJECT_UNAUTHORIZED=0';
  // Chromium writes the keys of its connections there; Node does not look at it.
  if (isChromium && environment['SSLKEYLOGFILE']) return 'SSLKEYLOGFILE';
  const words = [...parameters, ...wordsOf(environment['NODE_OPTIONS'] ?? '')].map(spell);
  // The value of a list of ciphers may stand behind a space.
  const flags = words.map((word, index) =>
    word === '--tls-cipher-list' ? `${word}=${words[index + 1] ?? ''}` : word,
  );
  const forbidden = isChromium ? [...nodeFlags, ...chromiumSwitches] : nodeFlags;
  const flag = flags.find((candidate) => forbidden.some((pattern) => pattern.test(candidate)));
  // The value may be a path or a list of ciphers; the name says enough.
  if (flag !== undefined) return flag.split('=')[0] ?? flag;
  if (defaults === undefined) return null;
  if (/^TLSv1(\.1)?$/.test(defaults.minVersion)) return `--tls-min-v1 (${defaults.minVersion})`;
  return /SECLEVEL=0/i.test(defaults.ciphers) ? '--tls-cipher-list' : null;
}

/**
 * The sentence for the terminal.
 * @param {string} setting as `findUnverifiedTls` names it
 */
export function describeUnverifiedTls(setting) {
  return (
    `Frontdesk does not start with ${setting}: it takes the protection from connections to the org, so that others\n` +
    "on the network could read passwords. Remove it and start again. To trust your organization's own certificates,\n" +
    'add them to the system, or name their file in NODE_EXTRA_CA_CERTS.\n'
  );
}

/**
 * NODE_OPTIONS as Node takes it apart: spaces divide, quotation marks hold together.
 * @param {string} text
 * @returns {string[]}
 */
function wordsOf(text) {
  const words = text.match(/(?:[^\s"]|"(?:\\.|[^"\\])*")+/g) ?? [];
  return words.map((word) => word.replace(/"/g, ''));
}

/** @param {string} flag */
function spell(flag) {
  const [name = '', ...value] = flag.split('=');
  return name.startsWith('--') ? [name.replace(/_/g, '-'), ...value].join('=') : flag;
}
