import { expect, it } from 'vitest';
import { signedUp } from './account-desk';

it("shows the person's name and e-mail as the org tells them", async () => {
  const { shown, viewOf } = await signedUp();
  const expected = {
    state: 'signed-in',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    isStored: true,
    isConfirmed: true,
  };
  expect(shown.at(-1)).toMatchObject(expected);
  expect(await viewOf()).toMatchObject(expected);
});

it('keeps no refresh token of the person before one who has none', async () => {
  const { store, account, client, tokens } = await signedUp();
  store.secrets.set('refresh-token', 'of the last person');
  await account.adopt({ ...tokens, refreshToken: null }, client);
  expect(store.secrets.has('refresh-token')).toBe(false);
});

it('says that the tokens are not kept where there is no keychain', async () => {
  const { store, account, client, tokens, shown } = await signedUp();
  store.mood = 'memory';
  await account.adopt(tokens, client);
  expect(shown.at(-1)).toMatchObject({ state: 'signed-in', isStored: false });
});

it('falls back to the ID token where the org cannot be asked', async () => {
  const { world, viewOf } = await signedUp();
  world.isOffline = true;
  expect(await viewOf()).toMatchObject({ name: 'Ada Lovelace', isConfirmed: false });
});

it('says that the session has ended once the token expired, was revoked, or its org is gone', async () => {
  const { world, viewOf, account, store, keep } = await signedUp();
  const { issuer, now } = world;
  world.isPractice = true;
  world.now = now + 24 * 3_600_000;
  expect(await viewOf()).toEqual({ state: 'ended', reason: 'expired' });
  expect(store.secrets.size).toBe(0);
  expect(await viewOf()).toEqual({ state: 'none' });
  keep();
  world.now = now;
  world.issuer = 'http://localhost:1/oauth2/default';
  expect(await viewOf()).toEqual({ state: 'ended', reason: 'expired' });
  world.issuer = issuer;
  keep();
  await account.handlers.signOut({});
  keep();
  expect(await viewOf()).toEqual({ state: 'ended', reason: 'revoked' });
});

it('keeps a locked keychain and a damaged entry apart from an absent one', async () => {
  const { store, viewOf } = await signedUp();
  store.mood = 'locked';
  expect(await viewOf()).toEqual({ state: 'unreadable', reason: 'locked' });
  store.mood = 'corrupt';
  expect(await viewOf()).toEqual({ state: 'unreadable', reason: 'corrupt' });
  store.mood = 'ready';
  store.secrets.set('id-token', 'not a token');
  expect(await viewOf()).toEqual({ state: 'unreadable', reason: 'corrupt' });
  store.secrets.clear();
  expect(await viewOf()).toEqual({ state: 'none' });
});

it('is read again where the keychain was unlocked since', async () => {
  const { store, reopen, viewOf } = await signedUp();
  const account = reopen();
  store.mood = 'locked';
  expect(await viewOf(account)).toEqual({ state: 'unreadable', reason: 'locked' });
  store.mood = 'ready';
  expect(await viewOf(account)).toMatchObject({ state: 'signed-in', isConfirmed: true });
});

it('revokes and deletes on sign-out, and deletes also when the org is away', async () => {
  const { desk, store, world, account, client, tokens } = await signedUp();
  await account.handlers.signOut({});
  expect(desk.sent).toContain('POST /oauth2/default/v1/revoke');
  expect(store.secrets.size).toBe(0);
  await account.adopt(tokens, client);
  world.isOffline = true;
  expect(await account.handlers.signOut({})).toMatchObject({ ok: true, value: { state: 'none' } });
  expect(store.secrets.size).toBe(0);
});

it('signs the last person out for the next one, whose tokens are kept', async () => {
  const { account, client, viewOf, store, tokens, desk } = await signedUp();
  const leaving = account.leave();
  await account.adopt(tokens, client);
  await leaving;
  expect(desk.sent).toContain('POST /oauth2/default/v1/revoke');
  expect(store.secrets.has('id-token')).toBe(true);
  expect(await viewOf(account)).toMatchObject({ state: expect.stringMatching(/signed-in|ended/) });
});

it('does not claim to have signed out while the keychain is locked', async () => {
  const { store, account, viewOf } = await signedUp();
  store.mood = 'locked';
  expect(await account.handlers.signOut({})).toMatchObject({ error: { code: 'keychain-locked' } });
  store.mood = 'ready';
  expect(await viewOf()).toMatchObject({ state: 'signed-in' });
});
