import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { serve } from '../../../main/ipc/serve';
import { createLog } from '../../../main/log';
import { createRegistration } from '../../../main/registration';
import { createUnforeseen } from '../../../main/unforeseen';
import { calls } from '../../../preload/contract';
import { channelName, type Handlers, type Result } from '../../../preload/contract/define';
import type { RegistrationState } from '../../../preload/contract/registration';
import { joinDoorway } from '../../contract/joined-doorway';
import { type MutatedAnswer, mutatedAnswers } from '../../support/mutated-answers';
import { noOrgPages } from '../../support/no-org-pages';
import { runs } from '../../support/runs';

const org = 'https://acme.okta.com';
const redirectUri = 'com.okta.acme:/callback';
const answer = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'application/json' } });

/** A step that has a box, a link to open, and polls at the shortest pace there is. */
const step = JSON.stringify({
  version: '1.0.0',
  stateHandle: 'handle',
  remediation: {
    value: [
      {
        name: 'enroll-profile',
        href: `${org}/idp/idx/enroll/new`,
        value: [{ name: 'userProfile', form: { value: [{ name: 'email' }] } }],
      },
      { name: 'redirect-idp', method: 'GET', href: `${org}/sso/idps/1`, idp: { name: 'X' } },
      { name: 'enroll-poll', href: `${org}/idp/idx/poll`, refresh: 500 },
    ],
  },
});

/** A desk at an org that answers with `next` where there is one, else with the step. */
function openDesk() {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  let next: MutatedAnswer | null = null;
  let polls = 0;
  let state = '';
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    if (pathname.endsWith('/openid-configuration')) {
      const endpoint = (name: string) => `${org}/oauth2/v1/${name}`;
      return answer(
        JSON.stringify({
          issuer: org,
          authorization_endpoint: endpoint('authorize'),
          token_endpoint: endpoint('token'),
          userinfo_endpoint: endpoint('userinfo'),
          jwks_uri: endpoint('keys'),
          code_challenge_methods_supported: ['S256'],
        }),
      );
    }
    if (pathname.endsWith('/interact')) {
      state = new URLSearchParams(String(init?.body)).get('state') ?? '';
      return answer('{"interaction_handle":"i"}');
    }
    if (pathname.endsWith('/idx/poll')) polls += 1;
    return next ? answer(next.text, next.status) : answer(step);
  };
  const joined = joinDoorway();
  const registration = createRegistration({
    connection: async () => ({
      orgUrl: org,
      issuer: org,
      clientId: 'client',
      redirectUri,
      scopes: ['openid'],
    }),
    openNetwork: () => ({ fetch, close: async () => {} }),
    openExternal: async () => true,
    orgPages: noOrgPages,
    language: () => 'en',
    log,
    now: () => Date.now(),
    onChange: () => {},
    onNotReady: () => null,
    forgetPerson: () => registration.forget(),
    onTokens: async () => {},
    onUnclaimed: async () => {},
    unforeseen: createUnforeseen({ log, tell: () => {} }),
  });
  const part = { registration: calls.registration };
  const handlers: Handlers<typeof part> = { registration: registration.handlers };
  const dispose = serve(part, handlers, { doorway: joined.doorway, log });
  const ask = async (name: keyof typeof part.registration, request: object) =>
    (await joined.transport.invoke(channelName('registration', name), request)) as Result<
      RegistrationState,
      string
    >;
  return {
    lines,
    ask,
    registration,
    answerWith: (mutated: MutatedAnswer | null) => (next = mutated),
    polls: () => polls,
    state: () => state,
    dispose,
  };
}

type Desk = ReturnType<typeof openDesk>;
type Outcome = Result<RegistrationState, string>;

async function serialOf(desk: Desk): Promise<number> {
  const read = await desk.ask('read', {});
  return read.ok ? read.value.serial : 0;
}

/** How a mutated answer reaches the app, after a sign-up that has begun well where it needs one. */
const channels: Readonly<
  Record<string, (desk: Desk, mutated: MutatedAnswer) => Promise<readonly Outcome[]>>
> = {
  async start(desk, mutated) {
    desk.answerWith(mutated);
    return [await desk.ask('start', {})];
  },
  async submit(desk, mutated) {
    await desk.ask('start', {});
    desk.answerWith(mutated);
    const values = { 'userProfile.email': 'ada@example.com' };
    return [await desk.ask('submit', { view: await serialOf(desk), action: 'submit', values })];
  },
  async poll(desk, mutated) {
    await desk.ask('start', {});
    desk.answerWith(mutated);
    await vi.advanceTimersByTimeAsync(500);
    expect(desk.polls()).toBe(1);
    return [];
  },
  async resume(desk, mutated) {
    await desk.ask('start', {});
    desk.answerWith(mutated);
    await desk.registration.resume(
      `${redirectUri}?error=interaction_required&state=${desk.state()}`,
    );
    return [];
  },
  async open(desk, mutated) {
    desk.answerWith(mutated);
    const started = await desk.ask('start', {});
    if (!started.ok || started.value.phase === 'idle') return [started];
    const { serial } = started.value;
    const links =
      started.value.phase === 'step'
        ? started.value.actions.map(({ id }) => id)
        : started.value.links.map(({ id }) => id);
    const opened: Outcome[] = [];
    for (const link of links) opened.push(await desk.ask('open', { view: serial, link }));
    return opened;
  },
};

it.each(Object.keys(channels))(
  'answers to %s that were changed at random end neither the process nor as a defect',
  async (name) => {
    if (name === 'poll') {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
    }
    const internal: string[] = [];
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(mutatedAnswers, async (mutated) => {
        const desk = openDesk();
        const outcomes = (await channels[name]?.(desk, mutated)) ?? [];
        const read = await desk.ask('read', {});
        await desk.registration.forget();
        desk.dispose();
        tried += 1;
        const defects = desk.lines.filter((line) =>
          /"event":"(unforeseen|ipc\.failed)"/.test(line),
        );
        const isInternal = [...outcomes, read].some(
          (outcome) => !outcome.ok && outcome.error.code === 'internal',
        );
        if (isInternal || defects.length > 0) internal.push(`${defects.join()} ${mutated.text}`);
      }),
      runs(500),
    );
    const told = internal.slice(0, 5).map((one) => one.slice(0, 2_000));
    expect({ share: internal.length / tried, told }).toEqual({ share: 0, told: [] });
  },
);
