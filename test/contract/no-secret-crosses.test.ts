import { noOrgPages } from '../support/no-org-pages';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../main/app';
import type { Credentials, SecretName } from '../../main/credentials';
import { createLog } from '../../main/log';
import { resolvePolicy } from '../../main/practice-org/policy/read';
import { startServer } from '../../main/practice-org/server';
import { createBridge } from '../../preload/bridges/bridge';
import type { OutboxMessage } from '../../preload/contract/practice';
import type { StepView } from '../../preload/contract/registration/step';
import { joinDoorway } from './joined-doorway';

const typedSecrets = {
  password: 'Canary4Password',
  wrongCode: '909090',
  token: '00canaryReadOnlyToken',
};

/** Everything that the org sent or was sent which must stay in main. */
function secretsIn(traffic: string): string[] {
  const names = [
    'stateHandle',
    'interaction_handle',
    'interactionHandle',
    'code_verifier',
    'access_token',
    'id_token',
    'interaction_code',
  ];
  const found = names.flatMap((name) => [
    ...traffic.matchAll(new RegExp(`"?${name}"?[=:]\\s*"?([\\w.~+/-]{12,})`, 'g')),
  ]);
  return [...new Set(found.map(([, value = '']) => value))];
}

function memoryCredentials(): Credentials {
  const secrets = new Map<SecretName, string>();
  return {
    status: 'ready',
    onStatus: () => () => {},
    async read(name) {
      const value = secrets.get(name);
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
    },
    async write(name, value) {
      secrets.set(name, value);
      return { kind: 'stored' };
    },
    async remove(name) {
      secrets.delete(name);
      return 'removed';
    },
  };
}

it('keeps every secret of a whole sign-up away from the page, the log and the disk', async () => {
  const policy = resolvePolicy('default');
  if (!policy.ok) throw new Error('no policy');
  let mail: readonly OutboxMessage[] = [];
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const org = await startServer({ ...policy, log, onMail: (messages) => (mail = messages) });
  if (!org.ok) throw new Error(org.reason);
  onTestFinished(org.close);

  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const managed = join(folder, 'managed.json');
  const { issuer, clientId, redirectUri } = org.addresses;
  const orgUrl = new URL(issuer).origin;
  writeFileSync(managed, JSON.stringify({ orgUrl, clientId, issuer, redirectUri }));
  process.env['FRONTDESK_CONFIG'] = managed;
  onTestFinished(() => void delete process.env['FRONTDESK_CONFIG']);

  let traffic = '';
  let authorizations = '';
  const { doorway, transport, crossed } = joinDoorway();
  const userData = join(folder, 'user-data');
  const app = createApp({
    log,
    credentials: memoryCredentials(),
    platform: {
      shell: 'browser',
      isPackaged: false,
      version: '0',
      userDataFolder: userData,
      locales: ['en'],
      doorway,
      orgPages: noOrgPages,
      openNetwork: () => ({
        async fetch(input, init) {
          authorizations += new Headers(init?.headers).get('authorization') ?? '';
          const response = await fetch(input, init);
          traffic += `${String(init?.body ?? '')}\n${await response.clone().text()}\n`;
          return response;
        },
        close: async () => {},
      }),
      openExternal: async () => false,
      present: () => {},
      takesAppScheme: true,
      loopbackRedirectUri: null,
    },
  });
  await app.start();
  onTestFinished(() => app.stop());

  const bridge = createBridge(transport);
  async function step(): Promise<StepView> {
    const result = await bridge.registration.read({});
    if (!result.ok || result.value.phase !== 'step') throw new Error(JSON.stringify(result));
    return result.value;
  }
  async function submit(values: Record<string, string>, action = 'submit') {
    await bridge.registration.submit({ view: (await step()).serial, action, values });
  }
  const code = () => mail.find((message) => message.code !== null)?.code ?? '';

  await bridge.settings.save({ language: 'de' });
  await bridge.registration.start({});
  await submit({
    'userProfile.firstName': 'Ada',
    'userProfile.lastName': 'Lovelace',
    'userProfile.email': 'ada@example.com',
  });
  const picker = (await step()).fields[0];
  const chosen = picker?.options.find(
    ({ authenticator }) => authenticator?.key === 'okta_password',
  );
  await submit({ authenticator: chosen?.id ?? '' });
  await submit({ 'credentials.passcode': typedSecrets.password });
  await submit({ 'credentials.passcode': typedSecrets.wrongCode });
  await submit({ 'credentials.passcode': code() });
  await submit({}, 'skip');
  expect(await bridge.account.read({})).toMatchObject({ value: { state: 'signed-in' } });

  const isChecked = new Promise<void>((resolve) => {
    bridge.on('readiness.changed', ({ state }) => state === 'done' && resolve());
  });
  const token = { kind: 'typed', token: typedSecrets.token } as const;
  await bridge.readiness.run({ draft: null, token, scope: 'all' });
  await isChecked;
  expect(await bridge.readiness.read({})).toMatchObject({ value: { hasToken: true } });
  await bridge.readiness.report({ format: 'text' });
  await bridge.readiness.report({ format: 'markdown' });
  expect(authorizations).toContain(typedSecrets.token);

  const secrets = [...Object.values(typedSecrets), code(), ...secretsIn(traffic)];
  // Handles, verifier, code and tokens were all on their way.
  expect(secrets.length).toBeGreaterThan(8);
  const onDisk = readdirSync(userData).map((name) => readFileSync(join(userData, name), 'utf8'));
  expect(onDisk.join()).toContain('de');
  const places = { crossed: JSON.stringify(crossed), log: lines.join(), disk: onDisk.join() };
  for (const [place, text] of Object.entries(places)) {
    const leaked = secrets.filter((secret) => text.includes(secret));
    expect(leaked, `secrets in ${place}`).toEqual([]);
  }
  expect(places.log).not.toContain('ada@example.com');
});
