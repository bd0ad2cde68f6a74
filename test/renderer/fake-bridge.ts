import * as v from 'valibot';
import { createBridge } from '../../preload/bridges/bridge';
import { withPlainCopies } from '../../renderer/bridge';
import {
  allCalls,
  type Bridge,
  type EventName,
  type EventPayload,
  events,
} from '../../preload/contract';
import { type CallDefinition, channelName, fail, ok } from '../../preload/contract/define';
import type { Cause, Finding, ReadinessView } from '../../preload/contract/readiness';
import type { AccountView } from '../../preload/contract/account';
import type { AppState } from '../../preload/contract/app';
import type { OutboxMessage } from '../../preload/contract/practice';
import type { SettingView, SettingsView } from '../../preload/contract/settings';

type Calls = Omit<Bridge, 'on'>;
export type Answers = { readonly [Area in keyof Calls]?: Partial<Calls[Area]> };

export interface FakeBridge extends Bridge {
  /** What the renderer asked for so far, oldest first. */
  readonly asked: readonly { readonly channel: string; readonly request: unknown }[];
  /** Pushes as main would; throws for what main could not push. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
}

/**
 * A bridge with main replaced by `answers`; calls without one get a harmless answer. As in the real
 * one, both directions are checked against the contract and nothing is shared by reference.
 */
export function fakeBridge(answers: Answers = {}): FakeBridge {
  const asked: { channel: string; request: unknown }[] = [];
  const listeners = new Set<{ channel: string; hear: (payload: unknown) => void }>();
  const handlers = handlersOf(answers);

  const bridge = createBridge({
    async invoke(channel, request) {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No such call: ${channel}`);
      const parsed = v.safeParse(handler.definition.request, structuredClone(request));
      if (!parsed.success) return fail('invalid-request');
      asked.push({ channel, request: parsed.output });
      const result = await handler.answer(parsed.output);
      if (result.ok) v.parse(handler.definition.response, result.value);
      return structuredClone(result);
    },
    subscribe(channel, hear) {
      const listener = { channel, hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });

  return {
    ...withPlainCopies(exposed(bridge)),
    asked,
    emit(name, payload) {
      const checked = v.parse(events[name], payload);
      for (const { channel, hear } of listeners) {
        if (channel === name) hear(structuredClone(checked));
      }
    },
  };
}

/** A bridge as Electron's contextBridge exposes it: what cannot be cloned throws at the call itself. */
export function exposed(bridge: Bridge): Bridge {
  const areas = Object.entries(bridge).map(([area, calls]) => {
    if (typeof calls === 'function') return [area, calls];
    const cloning = Object.entries<(request: unknown) => unknown>(calls).map(([name, call]) => [
      name,
      (request: unknown) => call(structuredClone(request)),
    ]);
    return [area, Object.fromEntries(cloning)];
  });
  return Object.fromEntries(areas) as Bridge;
}

interface Handler {
  readonly definition: CallDefinition;
  readonly answer: (
    request: unknown,
  ) => Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false }>;
}

function handlersOf(answers: Answers): ReadonlyMap<string, Handler> {
  const merged: Calls = {
    app: {
      ...harmless.app,
      ...answers.app,
    },
    settings: { ...harmless.settings, ...answers.settings },
    registration: { ...harmless.registration, ...answers.registration },
    readiness: { ...harmless.readiness, ...answers.readiness },
    account: { ...harmless.account, ...answers.account },
    practice: { ...harmless.practice, ...answers.practice },
  };
  return new Map(
    Object.entries(allCalls).flatMap(([area, calls]) =>
      Object.entries<CallDefinition>(calls).map(([name, definition]) => {
        const answer = Object.entries(merged[area as keyof Calls]).find(([key]) => key === name);
        return [channelName(area, name), { definition, answer: answer?.[1] }] as const;
      }),
    ),
  );
}

export function appState(changes: Partial<AppState> = {}): AppState {
  return {
    version: '1.2.3',
    shell: 'electron',
    platform: 'linux',
    language: 'en',
    appearance: 'system',
    org: { kind: 'okta', host: 'acme.okta.com', misconfiguration: null },
    wayBack: { redirectUri: 'app.frontdesk.desktop:/callback', kind: 'scheme' },
    mode: 'personal',
    keychain: 'ready',
    ...changes,
  };
}

export function signedIn(
  changes: Partial<Extract<AccountView, { state: 'signed-in' }>> = {},
): AccountView {
  return {
    state: 'signed-in',
    name: 'Grace Hopper',
    email: 'grace@example.com',
    orgHost: 'acme.okta.com',
    expiresAt: Date.UTC(2030, 0, 1, 12),
    isStored: true,
    isConfirmed: true,
    ...changes,
  };
}

export function settingsView(
  settings: readonly SettingView[] = [],
  changes: Partial<SettingsView> = {},
): SettingsView {
  const defaults: readonly SettingView[] = [
    { key: 'orgUrl', value: 'https://acme.okta.com', source: 'stored' },
    { key: 'clientId', value: '0oa1b2c3d4e5f6g7h8i9', source: 'stored' },
    { key: 'issuer', value: 'https://acme.okta.com', source: 'default' },
    { key: 'redirectUri', value: 'app.frontdesk.desktop:/callback', source: 'default' },
    { key: 'scopes', value: 'openid profile email', source: 'default' },
    { key: 'language', value: 'en', source: 'default' },
    { key: 'appearance', value: 'system', source: 'default' },
  ];
  return {
    settings: defaults.map((each) => settings.find(({ key }) => key === each.key) ?? each),
    notices: [],
    practicePolicy: 'default',
    ...changes,
  };
}

export function readinessView(changes: Partial<ReadinessView> = {}): ReadinessView {
  return {
    serial: 1,
    state: 'idle',
    verdict: null,
    host: null,
    reference: null,
    startedAt: null,
    hasToken: false,
    canUsePracticeToken: false,
    problems: [],
    findings: [],
    history: [],
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    check: 'issuer',
    status: 'pass',
    milliseconds: 120,
    name: 'Issuer',
    summary: 'The issuer names itself as expected.',
    causes: [],
    seen: [],
    detail: null,
    field: null,
    ...changes,
  };
}

/** Its texts name it, so that several can be told apart. */
export function cause(changes: Partial<Cause> = {}): Cause {
  const name = changes.misconfiguration ?? 'a network';
  return {
    misconfiguration: null,
    title: `Title of ${name}`,
    wrong: `Wrong: ${name}`,
    person: `A person meets ${name}`,
    where: `Applications > ${name}`,
    steps: [`First step for ${name}`, `Second step for ${name}`],
    who: `Owner of ${name}`,
    tell: `Sign of ${name}`,
    ...changes,
  };
}

export function outboxMessage(changes: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: 'message-1',
    to: 'grace@example.com',
    channel: 'email',
    subject: 'Your code',
    text: 'Enter this code to go on.',
    code: '482913',
    link: null,
    sentAt: Date.UTC(2030, 0, 1, 12),
    ...changes,
  };
}

const harmless: Calls = {
  app: {
    noteUnforeseen: async () => ok({ reference: 'reference-1' }),
    read: async () => ok(appState()),
    openLink: async () => ok({}),
  },
  settings: {
    read: async () => ok(settingsView()),
    save: async () => ok({ saved: true, view: settingsView() }),
    selectOrg: async ({ org, misconfiguration = null }) => {
      const host = org === 'okta' ? 'acme.okta.com' : 'localhost';
      return ok(appState({ org: { kind: org, host, misconfiguration } }));
    },
  },
  registration: {
    read: async () => ok({ phase: 'idle', serial: 0 }),
    start: async () => ok({ phase: 'idle', serial: 0 }),
    submit: async () => ok({ phase: 'idle', serial: 0 }),
    open: async () => ok({ phase: 'idle', serial: 0 }),
    cancel: async () => ok({ phase: 'idle', serial: 0 }),
  },
  readiness: {
    read: async () => ok(readinessView()),
    run: async () => ok(readinessView({ serial: 2, state: 'running' })),
    cancel: async () => ok(readinessView({ serial: 3, state: 'cancelled' })),
    leave: async () => ok({}),
    explain: async ({ misconfigurations }) =>
      ok({ causes: misconfigurations.map((misconfiguration) => cause({ misconfiguration })) }),
    report: async ({ format }) => ok({ text: `The report as ${format}` }),
  },
  account: {
    read: async () => ok({ state: 'none' }),
    signOut: async () => ok({ state: 'none' }),
  },
  practice: {
    outbox: async () => ok([]),
    openLink: async () => ok({}),
  },
};
