import { expect, it } from 'vitest';
import { createPublish } from '../../main/ipc/publish';
import { serve } from '../../main/ipc/serve';
import { createLog } from '../../main/log';
import type { Doorway } from '../../main/platform';
import { fail } from '../../preload/contract/define';
import { type CallTable, type Handlers } from '../../preload/contract/define';
import { allCalls, audiences, events } from '../../preload/contract';
import { joinDoorway } from './joined-doorway';

/** What tells of a person: their sign-up, their account, and the mail that the practice org sent them. */
const ofThePerson = /^(registration|account|practice)\./;

const log = createLog(() => {});

it('pushes what tells of a person to the page that shows them, and the rest to all', () => {
  const pushed: string[] = [];
  const doorway: Doorway = {
    handle: () => () => {},
    push: (audience, channel) => pushed.push(`${audience} ${channel}`),
  };
  const publish = createPublish({ doorway, log });
  publish('registration.changed', { phase: 'idle', serial: 1 });
  publish('account.changed', { state: 'none' });
  publish('practice.outboxChanged', []);
  publish('app.navigated', { page: 'about' });
  expect(pushed).toEqual([
    'person registration.changed',
    'person account.changed',
    'person practice.outboxChanged',
    'all app.navigated',
  ]);
});

it.each(Object.keys(events))('gives %s an audience by what it tells of', (name) => {
  const audience = Object.entries(audiences).find(([event]) => event === name)?.[1];
  expect(audience).toBe(ofThePerson.test(name) ? 'person' : 'all');
});

it('answers a page that does not show the person nothing of theirs', async () => {
  const { doorway, callAs, channels } = joinDoorway();
  const calls: CallTable = allCalls;
  let asked = 0;
  const answer = async () => {
    asked += 1;
    return fail('undeclared');
  };
  const handlers = Object.fromEntries(
    Object.entries(allCalls).map(([area, names]) => [
      area,
      Object.fromEntries(Object.keys(names).map((name) => [name, answer])),
    ]),
  ) as Handlers<CallTable>;
  serve(calls, handlers, { doorway, log });
  for (const channel of channels().filter((name) => ofThePerson.test(name))) {
    expect(await callAs('bystander', channel, {}), channel).toEqual(fail('refused'));
  }
  expect(asked).toBe(0);
  // Whoever is served says that the code is none of this call's.
  expect(await callAs('bystander', 'app.read', {})).toMatchObject({ error: { code: 'internal' } });
  expect(asked).toBe(1);
});
