import { onTestFinished } from 'vitest';
import { createAccount, type SecretStore, type TokenName } from '../../../main/account';
import { createTokenFate, rulesOf } from '../../../main/desk';
import { createLog } from '../../../main/log';
import type { AccountView } from '../../../preload/contract/account';
import type { Mode } from '../../../preload/contract/desk';
import { openDesk, signUpToPhone } from '../registration/desk';

type Fetch = typeof globalThis.fetch;
type Name = TokenName | 'revocations';

function fakeStore() {
  const secrets = new Map<TokenName, string>();
  const waiting = new Map<'revocations', string>();
  const store = {
    mood: 'ready' as 'ready' | 'memory' | 'locked' | 'corrupt',
    secrets,
    /** What waits to be revoked. */
    waiting,
    /** The names of everything that was ever written. */
    written: [] as Name[],
  };
  const get = (name: Name) => (name === 'revocations' ? waiting.get(name) : secrets.get(name));
  const port: SecretStore<Name> = {
    async read(name) {
      if (store.mood === 'locked' || store.mood === 'corrupt') return { kind: store.mood };
      const value = get(name);
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
    },
    async write(name, value) {
      store.written.push(name);
      if (store.mood === 'locked') return { kind: 'locked' };
      if (name === 'revocations') waiting.set(name, value);
      else secrets.set(name, value);
      return { kind: store.mood === 'memory' ? 'memory' : 'stored' };
    },
    async remove(name) {
      if (store.mood === 'locked') return 'locked';
      if (name === 'revocations') waiting.delete(name);
      else secrets.delete(name);
      return 'removed';
    },
  };
  return { store, port };
}

/** An account whose tokens were really issued, and the means to change the world around it. */
export async function signedUp(mode: Mode = 'personal') {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  const [issued] = desk.tokens;
  if (!issued) throw new Error('no tokens');
  const tokens = { ...issued, refreshToken: 'a-refresh-token' };
  const { store, port } = fakeStore();
  const issuer = readIssuer(tokens.idToken);
  const client = { issuer, clientId: '0oa1pract1ceDesk0g4' };
  const world = {
    isOffline: false,
    now: Date.now(),
    issuer,
    isPractice: false,
    /** Answers that stand in for the org's own, by the end of the path. */
    answers: new Map<string, () => Response>(),
    /** Tokens that the org took, in order. */
    revoked: [] as string[],
    /** What is arranged for later. */
    timers: new Set<{ milliseconds: number; run: () => void }>(),
  };
  const send: Fetch = async (input, init) => {
    if (world.isOffline) throw new TypeError('fetch failed');
    const { pathname } = new URL(String(input));
    desk.sent.push(`${init?.method ?? 'GET'} ${pathname}`);
    for (const [path, answer] of world.answers) if (pathname.endsWith(path)) return answer();
    const response = await fetch(input, init);
    if (pathname.endsWith('/revoke') && response.ok) {
      world.revoked.push(new URLSearchParams(String(init?.body)).get('token') ?? '');
    }
    return response;
  };
  const shown: AccountView[] = [];
  const open = (now: Mode = mode) =>
    createAccount({
      store: port,
      keeping: () => rulesOf(now).tokens,
      openNetwork: () => ({ fetch: send, close: async () => {} }),
      language: () => 'en',
      log: createLog(() => {}),
      now: () => world.now,
      inForce: () => ({ ...client, issuer: world.issuer }),
      isGone: (other) => world.isPractice && other !== world.issuer,
      schedule(milliseconds, run) {
        const timer = { milliseconds, run };
        world.timers.add(timer);
        return () => world.timers.delete(timer);
      },
      onChange: (view) => shown.push(view),
    });
  const account = open();
  const { settle } = createTokenFate({ mode: () => mode, account, now: () => world.now });
  await settle(tokens, client);
  onTestFinished(() => desk.registration.forget());
  const viewOf = async (from = open()) => {
    const result = await from.handlers.read({});
    if (!result.ok) throw new Error('read failed');
    return result.value;
  };
  const keep = () => {
    store.secrets
      .set('id-token', tokens.idToken)
      .set('access-token', tokens.accessToken)
      .set('refresh-token', tokens.refreshToken);
  };
  /** Runs what is arranged for the shortest time; the length of it. */
  const runNext = () => {
    const [next] = [...world.timers].sort((a, b) => a.milliseconds - b.milliseconds);
    if (!next) throw new Error('nothing is arranged');
    world.timers.delete(next);
    next.run();
    return next.milliseconds;
  };
  return {
    desk,
    store,
    world,
    account,
    settle,
    client,
    shown,
    reopen: open,
    viewOf,
    tokens,
    keep,
    runNext,
  };
}

function readIssuer(idToken: string): string {
  const claims: unknown = JSON.parse(atob(idToken.split('.')[1] ?? ''));
  return String((claims as { iss: unknown }).iss);
}
