import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Failure } from '../../preload/contract/define';
import type { RegistrationState } from '../../preload/contract/registration';
import type { StepView } from '../../preload/contract/registration/step';
import { useBridge } from '../bridge';
import { createDrafts, isForgotten, isSameForm, type Values } from './drafts';
import { type Phase, phaseOf } from './phases';
import { useAppStore } from './app';

/** The form on which a person says who they are. */
const profileForm = 'enroll-profile';

/** Forms that come again where no account was made. */
const formsBeforeAccount = [profileForm, 'identify', 'select-enroll-profile', 'select-identify'];

/** Failures after which nobody knows whether the org has done what it was asked to do. */
const unanswered = [
  'unreachable',
  'timeout',
  'server-error',
  'network-sign-in',
  'gateway-refused',
  'gateway-unavailable',
  'request-too-large',
  'unreadable-answer',
  'internal',
];

/** The sign-up as main knows it, what was typed into it, and the call that is on its way. */
export const useRegistrationStore = defineStore('registration', () => {
  const bridge = useBridge();
  const app = useAppStore();
  const state = shallowRef<RegistrationState>({ phase: 'idle', serial: 0 });
  const drafts = createDrafts();
  /** What is on its way: `start`, `cancel` or the id of an action or link; one at a time. */
  const running = ref<string | null>(null);
  const failure = shallowRef<Failure<string> | null>(null);
  /** When the server wants to be asked again, by this machine's clock. */
  const retryAt = ref<number | null>(null);
  /** Goes up with every answer to the person's own doing, good or bad; pushes do not count. */
  const answers = ref(0);
  /** How far the sign-up has come; it never goes back. */
  const phase = ref<Phase>('details');
  /** The form that creates the account was sent, and was not refused. */
  const mayHaveAccount = ref(false);
  const step = computed(() => (state.value.phase === 'step' ? state.value : null));
  const isBusy = computed(() => running.value !== null);
  const canStartOver = computed(() => app.capabilities.offersTypedAgain && drafts.has(profileForm));

  /** Calls begun before the last start or cancel have lost their say. */
  let attempt = 0;
  /** The start under way is not this window's: its end is heard of, not answered. */
  let isFollowing = false;

  function accept(next: RegistrationState, isNewSignUp = false) {
    const current = state.value;
    // Answers and pushes overtake each other.
    if (next.serial < current.serial) return;
    if (current.phase === 'step') drafts.leave(current, next);
    if (!isSameForm(current, next)) fail(null);
    if (isForgotten(next)) drafts.clear();
    state.value = next;
    const before = isNewSignUp || current.phase !== 'step' ? 'details' : phase.value;
    phase.value = next.phase === 'step' ? phaseOf(next, before) : 'details';
    mayHaveAccount.value = isPastProfile() || (mayHaveAccount.value && !isBeforeAccount(next));
  }

  function isPastProfile(): boolean {
    return phase.value !== 'details';
  }

  function fail(error: Failure<string> | null) {
    failure.value = error;
    retryAt.value = error?.retryAfter ? Date.now() + error.retryAfter * 1000 : null;
  }

  /** Reads the sign-up that main holds; what went wrong, if anything. */
  async function refresh(): Promise<Failure<string> | null> {
    const own = attempt;
    const result = await bridge.registration.read({});
    if (result.ok && own === attempt) accept(result.value);
    return result.ok ? null : result.error;
  }

  /** Begins a sign-up; one that is still open at the org, its time up, is given up for it. */
  const start = () => begin(drafts.clear);

  /** Begins anew with the profile as it was typed, without secrets, for another address in it. */
  async function startOver() {
    if (!canStartOver.value) return;
    await begin(() => drafts.clearAllBut(profileForm));
    // The sign-up on the page is given up; what was typed waits for the next try.
    if (failure.value && running.value === null) {
      state.value = { phase: 'idle', serial: state.value.serial };
    }
  }

  async function begin(forget: () => void) {
    if (running.value !== null) return;
    const isOpen = state.value.phase === 'step';
    const own = ++attempt;
    running.value = 'start';
    fail(null);
    isFollowing = false;
    if (isOpen) {
      forget();
      await bridge.registration.cancel({});
    }
    const result = await bridge.registration.start({});
    if (own !== attempt) return;
    if (!result.ok && result.error.code === 'busy') return follow();
    running.value = null;
    if (result.ok) accept(result.value, true);
    else fail(result.error);
    answers.value += 1;
  }

  /** Main has a sign-up already, begun by another window or before a reload: it is this one's. */
  async function follow() {
    const own = attempt;
    isFollowing = true;
    const error = await refresh();
    if (own !== attempt || !isFollowing) return;
    if (error === null && state.value.phase === 'idle') return;
    isFollowing = false;
    running.value = null;
    fail(error);
    answers.value += 1;
  }

  /** A state that main pushed; while this window starts or cancels, its own answer counts. */
  async function hear(next: RegistrationState) {
    if (isFollowing) {
      isFollowing = false;
      running.value = null;
      // The sign-up that was in the way is gone, and the person still wants one.
      if (next.phase === 'idle') return start();
    }
    if (running.value !== 'start' && running.value !== 'cancel') accept(next);
  }

  /** Takes an action of the current step; ignored while another one is on its way. */
  async function submit(action: string, values: Values = {}) {
    const current = state.value;
    if (current.phase !== 'step' || running.value !== null) return;
    const own = attempt;
    running.value = action;
    fail(null);
    if (action === 'submit' && current.step === profileForm) mayHaveAccount.value = true;
    const result = await bridge.registration.submit({ view: current.serial, action, values });
    if (own !== attempt) return;
    running.value = null;
    if (result.ok) {
      accept(result.value);
    } else {
      fail(result.error);
      if (!unanswered.includes(result.error.code)) mayHaveAccount.value = isPastProfile();
      if (['stale-view', 'no-registration'].includes(result.error.code)) await refresh();
    }
    answers.value += 1;
  }

  /** Opens a page that the current view names, in the system's browser. */
  async function open(link: string) {
    const current = state.value;
    if (current.phase === 'idle' || running.value !== null) return;
    const own = attempt;
    running.value = link;
    fail(null);
    const result = await bridge.registration.open({ view: current.serial, link });
    if (own !== attempt) return;
    running.value = null;
    if (result.ok) return accept(result.value);
    fail(result.error);
    if (['stale-view', 'no-registration'].includes(result.error.code)) await refresh();
    answers.value += 1;
  }

  /** Gives up, also while a call is on its way. Ends in `idle` or an ended state, whatever happens. */
  async function cancel() {
    if (running.value === 'cancel') return;
    const own = ++attempt;
    running.value = 'cancel';
    isFollowing = false;
    fail(null);
    const result = await bridge.registration.cancel({});
    if (own !== attempt) return;
    running.value = null;
    accept(result.ok ? result.value : { phase: 'idle', serial: state.value.serial }, true);
  }

  bridge.on('registration.changed', (next) => void hear(next));

  return {
    state,
    step,
    isBusy,
    canStartOver,
    running,
    failure,
    retryAt,
    answers,
    phase,
    mayHaveAccount,
    valueOf: (view: StepView, name: string) => drafts.read(view, name),
    setValue: drafts.write,
    forgetTyped: drafts.clear,
    refresh,
    start,
    startOver,
    submit,
    open,
    cancel,
  };
});

function isBeforeAccount(next: RegistrationState): boolean {
  return next.phase !== 'step' || formsBeforeAccount.includes(next.step);
}
