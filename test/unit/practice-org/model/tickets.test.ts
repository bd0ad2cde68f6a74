import { expect, it } from 'vitest';
import { createTickets } from '../../../../main/practice-org/model/tickets';

const request = {
  orgUrl: 'http://localhost:1',
  language: 'en',
  task: { kind: 'captcha', provider: 'hcaptcha', siteKey: 'site' },
} as const;
const done = { kind: 'done', values: { token: 'abc' } } as const;
const short = { patience: 20, grace: 20 };

function tickets(now = () => 0) {
  const made = createTickets(now, short);
  made.add('one', request);
  return made;
}

it('gives the task while it is waited for, and what came of it once', async () => {
  const made = tickets();
  expect(made.find('one')).toEqual(request);
  const waiting = made.redeem('one');
  expect(made.settle('one', done)).toBe(true);
  expect(await waiting).toEqual(done);
  expect(made.find('one')).toBeNull();
  expect(made.settle('one', done)).toBe(false);
  expect(await made.redeem('one')).toBeNull();
});

it('keeps what came before anyone asked', async () => {
  const made = tickets();
  made.settle('one', done);
  expect(made.settle('one', { kind: 'failed' })).toBe(false);
  expect(await made.redeem('one')).toEqual(done);
});

it('lets those who wait ask again after a while', async () => {
  const made = tickets();
  expect(await made.redeem('one')).toBe('pending');
  made.settle('one', done);
  expect(await made.redeem('one')).toEqual(done);
});

it('counts a page that was closed as given up, and one that was loaded anew not', async () => {
  const reloaded = tickets();
  reloaded.leave('one');
  reloaded.find('one');
  expect(await reloaded.redeem('one')).toBe('pending');
  reloaded.leave('one');
  await new Promise((resolve) => setTimeout(resolve, 2 * short.grace));
  expect(await reloaded.redeem('one')).toEqual({ kind: 'dismissed' });
});

it('takes a ticket only once, and forgets it in time', async () => {
  let time = 0;
  const made = tickets(() => time);
  expect(made.add('one', request)).toBe(false);
  time = 7 * 60_000;
  expect(made.find('one')).toBeNull();
  expect(await made.redeem('one')).toBeNull();
});

it('keeps no more than a person could have opened', () => {
  const made = tickets();
  const added = Array.from({ length: 60 }, (_, index) => made.add(`more-${index}`, request));
  expect(added.filter(Boolean)).toHaveLength(49);
});
