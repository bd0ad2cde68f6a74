import { expect, it } from 'vitest';
import { reactive } from 'vue';
import { createBridge } from '../../preload/bridges/bridge';
import { withPlainCopies } from '../../renderer/bridge';
import { exposed } from './fake-bridge';

const requests: unknown[] = [];
const bridge = exposed(
  createBridge({
    async invoke(_channel, request) {
      requests.push(request);
      return { ok: true, value: {} };
    },
    subscribe: () => () => {},
  }),
);

it('passes what the page keeps in proxies, which Electron’s bridge refuses', async () => {
  const values = reactive({ 'userProfile.email': 'ada@example.com' });
  const request = reactive({ view: 3, action: 'submit', values });
  expect(() => bridge.registration.submit(request)).toThrow();
  await withPlainCopies(bridge).registration.submit(request);
  expect(requests).toEqual([
    { view: 3, action: 'submit', values: { 'userProfile.email': 'ada@example.com' } },
  ]);
});
