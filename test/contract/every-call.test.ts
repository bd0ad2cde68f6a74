import { describe, expect, it } from 'vitest';
import { serve } from '../../main/ipc/serve';
import { createLog } from '../../main/log';
import type { SenderVerdict } from '../../main/platform';
import { allCalls } from '../../preload/contract';
import {
  type CallTable,
  channelName,
  fail,
  type Handlers,
  ok,
} from '../../preload/contract/define';
import { joinDoorway } from './joined-doorway';

const refusedSenders: SenderVerdict[] = [
  'unknown-sender',
  'sub-frame',
  'destroyed-frame',
  'wrong-origin',
];

const everyChannel = Object.entries(allCalls).flatMap(([area, names]) =>
  Object.entries(names).map(([name, definition]) => ({
    area,
    name,
    definition,
    channel: channelName(area, name),
  })),
);

/** Handlers that all do the same; the calls under test differ in their schemas only. */
function handlersOf(handler: () => Promise<unknown>): Handlers<CallTable> {
  return Object.fromEntries(
    Object.entries(allCalls).map(([area, names]) => [
      area,
      Object.fromEntries(Object.keys(names).map((name) => [name, handler])),
    ]),
  ) as Handlers<CallTable>;
}

function serveAll(handler: () => Promise<unknown>) {
  const lines: string[] = [];
  const joined = joinDoorway();
  const calls: CallTable = allCalls;
  const dispose = serve(calls, handlersOf(handler), {
    doorway: joined.doorway,
    log: createLog((line) => lines.push(line)),
  });
  return { ...joined, lines, dispose };
}

/** A request that the schema of the channel accepts. */
const goodRequests: Readonly<Record<string, unknown>> = {
  'app.openLink': { link: 'keychain-help' },
  'app.noteUnforeseen': { detail: 'TypeError in setup' },
  'settings.selectOrg': { org: 'practice' },
  'readiness.run': { draft: null, token: { kind: 'none' }, scope: 'all' },
  'readiness.explain': { misconfigurations: ['app-not-assigned'] },
  'readiness.report': { format: 'markdown' },
  'registration.submit': { view: 1, action: 'submit', values: {} },
  'registration.open': { view: 1, link: 'open:redirect-idp' },
  'practice.openLink': { message: '1' },
};

describe.each(everyChannel)('$channel', ({ channel, definition }) => {
  const good = goodRequests[channel] ?? {};

  it.each(refusedSenders)('refuses a call from: %s', async (sender) => {
    let calls = 0;
    const { callAs, lines } = serveAll(async () => {
      calls += 1;
      return ok({});
    });
    expect(await callAs(sender, channel, good)).toEqual(fail('refused'));
    expect(calls).toBe(0);
    expect(lines.join()).toContain(sender);
  });

  it.each([
    ['nothing', undefined],
    ['a string', 'x'],
    ['an unknown key', { ...good, extra: true }],
    ['an array', [good]],
    ['an empty array', []],
  ])('refuses %s as the request', async (_, request) => {
    let calls = 0;
    const { callAs } = serveAll(async () => {
      calls += 1;
      return ok({});
    });
    expect(await callAs('trusted', channel, request)).toEqual(fail('invalid-request'));
    expect(calls).toBe(0);
  });

  it('hands a good request on', async () => {
    let calls = 0;
    const { callAs } = serveAll(async () => {
      calls += 1;
      return fail(definition.errors[0] ?? 'undeclared');
    });
    await callAs('trusted', channel, good);
    expect(calls).toBe(1);
  });

  it('refuses an answer that does not match its schema', async () => {
    const { callAs, lines } = serveAll(async () => ok({ password: 'canary-4711' }));
    expect(await callAs('trusted', channel, good)).toMatchObject({ error: { code: 'internal' } });
    expect(lines.join()).toContain('invalid-response');
    expect(lines.join()).not.toContain('canary-4711');
  });

  it('refuses an error code that was not declared', async () => {
    const { callAs } = serveAll(async () => fail('canary-code'));
    expect(await callAs('trusted', channel, good)).toMatchObject({ error: { code: 'internal' } });
  });

  it('passes on each declared error code', async () => {
    for (const code of definition.errors) {
      const { callAs } = serveAll(async () => fail(code));
      expect(await callAs('trusted', channel, good)).toEqual(fail(code));
    }
  });

  it('turns a throw into a reference, without the words of the exception', async () => {
    const { callAs, lines } = serveAll(async () => {
      throw new Error('canary-4711');
    });
    const result = await callAs('trusted', channel, good);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    const { reference } = (result as { error: { reference: string } }).error;
    expect(lines.join()).toContain(reference);
    expect(lines.join() + JSON.stringify(result)).not.toContain('canary-4711');
  });

  it('is gone once disposed', async () => {
    const { channels, dispose } = serveAll(async () => ok({}));
    expect(channels()).toContain(channel);
    dispose();
    expect(channels()).not.toContain(channel);
  });
});
