import { expect, it } from 'vitest';
import { environmentOfApps } from '../../../main/launch/child.mjs';

it('starts Electron as Electron, also from the terminal of an editor that is built on it', () => {
  const environment = { ELECTRON_RUN_AS_NODE: '1', DISPLAY: ':0' };
  expect(environmentOfApps(environment)).toEqual({ DISPLAY: ':0' });
  expect(environment).toHaveProperty('ELECTRON_RUN_AS_NODE');
});
