import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach } from 'vitest';
import type { Bridge, EventName, EventPayload } from '../../../preload/contract';
import { fail, ok, type Result } from '../../../preload/define';
import type { RegistrationState, SubmitRequest } from '../../../preload/schemas/registration';
import { bridgeKey } from '../../../renderer/bridge';
import { createTranslation } from '../../../renderer/i18n';
import RegistrationWizard from '../../../renderer/registration/RegistrationWizard.vue';
import { useRegistrationStore } from '../../../renderer/stores/registration';

type Answer = RegistrationState | Failing;
type Code = Extract<Awaited<ReturnType<Bridge['registration']['submit']>>, { ok: false }>;
interface Failing {
  readonly error: Code['error']['code'];
  readonly retryAfter?: number;
}

export interface Desk {
  readonly page: VueWrapper;
  readonly store: ReturnType<typeof useRegistrationStore>;
  /** Every submit that reached main. */
  readonly sent: SubmitRequest[];
  readonly cancelled: { count: number };
  /** What main answers to the submits to come; the last one stays. */
  answer(...answers: (Answer | Promise<Answer>)[]): void;
  push(state: RegistrationState): Promise<void>;
  input(name: string): ReturnType<VueWrapper['find']>;
  button(text: string): ReturnType<VueWrapper['find']>;
  send(): Promise<void>;
}

const mounted: VueWrapper[] = [];
afterEach(() => mounted.splice(0).forEach((page) => page.unmount()));

/** The wizard on a page of its own, showing `state`, with main played by the test. */
export async function openWizard(state: RegistrationState): Promise<Desk> {
  const sent: SubmitRequest[] = [];
  const cancelled = { count: 0 };
  let answers: (Answer | Promise<Answer>)[] = [];
  let push: (payload: EventPayload<'registration.changed'>) => void = () => {};
  const unused = () => Promise.resolve(fail('internal'));

  const bridge: Bridge = {
    app: { read: unused, openLink: unused },
    settings: { read: unused, save: unused, testConnection: unused, selectOrg: unused },
    account: { read: unused, signOut: unused },
    practice: { outbox: unused, openLink: unused },
    registration: {
      read: () => Promise.resolve(ok(state)),
      start: () => Promise.resolve(ok(state)),
      resume: unused,
      async submit(request) {
        sent.push(request);
        const next = answers.length > 1 ? answers.shift() : answers[0];
        return toResult(await (next ?? state));
      },
      cancel() {
        cancelled.count += 1;
        return Promise.resolve(ok({ phase: 'idle' }));
      },
    },
    on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
      if (name === 'registration.changed') push = listener as typeof push;
      return () => {};
    },
  };

  const page = mount(RegistrationWizard, {
    attachTo: document.body,
    global: { plugins: [createPinia(), createTranslation()], provide: { [bridgeKey]: bridge } },
  });
  mounted.push(page);
  const store = useRegistrationStore();
  await store.refresh();
  await flushPromises();

  return {
    page,
    store,
    sent,
    cancelled,
    answer: (...next) => (answers = next),
    async push(next) {
      push(next);
      await flushPromises();
    },
    input: (name) => page.find(`[name="${name}"]`),
    button: (text) => {
      const found = page.findAll('button').find((one) => one.text().includes(text));
      if (!found) throw new Error(`No button “${text}”.`);
      return found;
    },
    async send() {
      await page.find('form').trigger('submit');
      await flushPromises();
    },
  };
}

function toResult(answer: Answer): Result<RegistrationState, Failing['error']> {
  return 'error' in answer
    ? fail(answer.error, { retryAfter: answer.retryAfter ?? null })
    : ok(answer);
}
