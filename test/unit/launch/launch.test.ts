import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../main/launch.mjs', import.meta.url));

/** Runs the launcher as if this Node were another version. */
function launch(parameters: string[], version?: string) {
  const pretend =
    version === undefined
      ? []
      : [
          '--import',
          `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`,
        ];
  return spawnSync(process.execPath, [...pretend, script, ...parameters], { encoding: 'utf8' });
}

describe('the launcher', () => {
  it.each(['12.22.12', '18.20.8'])('tells Node %s that it is too old', (version) => {
    const { status, stdout, stderr } = launch(['start'], version);
    expect(status).toBe(1);
    expect(stderr).toContain(`Frontdesk needs Node 20 or newer to start; this is Node ${version}.`);
    expect(stdout).toBe('');
  });

  it('can be read by those Nodes: it imports nothing before it has looked', () => {
    expect(readFileSync(script, 'utf8')).not.toMatch(/^import |\?\?=|^\s*await /m);
  });

  it('names its commands when asked for another', () => {
    const { status, stdout, stderr } = launch(['begin']);
    expect(status).toBe(1);
    expect(stderr).toContain('There is no command "begin".');
    expect(stderr).toContain('start:browser');
    expect(stdout).toBe('');
  });
});
