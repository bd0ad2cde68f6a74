import { expect, it } from 'vitest';
import { serve } from '../../../main/ipc/serve';
import { createLog } from '../../../main/log';
import type { PracticeOrg } from '../../../main/practice-org';
import { createPracticeInUse } from '../../../main/practice-org/in-use';
import { practiceCalls } from '../../../preload/contract';
import type { OutboxMessage } from '../../../preload/contract/practice';
import { joinDoorway } from '../../contract/joined-doorway';

const message: OutboxMessage = {
  id: '1',
  to: 'ada@example.com',
  channel: 'email',
  subject: null,
  text: 'Your code',
  code: '123456',
  link: 'http://localhost:1/email/verify/x',
  sentAt: 0,
};

function practise(options: { messages?: OutboxMessage[]; fails?: boolean } = {}) {
  const { doorway, channels, callAs } = joinDoorway();
  const log = createLog(() => {});
  const opened: string[] = [];
  const closed: string[] = [];
  const practice = createPracticeInUse({
    log,
    async start(policy): Promise<PracticeOrg> {
      if (options.fails) throw new Error('no loopback');
      return {
        issuer: 'http://localhost:1/oauth2/default',
        clientId: 'client',
        redirectUri: 'app:/callback',
        outboxUrl: '',
        admin: '',
        apiToken: '',
        onMail: () => () => {},
        outbox: async () => options.messages ?? [message],
        clearOutbox: () => void options.messages?.splice(0),
        close: async () => void closed.push(policy),
      };
    },
    serve: (handlers) => serve(practiceCalls, handlers, { doorway, log }),
    onMail: () => {},
    openExternal: async (url) => opened.push(url.href) > 0,
  });
  const call = (channel: string, request: object) => callAs('trusted', channel, request);
  return { practice, channels, call, opened, closed };
}

it('serves the outbox only while the practice org is in use', async () => {
  const { practice, channels } = practise();
  expect(channels()).toEqual([]);
  await practice.use('default');
  expect(channels()).toEqual(['practice.outbox', 'practice.openLink']);
  await practice.leave();
  expect(channels()).toEqual([]);
});

it('keeps a running org for the same policy and replaces it for another', async () => {
  const { practice, closed, channels } = practise();
  const first = await practice.use('default');
  expect(await practice.use('default')).toBe(first);
  await Promise.all([practice.use('email-only'), practice.use('email-only')]);
  expect(closed).toEqual(['default']);
  expect(channels()).toHaveLength(2);
});

it('says so when the org cannot start', async () => {
  const { practice, channels } = practise({ fails: true });
  expect(await practice.use('default')).toBeNull();
  expect(channels()).toEqual([]);
});

it("opens a message's link by its id, at the org's own origin only", async () => {
  const elsewhere = { ...message, id: '2', link: 'https://evil.example/' };
  const { practice, call, opened } = practise({ messages: [message, elsewhere] });
  await practice.use('default');
  expect(await call('practice.openLink', { message: '1' })).toMatchObject({ ok: true });
  for (const id of ['2', '3']) {
    expect(await call('practice.openLink', { message: id })).toMatchObject({
      error: { code: 'no-such-message' },
    });
  }
  expect(opened).toEqual([message.link]);
});
