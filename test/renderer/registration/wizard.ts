import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, vi } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import {
  type OpenRequest,
  submitErrors,
  type SubmitRequest,
} from '../../../preload/contract/registration/request';
import { type RegistrationState } from '../../../preload/contract/registration';
import { type StepView } from '../../../preload/contract/registration/step';
import RegistrationWizard from '../../../renderer/registration/RegistrationWizard.vue';
import { stepScreen } from '../../../renderer/registration/step-table';
import { useAppStore } from '../../../renderer/stores/app';
import { useRegistrationStore } from '../../../renderer/stores/registration';
import { type Answers, fakeBridge } from '../fake-bridge';
import { mountWith } from '../mount-with';

/** What main answers to a submit: the next view, or a refusal. */
type Answer =
  | RegistrationState
  | { readonly error: (typeof submitErrors)[number]; readonly retryAfter?: number };

export interface Desk {
  readonly page: VueWrapper;
  readonly store: ReturnType<typeof useRegistrationStore>;
  /** Every submit that reached main. */
  readonly sent: SubmitRequest[];
  /** Every page that main was asked to open. */
  readonly opened: OpenRequest[];
  readonly cancelled: { count: number };
  /** What main answers to the submits to come; the last one stays. */
  answer(...answers: (Answer | Promise<Answer>)[]): void;
  push(state: RegistrationState): Promise<void>;
  /** Of a view that is newer than all that main has shown. */
  nextSerial(): number;
  input(name: string): ReturnType<VueWrapper['find']>;
  /** The button with these words; throws where there is none. */
  button(text: string): ReturnType<VueWrapper['find']>;
  send(): Promise<void>;
}

const mounted: VueWrapper[] = [];
afterEach(() => mounted.splice(0).forEach((page) => page.unmount()));

/** The wizard on a page of its own, showing `state`, with main played by the test. */
export async function openWizard(
  state: RegistrationState,
  answersOfMain: Answers = {},
): Promise<Desk> {
  const sent: SubmitRequest[] = [];
  const opened: OpenRequest[] = [];
  const cancelled = { count: 0 };
  let { serial } = state;
  const nextSerial = () => (serial += 1);
  let nexts: (Answer | Promise<Answer>)[] = [];
  const bridge = fakeBridge({
    ...answersOfMain,
    registration: {
      read: async () => ok(state),
      start: async () => ok({ ...state, serial: nextSerial() }),
      async submit(request) {
        sent.push(request);
        const next = await (nexts.length > 1 ? nexts.shift() : nexts[0]);
        if (next !== undefined && 'error' in next) {
          return fail(next.error, { retryAfter: next.retryAfter ?? null });
        }
        return ok(next ?? state);
      },
      async open(request) {
        opened.push(request);
        const next = await nexts[0];
        if (next !== undefined && 'error' in next) return fail('not-opened');
        return ok(next ?? state);
      },
      async cancel() {
        cancelled.count += 1;
        return ok({ phase: 'idle', serial: 1000 });
      },
    },
  });
  const { wrapper: page } = mountWith(RegistrationWizard, { bridge });
  mounted.push(page);
  await useAppStore().load();
  const store = useRegistrationStore();
  await store.refresh();
  await flushPromises();

  return {
    page,
    store,
    sent,
    opened,
    cancelled,
    nextSerial,
    answer: (...next) => (nexts = next),
    async push(next) {
      serial = Math.max(serial, next.serial);
      bridge.emit('registration.changed', next);
      await flushPromises();
    },
    input: (name) => page.find(`[name="${name}"]`),
    button(text) {
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

/** The wizard at a step whose screen is loaded when it comes. */
export async function openScreen(view: StepView): Promise<Desk> {
  const desk = await openWizard(view);
  await stepScreen(view).whenReady();
  await vi.dynamicImportSettled();
  await flushPromises();
  return desk;
}
