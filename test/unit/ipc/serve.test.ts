import { expect, it } from 'vitest';
import * as v from 'valibot';
import { serve } from '../../../main/ipc/serve';
import { createLog } from '../../../main/log';
import { ok } from '../../../preload/contract/define';

const calls = {
  area: { name: { request: v.object({}), response: v.null(), errors: [] } },
};

it('does not start without a handler for each call', () => {
  const handlers = { area: { name: async () => ok(null) } };
  Reflect.deleteProperty(handlers.area, 'name');
  const doorway = { handle: () => () => {}, push: () => {} };
  const begin = () => serve(calls, handlers, { doorway, log: createLog(() => {}) });
  expect(begin).toThrow('No handler for');
});
