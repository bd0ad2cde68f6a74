import { expect, it, vi } from 'vitest';
import { createPublish } from '../../main/ipc/publish';
import { createLog } from '../../main/log';
import { createBridge } from '../../preload/bridges/bridge';
import { allCalls } from '../../preload/contract';
import { joinDoorway } from './joined-doorway';

it('offers every call of the contract and nothing else', () => {
  const bridge = createBridge(joinDoorway().transport);
  const shape = (value: object) => Object.keys(value).sort();
  expect(shape(bridge)).toEqual([...shape(allCalls), 'on'].sort());
  expect(shape(bridge.registration)).toEqual(shape(allCalls.registration));
});

it('turns a call that cannot be delivered into a value', async () => {
  const bridge = createBridge(joinDoorway().transport);
  expect(await bridge.app.read({})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

it('delivers events until the subscription ends', () => {
  const { doorway, transport } = joinDoorway();
  const publish = createPublish({ doorway, log: createLog(() => {}) });
  const seen = vi.fn();
  const end = createBridge(transport).on('registration.changed', seen);
  publish('registration.changed', { phase: 'idle', serial: 7 });
  end();
  publish('registration.changed', { phase: 'idle', serial: 7 });
  expect(seen.mock.calls).toEqual([[{ phase: 'idle', serial: 7 }]]);
});

it('does not deliver an event that does not match its schema', () => {
  const { doorway, transport, crossed } = joinDoorway();
  const lines: string[] = [];
  const publish = createPublish({ doorway, log: createLog((line) => lines.push(line)) });
  const seen = vi.fn();
  createBridge(transport).on('registration.changed', seen);
  const withSecret = { phase: 'idle' as const, serial: 7, code: 'canary-4711' };
  publish('registration.changed', withSecret);
  expect(seen).not.toHaveBeenCalled();
  expect(crossed).toEqual([]);
  expect(lines.join()).toContain('invalid-event');
});
