import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCommand, openExternal } from '../../../../main/shell/browser/open-external';

const address = 'https://example.com/?a=1&b=2';

it.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', address]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', address]],
  ['linux', {}, null],
  ['darwin', {}, ['open', address]],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', address]],
] as const)('on %s with %o runs %o', (platform, environment, command) => {
  expect(openCommand(address, { platform, environment })).toEqual(command);
});

describe.runIf(process.platform === 'linux')('the opener of the system', () => {
  async function install(script: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'opener-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    onTestFinished(() => void vi.unstubAllEnvs());
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/opened'\n${script}\n`);
    await chmod(opener, 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    vi.stubEnv('DISPLAY', ':0');
    return join(folder, 'opened');
  }

  it('gets an address as it is, and never one that may not be opened', async () => {
    const opened = await install('');
    expect(await openExternal(new URL('file:///etc/passwd'))).toBe(false);
    expect(await openExternal(new URL(address))).toBe(true);
    expect(await readFile(opened, 'utf8')).toBe(`${address}\n`);
  });

  it('starts no browser as plain Node', async () => {
    const opened = await install(`test -z "$ELECTRON_RUN_AS_NODE"`);
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    expect(await openExternal(new URL(address))).toBe(true);
    expect(await readFile(opened, 'utf8')).toBe(`${address}\n`);
  });

  it('may say that it knows no browser', async () => {
    await install('exit 3');
    expect(await openExternal(new URL(address))).toBe(false);
  });

  it('may stay as long as the browser does', async () => {
    await install('sleep 5');
    expect(await openExternal(new URL(address))).toBe(true);
  });
});
