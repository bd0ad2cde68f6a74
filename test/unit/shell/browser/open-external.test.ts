import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
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

it.runIf(process.platform === 'linux')(
  'hands an address to the system as it is, and never one that may not be opened',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opener-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    onTestFinished(() => void vi.unstubAllEnvs());
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/opened'\n`);
    await chmod(opener, 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    vi.stubEnv('DISPLAY', ':0');

    expect(await openExternal(new URL('file:///etc/passwd'))).toBe(false);
    expect(await openExternal(new URL(address))).toBe(true);
    await vi.waitFor(async () =>
      expect(await readFile(join(folder, 'opened'), 'utf8')).toBe(`${address}\n`),
    );
  },
);
