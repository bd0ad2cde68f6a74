import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDeskState, createPerson, gatherBelongings } from '../../../main/desk';
import { type BelongingName, belongings } from '../../../main/desk/person';
import { createLog } from '../../../main/log';
import type { PracticeOrg } from '../../../main/practice-org';
import { createPracticeInUse } from '../../../main/practice-org/in-use';
import { createReadiness } from '../../../main/readiness';
import type { OutboxMessage } from '../../../preload/contract/practice';
import type { Mode } from '../../../preload/contract/desk';
import { openDesk, signUpToPhone } from '../registration/desk';

const message: OutboxMessage = {
  id: '1',
  to: 'ada@example.com',
  channel: 'sms',
  subject: null,
  text: 'Your code',
  code: '123456',
  link: null,
  sentAt: 0,
};

/**
 * A desk that has something of everything in the list: tokens came whose keys did not, an
 * administrator's token is held, somebody is signed in, and the practice org sent a code.
 */
async function openUsedDesk({
  mode = 'kiosk' as Mode,
  leftOut = null as BelongingName | null,
} = {}) {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const isKeys = String(input).endsWith('/v1/keys');
      return isKeys ? new Response('', { status: 503 }) : send(input, init);
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');

  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const folder = mkdtempSync(join(tmpdir(), 'person-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const orgUrl = 'https://acme.okta.com';
  const connection = { orgUrl, issuer: orgUrl, clientId: 'c', redirectUri: 'a:/b', scopes: [] };
  const readiness = createReadiness({
    connection: async () => connection,
    preview: () => connection,
    wayBack: () => 'set',
    practiceToken: () => null,
    openNetwork: () => ({ fetch: async () => Response.error(), close: async () => {} }),
    language: () => 'en',
    log,
    now: () => Date.now(),
    folder,
    onChange: () => {},
  });
  await readiness.handlers.run({
    draft: null,
    token: { kind: 'typed', token: '00token' },
    scope: 'all',
  });

  const mail = [message];
  const practice = createPracticeInUse({
    log,
    start: async (): Promise<PracticeOrg> => ({
      issuer: orgUrl,
      clientId: 'c',
      redirectUri: 'a:/b',
      outboxUrl: '',
      admin: '',
      apiToken: '',
      onMail: () => () => {},
      outbox: async () => mail,
      clearOutbox: () => void mail.splice(0),
      close: async () => {},
    }),
    serve: () => () => {},
    onMail: () => {},
    openExternal: async () => false,
  });
  await practice.use('default');

  const account = {
    isHeld: true,
    leave: async () => void (account.isHeld = false),
  };
  const state = createDeskState({
    platform: { shell: 'browser', version: '0', present: () => {} },
    settings: { language: 'en', appearance: 'system', mode },
    keychain: { status: 'ready' },
    org: { shown: () => null, shownWayBack: () => null },
    publish: () => {},
  });
  state.showSignUp(desk.registration.state());

  const { registration } = desk;
  const gathered = gatherBelongings({ registration, readiness, account, practice, state });
  const noted: unknown[] = [];
  const person = createPerson({
    mode: () => mode,
    log,
    unforeseen: { note: (error) => noted.push(error) },
    belongings:
      leftOut === null
        ? gathered
        : { ...gathered, [leftOut]: { ...gathered[leftOut], forget: () => {} } },
  });
  return { desk, person, gathered, lines, noted, account, mail, readiness };
}

describe('everything that is forgotten when a person leaves', () => {
  it('is there beforehand, and gone afterwards', async () => {
    const { person, lines, noted, desk } = await openUsedDesk();
    expect(await person.remains()).toEqual(belongings.map(({ name }) => name));
    await person.leave();
    expect(await person.remains()).toEqual([]);
    expect(lines.join()).not.toContain('desk.not-forgotten');
    expect(noted).toEqual([]);
    expect(desk.unclaimed).toHaveLength(1);
    expect(desk.networks.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it.each(belongings.map(({ name }) => name))(
    'is noticed where it is left out: %s',
    async (leftOut) => {
      const { person, lines } = await openUsedDesk({ leftOut });
      await person.leave();
      // A page shows the sign-up that there is.
      const found = leftOut === 'session' ? ['session', 'page'] : [leftOut];
      expect(await person.remains()).toEqual(found);
      expect(lines.join()).toMatch(new RegExp(`desk\\.not-forgotten.*${leftOut}`));
    },
  );

  it('is less at a desk of one’s own, where the next person is the same one', async () => {
    const { person, account, mail, readiness } = await openUsedDesk({ mode: 'personal' });
    await person.leave();
    expect(await person.remains()).toEqual([]);
    expect(account.isHeld).toBe(true);
    expect(mail).toEqual([message]);
    expect(readiness.isInUse).toBe(false);
  });

  it('has begun to go when the call returns, whatever of it takes a while', async () => {
    const { person, desk } = await openUsedDesk();
    const left = person.leave();
    expect(desk.registration.state().phase).toBe('idle');
    await left;
  });

  it('goes without what failed, which is told of', async () => {
    const { gathered, lines } = await openUsedDesk();
    const noted: unknown[] = [];
    const broken = new Error('no keychain');
    const person = createPerson({
      mode: () => 'staff',
      log: createLog((line) => lines.push(line)),
      unforeseen: { note: (error) => noted.push(error) },
      belongings: {
        ...gathered,
        account: { forget: () => Promise.reject(broken), remains: () => true },
      },
    });
    await person.leave();
    expect(noted).toEqual([broken]);
    expect(await person.remains()).toEqual(['account']);
    expect(lines.join()).toContain('desk.not-forgotten');
  });

  it('is not looked for where the next person is here already', async () => {
    const { person, lines } = await openUsedDesk({ leftOut: 'practice-mail' });
    await person.leave(true);
    expect(lines.join()).not.toContain('desk.not-forgotten');
  });
});
