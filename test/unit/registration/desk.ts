import { onTestFinished } from 'vitest';
import { createLog } from '../../../main/log';
import type { OrgPages, PersonalNetwork } from '../../../main/platform';
import { resolvePolicy } from '../../../main/practice-org/policy/read';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { startServer } from '../../../main/practice-org/server';
import { createUnforeseen } from '../../../main/unforeseen';
import { createRegistration, type IssuedTokens } from '../../../main/registration';
import type { UnclaimedTokens } from '../../../main/registration/token-answer';
import type { OutboxMessage } from '../../../preload/contract/practice';
import type { EndedView } from '../../../preload/contract/registration/ending';
import type { RegistrationState } from '../../../preload/contract/registration';
import type { StepView } from '../../../preload/contract/registration/step';
import type { SubmitRequest } from '../../../preload/contract/registration/request';
import { noOrgPages } from '../../support/no-org-pages';

export const person = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
export const password = 'Correct4Horse';

type Fetch = typeof globalThis.fetch;

/** A registration desk at a practice org of its own, over real HTTP. */
export async function openDesk(options: {
  policy?: PolicyInput;
  intercept?: (send: Fetch) => Fetch;
  orgPages?: OrgPages;
  /** Until then the app does not know where its org is. */
  orgKnown?: Promise<unknown>;
}) {
  const reading = resolvePolicy(options.policy ?? 'default');
  if (!reading.ok) throw new Error(reading.problems.join());
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  let mail: readonly OutboxMessage[] = [];
  const org = await startServer({
    policy: reading.policy,
    log,
    onMail: (messages) => (mail = messages),
  });
  if (!org.ok) throw new Error(org.reason);
  onTestFinished(org.close);

  const sent: string[] = [];
  const counted: Fetch = (input, init) => {
    const url = new URL(String(input));
    sent.push(`${init?.method ?? 'GET'} ${url.pathname}`);
    return globalThis.fetch(input, init);
  };
  const networks: { isClosed: boolean }[] = [];
  const openNetwork = (): PersonalNetwork => {
    const network = { isClosed: false };
    networks.push(network);
    return {
      fetch: options.intercept?.(counted) ?? counted,
      close: async () => void (network.isClosed = true),
    };
  };

  const tokens: IssuedTokens[] = [];
  const unclaimed: UnclaimedTokens[] = [];
  const opened: string[] = [];
  const references: string[] = [];
  const pushed: RegistrationState[] = [];
  const clock = { now: () => Date.now() };
  const { issuer, clientId, redirectUri, admin } = org.addresses;
  const registration = createRegistration({
    connection: async () => {
      await options.orgKnown;
      return {
        orgUrl: new URL(issuer).origin,
        issuer,
        clientId,
        redirectUri,
        scopes: ['openid', 'profile', 'email'],
      };
    },
    openNetwork,
    openExternal: async (url) => (opened.push(url.href), true),
    orgPages: options.orgPages ?? noOrgPages,
    language: () => 'en',
    log,
    now: () => clock.now(),
    onChange: (state) => pushed.push(state),
    onNotReady: () => null,
    forgetPerson: () => registration.forget(),
    unforeseen: createUnforeseen({ log, tell: (reference) => references.push(reference) }),
    onTokens: async (issued) => void tokens.push(issued),
    onUnclaimed: async (issued) => void unclaimed.push(issued),
  });
  onTestFinished(() => registration.forget());

  const { handlers } = registration;
  async function state(): Promise<RegistrationState> {
    const result = await handlers.read({});
    if (!result.ok) throw new Error('read failed');
    return result.value;
  }
  async function submit(values: SubmitRequest['values'], action = 'submit') {
    const current = await step(state);
    return handlers.submit({ view: current.serial, action, values });
  }

  return {
    registration,
    handlers,
    sent,
    lines,
    tokens,
    unclaimed,
    opened,
    /** Of what nobody foresaw. */
    references,
    pushed,
    networks,
    clock,
    state,
    submit,
    step: () => step(state),
    ended: () => ended(state),
    mail: () => mail,
    code: () => mail.find(({ code }) => code !== null)?.code ?? '',
    steer: (path: string, body?: object) =>
      fetch(`${admin}${path}`, {
        method: 'POST',
        ...(body
          ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
          : {}),
      }),
    /** The picker's option for a method. */
    async choose(key: string) {
      const view = await step(state);
      const [field] = view.fields;
      const option = field?.options.find(({ authenticator }) => authenticator?.key === key);
      if (!field || !option) throw new Error(`No ${key} among the methods`);
      return submit({ [field.name]: option.id });
    },
    fillProfile: (values: Partial<typeof person> = {}) =>
      submit(
        Object.fromEntries(
          Object.entries({ ...person, ...values }).map(([name, value]) => [
            `userProfile.${name}`,
            value,
          ]),
        ),
      ),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

async function step(state: () => Promise<RegistrationState>): Promise<StepView> {
  const current = await state();
  if (current.phase !== 'step') throw new Error(`No step but ${JSON.stringify(current)}`);
  return current;
}

async function ended(state: () => Promise<RegistrationState>): Promise<EndedView> {
  const current = await state();
  if (current.phase !== 'ended') throw new Error(`Not ended but ${JSON.stringify(current)}`);
  return current;
}

/** Profile, password and e-mail code: up to the optional phone. */
export async function signUpToPhone(desk: Desk, email = person.email): Promise<void> {
  await desk.handlers.start({});
  await desk.fillProfile({ email });
  await desk.choose('okta_password');
  await desk.submit({ 'credentials.passcode': password });
  // The e-mail is the only required method left: the picker passes by itself.
  await desk.submit({ 'credentials.passcode': desk.code() });
}
