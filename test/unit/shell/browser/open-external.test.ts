import { expect, it } from 'vitest';
import { openCommand } from '../../../../main/shell/browser/open-external';

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
