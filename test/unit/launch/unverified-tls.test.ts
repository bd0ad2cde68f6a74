import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findUnverifiedTls } from '../../../main/launch/unverified-tls.mjs';

const none = { environment: {}, parameters: [] };

describe('what takes the protection from connections', () => {
  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED=0', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['--tls-keylog', { NODE_OPTIONS: '--max-old-space-size=100 --tls-keylog=/tmp/keys' }],
    ['--tls-keylog', { NODE_OPTIONS: '--tls_keylog "/tmp/my keys"' }],
    ['--tls-min-v1.0', { NODE_OPTIONS: '"--tls-min-v1.0"' }],
    ['--tls-min-v1.1', { NODE_OPTIONS: '--tls-min-v1.1' }],
    ['--insecure-http-parser', { NODE_OPTIONS: '--insecure-http-parser' }],
    ['--tls-cipher-list', { NODE_OPTIONS: '--tls-cipher-list=ALL:@SECLEVEL=0' }],
    ['--tls-cipher-list', { NODE_OPTIONS: '--tls_cipher_list "aNULL:@seclevel=0"' }],
  ])('is found: %s in %o', (setting, environment) => {
    expect(findUnverifiedTls({ ...none, environment })).toBe(setting);
  });

  it.each([
    [{}],
    // Node checks certificates with each of these.
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '1' }],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '' }],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: 'false' }],
    [{ NODE_EXTRA_CA_CERTS: '/etc/acme.pem', SSL_CERT_FILE: '/etc/acme.pem' }],
    [{ NODE_OPTIONS: '--use-system-ca --tls-min-v1.3 --openssl-legacy-provider' }],
    [{ NODE_OPTIONS: '--title="--tls-keylog"' }],
    // Node writes no keys for it; a browser does.
    [{ SSLKEYLOGFILE: '/tmp/keys' }],
  ])('is not %o', (environment) => {
    expect(findUnverifiedTls({ ...none, environment })).toBeNull();
  });

  it('is found among the flags of the process as well', () => {
    const parameters = ['--use-system-ca', '--tls-keylog=keys', 'out/main/index.js'];
    expect(findUnverifiedTls({ ...none, parameters })).toBe('--tls-keylog');
  });

  it('is found in what is in force, wherever that came from', () => {
    const defaults = { minVersion: 'TLSv1.2', ciphers: 'TLS_AES_256_GCM_SHA384' };
    expect(findUnverifiedTls({ ...none, defaults })).toBeNull();
    const weak = { ...defaults, minVersion: 'TLSv1.1' };
    expect(findUnverifiedTls({ ...none, defaults: weak })).toContain('TLSv1.1');
    const open = { ...defaults, ciphers: 'aNULL:@SECLEVEL=0' };
    expect(findUnverifiedTls({ ...none, defaults: open })).toBe('--tls-cipher-list');
  });

  it.each([
    ['SSLKEYLOGFILE', { environment: { SSLKEYLOGFILE: '/tmp/keys' } }],
    ['--ignore-certificate-errors', { parameters: ['--ignore-certificate-errors'] }],
    [
      '--ignore-certificate-errors-spki-list',
      { parameters: ['--ignore-certificate-errors-spki-list=abc'] },
    ],
    ['--ssl-key-log-file', { parameters: ['--ssl-key-log-file=/tmp/keys'] }],
  ])('is in Electron also %s', (setting, surroundings) => {
    expect(findUnverifiedTls({ ...none, ...surroundings, isChromium: true })).toBe(setting);
    expect(findUnverifiedTls({ ...none, ...surroundings })).toBeNull();
  });
});

describe('a start without protection', () => {
  const path = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const readiness = ['--org', 'https://acme.okta.com', '--client-id', '0oa1'];

  it.each([
    ['npm start', 'main/launch.mjs', ['start'], 1],
    ['npm run start:browser', 'main/launch.mjs', ['start:browser', '--no-open'], 1],
    ['npm run readiness', 'main/launch.mjs', ['readiness', ...readiness], 2],
    ['npm run practice-org', 'main/launch.mjs', ['practice-org'], 1],
    ['the browser shell', 'out/main/index.js', ['--no-open'], 1],
    ['the readiness check', 'out/main/readiness.js', readiness, 2],
  ] as const)('is refused with a sentence: %s', (_name, file, parameters, status) => {
    const ended = spawnSync(process.execPath, [path(file), ...parameters], {
      env,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(ended.status).toBe(status);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(
      'Frontdesk does not start with NODE_TLS_REJECT_UNAUTHORIZED=0: it takes the protection from connections',
    );
  });
});
