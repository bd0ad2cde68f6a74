import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const packages = {
  'dbus-daemon': 'dbus',
  'dbus-send': 'dbus',
  'gnome-keyring-daemon': 'gnome-keyring',
  'secret-tool': 'libsecret-tools libsecret-1-0',
};

const loginPassword = 'the login password';

/** `silent` is a dialog that nobody looks at. */
export type Prompter = 'none' | 'silent';

/** A D-Bus session of its own, with no service but those that a test starts. */
export interface Session {
  /** What a process needs to be part of it, with keyrings and a home of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its keyrings and that home are. */
  readonly folder: string;
  /** Starts gnome-keyring: with the login keyring unlocked, or with whatever there is, locked. */
  startKeyring(state: 'unlocked' | 'locked'): Promise<void>;
  /** Ends gnome-keyring; its keyrings stay on disk, as after a logout. */
  stopKeyring(): Promise<void>;
  /** What another program sees of an entry. */
  lookup(account: string): Promise<string>;
  /** The account names of all entries of the app. */
  accounts(): Promise<string[]>;
  lock(): Promise<void>;
  /** Unlocks the login keyring as a login does, through PAM's door. */
  unlock(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the session. `prompter`: what unlocking asks through. */
export async function startSession(prompter: Prompter = 'none'): Promise<Session> {
  await requirePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-keychain-'));
  const environment = privateEnvironment(folder);
  const options = { env: withoutDisplay({ ...process.env, ...environment }) };
  const bus = await startBus(folder, prompter, options.env);
  let keyring: ChildProcess | null = null;

  const run = (program: string, args: readonly string[]) => execute(program, args, options);

  async function callSecrets(method: string, ...args: string[]) {
    const target = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
    await run('dbus-send', ['--session', '--print-reply', ...target, method, ...args]);
  }

  const session: Session = {
    environment,
    folder,
    async startKeyring(state) {
      const args = ['--foreground', '--components=secrets'];
      keyring = spawn('gnome-keyring-daemon', state === 'unlocked' ? [...args, '--unlock'] : args, {
        ...options,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      keyring.stdin?.end(state === 'unlocked' ? loginPassword : '');
      await waitFor('gnome-keyring', () => callSecrets('org.freedesktop.DBus.Peer.Ping'));
    },
    async stopKeyring() {
      if (keyring) await end(keyring);
      keyring = null;
    },
    async lookup(account) {
      const query = ['lookup', 'service', 'Frontdesk', 'account', account];
      return (await run('secret-tool', query).catch(() => ({ stdout: '' }))).stdout;
    },
    async accounts() {
      // The secrets go to standard output, the attributes to standard error.
      const { stdout, stderr } = await run(
        'secret-tool',
        'search --all service Frontdesk'.split(' '),
      );
      return [...`${stdout}\n${stderr}`.matchAll(/^attribute\.account = (.*)$/gm)]
        .map(([, account = '']) => account)
        .sort();
    },
    lock: () =>
      callSecrets(
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      ),
    unlock: () => unlockLoginKeyring(join(folder, 'runtime')),
    async stop() {
      await session.stopKeyring();
      await end(bus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return session;
}

async function requirePrograms(): Promise<void> {
  for (const [program, name] of Object.entries(packages)) {
    await execute('sh', ['-c', `command -v ${program}`]).catch(() => {
      throw new Error(`${program} is missing: apt-get install ${name}`);
    });
  }
}

/** Points everything that libsecret and gnome-keyring look at into the folder. */
function privateEnvironment(folder: string): Record<string, string> {
  const places = {
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { mode: 0o700 });
  return { ...places, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus` };
}

/** Without what leads to the desktop that the tests run on. Changes `environment` itself. */
export function withoutDisplay(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'GNOME_KEYRING_CONTROL']) {
    Reflect.deleteProperty(environment, name);
  }
  return environment;
}

async function startBus(
  folder: string,
  prompter: Prompter,
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const services = join(folder, 'services');
  mkdirSync(services);
  if (prompter === 'silent') {
    // It starts and never answers.
    const service = '[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/bin/sleep 20\n';
    writeFileSync(join(services, 'prompter.service'), service);
  }
  const config = join(folder, 'bus.conf');
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
      "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig>
      <type>session</type>
      <listen>unix:path=${folder}/bus</listen>
      <servicedir>${services}</servicedir>
      <policy context="default">
        <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
      </policy>
    </busconfig>`,
  );
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address', `--config-file=${config}`], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (bus.stdout) await once(bus.stdout, 'data');
  return bus;
}

/** gnome-keyring's control protocol: a byte for credentials, lengths in network order, op 1. */
async function unlockLoginKeyring(runtime: string): Promise<void> {
  const secret = Buffer.from(loginPassword);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(12 + secret.length, 1);
  header.writeUInt32BE(1, 5);
  header.writeUInt32BE(secret.length, 9);
  const socket = connect(join(runtime, 'keyring', 'control'));
  await once(socket, 'connect');
  socket.write(Buffer.concat([header, secret]));
  const [reply] = await once(socket, 'data');
  socket.destroy();
  const result = Buffer.isBuffer(reply) ? reply.readUInt32BE(4) : -1;
  if (result !== 0) throw new Error(`gnome-keyring does not unlock: ${String(result)}`);
}

async function waitFor(what: string, attempt: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    try {
      await attempt();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${what} does not answer`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
