import { expect, it } from 'vitest';
import {
  formatRevocations,
  parseRevocations,
  sortRevocations,
} from '../../../main/account/revocations/entry';
import { toRevokeOutcome } from '../../../main/account/revocations/revoke';
import { signedUp } from './account-desk';

it('revokes the refresh token, then the access token, when a person signs out', async () => {
  const { world, account, tokens, store } = await signedUp();
  await account.handlers.signOut({});
  expect(world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  expect(store.waiting.size).toBe(0);
});

it('revokes what has expired by itself, also while the app runs', async () => {
  const { world, shown, tokens, runNext, store } = await signedUp();
  world.now += 3_600_000;
  runNext();
  await expect.poll(() => world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  expect(shown.at(-1)).toEqual({ state: 'ended', reason: 'expired' });
  expect(store.secrets.size).toBe(0);
});

it('revokes what has expired while the app was closed', async () => {
  const { world, tokens, viewOf } = await signedUp();
  world.now += 24 * 3_600_000;
  expect(await viewOf()).toEqual({ state: 'ended', reason: 'expired' });
  await expect.poll(() => world.revoked).toContain(tokens.refreshToken);
});

it('tells an org that was away again, with growing pauses and after a restart', async () => {
  const { world, account, tokens, store, runNext, reopen } = await signedUp();
  world.isOffline = true;
  await account.handlers.signOut({});
  expect(store.secrets.size).toBe(0);
  expect(store.waiting.get('revocations')).toContain(tokens.refreshToken);

  const pauses: number[] = [];
  for (let turn = 0; turn < 14; turn += 1) {
    pauses.push(runNext());
    await expect.poll(() => world.timers.size).toBe(1);
  }
  expect(pauses.slice(0, 4)).toEqual([2, 4, 8, 16].map((seconds) => seconds * 1000));
  expect(pauses.at(-1)).toBe(3_600_000);

  world.timers.clear();
  world.isOffline = false;
  reopen().start();
  await expect.poll(() => world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  await expect.poll(() => store.waiting.size).toBe(0);
});

it('finishes a sign-out that was killed before the tokens were deleted', async () => {
  const { world, account, keep, viewOf, tokens, store } = await signedUp();
  world.isOffline = true;
  await account.handlers.signOut({});
  keep();
  expect(await viewOf()).toEqual({ state: 'none' });
  expect(store.secrets.size).toBe(0);
  expect(store.waiting.get('revocations')).toContain(tokens.accessToken);
});

it('revokes what belongs to another org than the one that is chosen, at its own org', async () => {
  const { world, account, shown, tokens, store } = await signedUp();
  world.issuer = 'https://other.okta.com';
  await account.orgChanged();
  expect(shown.at(-1)).toEqual({ state: 'ended', reason: 'other-org' });
  expect(world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  expect(store.secrets.size).toBe(0);
});

it('revokes the tokens of the person before, and what came when nobody was there', async () => {
  const { world, account, tokens, client, store } = await signedUp();
  await account.adopt({ ...tokens, refreshToken: 'the-next' }, client);
  await account.reject({ accessToken: 'unclaimed', refreshToken: null }, client);
  await account.leave();
  expect(world.revoked).toEqual(
    expect.arrayContaining([tokens.refreshToken, 'unclaimed', 'the-next']),
  );
  expect(store.waiting.size).toBe(0);
});

it('revokes what is only in memory when the app is closed, and nothing that is stored', async () => {
  const { world, account, reopen, tokens, client, store } = await signedUp();
  await account.stop();
  expect(world.revoked).toEqual([]);
  store.mood = 'memory';
  store.secrets.clear();
  const next = reopen();
  await next.adopt(tokens, client);
  await next.stop();
  expect(world.revoked).toContain(tokens.refreshToken);
});

it('signs out twice at once without a trace of either', async () => {
  const { account, store, world, tokens } = await signedUp();
  const outcomes = await Promise.all([account.handlers.signOut({}), account.handlers.signOut({})]);
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
  expect(store.secrets.size + store.waiting.size).toBe(0);
  expect(world.revoked).toContain(tokens.accessToken);
});

it('does not show anybody as confirmed whom userinfo does not name', async () => {
  const { world, viewOf } = await signedUp();
  world.answers.set('/userinfo', () => Response.json({ sub: '00uOther', name: 'Eve' }));
  expect(await viewOf()).toMatchObject({ name: 'Ada Lovelace', isConfirmed: false });
});

it('stores nothing on a kiosk, and revokes at once what a sign-up earned', async () => {
  const { world, tokens, store, shown, viewOf } = await signedUp('kiosk');
  await expect.poll(() => world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  expect(store.written).toEqual([]);
  expect(shown).toEqual([{ state: 'none' }]);
  expect(await viewOf()).toEqual({ state: 'none' });
});

it('stores nothing on a kiosk whose org is away either, and tells it again', async () => {
  const { world, settle, client, tokens, store, runNext } = await signedUp('kiosk');
  await expect.poll(() => world.revoked.length).toBe(2);
  world.isOffline = true;
  await settle({ ...tokens, refreshToken: 'the-next' }, client);
  await expect.poll(() => world.timers.size).toBe(1);
  expect(store.written).toEqual([]);
  world.isOffline = false;
  runNext();
  await expect.poll(() => world.revoked).toContain('the-next');
});

it('revokes and deletes at the start of a kiosk what an earlier run kept, and shows nobody', async () => {
  const { world, account, keep, reopen, store, tokens, viewOf } = await signedUp();
  world.isOffline = true;
  await account.handlers.signOut({});
  world.timers.clear();
  keep();
  world.isOffline = false;
  store.written = [];
  const kiosk = reopen('kiosk');
  expect(await viewOf(kiosk)).toEqual({ state: 'none' });
  await expect.poll(() => store.secrets.size + store.waiting.size).toBe(0);
  expect(world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
  expect(store.written).toEqual([]);
});

it('deletes what it found on a kiosk also where the org is away, or the keychain opens later', async () => {
  const { world, keep, reopen, store, tokens, viewOf, runNext } = await signedUp();
  world.timers.clear();
  keep();
  store.mood = 'locked';
  world.isOffline = true;
  const kiosk = reopen('kiosk');
  expect(await viewOf(kiosk)).toEqual({ state: 'none' });
  // What the start does with a locked keychain is over by then.
  await new Promise((resolve) => setImmediate(resolve));
  store.mood = 'ready';
  await expect.poll(async () => (await viewOf(kiosk), store.secrets.size)).toBe(0);
  world.isOffline = false;
  runNext();
  await expect.poll(() => world.revoked).toEqual([tokens.refreshToken, tokens.accessToken]);
});

const answered = (status: number, text = '', headers: Record<string, string> = {}) =>
  toRevokeOutcome({ kind: 'answered', status, headers, text });

it('takes as over only what the org itself says', () => {
  const refusal = (error: string) => JSON.stringify({ error, error_description: '' });
  expect(answered(200)).toEqual({ kind: 'over' });
  expect(answered(401, refusal('invalid_client'))).toEqual({ kind: 'over' });
  expect(answered(400, refusal('unsupported_token_type'))).toEqual({ kind: 'over' });
  const page = { 'content-type': 'text/html; charset=utf-8' };
  for (const later of [
    answered(200, '<html>Wi-Fi</html>', page),
    answered(401, '<html>Proxy</html>', page),
    answered(400, refusal('temporarily_unavailable')),
    answered(403, refusal('invalid_client')),
    answered(302),
    answered(500),
    toRevokeOutcome({ kind: 'unreachable' }),
  ]) {
    expect(later).toMatchObject({ kind: 'later' });
  }
  expect(answered(429, '', { 'retry-after': '90' })).toMatchObject({ retryAfter: 90_000 });
  expect(answered(429, '', { 'retry-after': 'soon' })).toMatchObject({ retryAfter: 0 });
});

it('bounds what waits by number, age and length, refresh tokens first', () => {
  const entry = (index: number, kind: 'refresh_token' | 'access_token', since: number) => ({
    issuer: 'https://org.okta.com',
    clientId: 'client',
    kind,
    token: `${String(index)}-`.padEnd(2000, 'x'),
    since,
  });
  const day = 86_400_000;
  const now = 1000 * day;
  const all = Array.from({ length: 100 }, (_, index) =>
    entry(index, index % 2 === 0 ? 'access_token' : 'refresh_token', now - index),
  );
  const kept = sortRevocations([...all, ...all], now);
  expect(kept).toHaveLength(40);
  expect(kept.every(({ kind }) => kind === 'refresh_token')).toBe(true);
  expect(formatRevocations(kept).length).toBeLessThan(37_000);
  expect(sortRevocations(all, now + 2 * day)).toHaveLength(40);
  expect(sortRevocations(all, now + 91 * day)).toEqual([]);
});

it('does not write over what an earlier run left while the keychain is locked', async () => {
  const { world, account, client, store, tokens, reopen } = await signedUp();
  world.isOffline = true;
  await account.handlers.signOut({});
  const left = store.waiting.get('revocations');
  expect(left).toContain(tokens.refreshToken);
  const next = reopen();
  store.mood = 'locked';
  store.written = [];
  await next.reject({ accessToken: 'unclaimed', refreshToken: null }, client);
  expect(store.written).toEqual([]);
  store.mood = 'ready';
  await next.reject({ accessToken: 'another', refreshToken: null }, client);
  for (const token of [tokens.refreshToken, 'unclaimed', 'another']) {
    expect(store.waiting.get('revocations')).toContain(token);
  }
});

it('sends no token to an address that a changed entry of the keychain names', () => {
  const entry = { clientId: 'c', kind: 'access_token', token: 't', since: 1 };
  const issuers = ['https://org.okta.com', 'http://evil.example', 'https://u@evil.example', 'x'];
  const text = JSON.stringify(issuers.map((issuer) => ({ ...entry, issuer })));
  expect(parseRevocations(text)?.map(({ issuer }) => issuer)).toEqual(['https://org.okta.com']);
});
