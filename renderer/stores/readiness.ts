import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import type { Bridge } from '../../preload/contract';
import type { Failure } from '../../preload/contract/define';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { Cause, ReadinessView, RunRequest } from '../../preload/contract/readiness';
import { useBridge } from '../bridge';
import { useAppStore } from './app';

export type ReportFormat = Parameters<Bridge['readiness']['report']>[0]['format'];

/** What main explains in one call. */
const batch = 10;

/** The readiness check as main knows it, and the call that did not get through. */
export const useReadinessStore = defineStore('readiness', () => {
  const bridge = useBridge();
  const app = useAppStore();
  const view = shallowRef<ReadinessView | null>(null);
  const failure = shallowRef<Failure<string> | null>(null);
  const isStarting = ref(false);
  const isCancelling = ref(false);

  bridge.on('readiness.changed', accept);

  /** Answers and pushes overtake each other: the higher serial is the newer view. */
  function accept(next: ReadinessView) {
    if (view.value !== null && next.serial <= view.value.serial) return;
    view.value = next;
    if (next.state !== 'running') isCancelling.value = false;
  }

  async function read(): Promise<void> {
    const result = await bridge.readiness.read({});
    if (result.ok) accept(result.value);
    failure.value = result.ok ? null : result.error;
  }

  /** Returns whether a run has begun, or main said at once what cannot be tried. */
  async function run(request: RunRequest): Promise<boolean> {
    isStarting.value = true;
    failure.value = null;
    const result = await bridge.readiness.run(request);
    isStarting.value = false;
    if (result.ok) accept(result.value);
    else failure.value = result.error;
    return result.ok;
  }

  async function cancel(): Promise<void> {
    isCancelling.value = true;
    const result = await bridge.readiness.cancel({});
    if (result.ok) return accept(result.value);
    isCancelling.value = false;
    failure.value = result.error;
  }

  /** Ends a run and makes main forget the token. */
  async function leave(): Promise<void> {
    failure.value = null;
    await bridge.readiness.leave({});
  }

  async function forgetToken(): Promise<void> {
    await leave();
    await read();
  }

  /** The last run as text, or null where it could not be had. */
  async function report(format: ReportFormat): Promise<string | null> {
    const result = await bridge.readiness.report({ format });
    return result.ok ? result.value.text : null;
  }

  /** In the language of the app; null where main does not answer. */
  async function explain(wanted: readonly Misconfiguration[]): Promise<Cause[] | null> {
    const causes: Cause[] = [];
    for (let from = 0; from < wanted.length; from += batch) {
      const misconfigurations = wanted.slice(from, from + batch);
      const result = await bridge.readiness.explain({ misconfigurations });
      if (!result.ok) return null;
      causes.push(...result.value.causes);
    }
    return causes;
  }

  watch(
    () => app.state?.language,
    () => {
      if (view.value !== null) void read();
    },
  );

  return {
    view,
    failure,
    isStarting,
    isCancelling,
    read,
    run,
    cancel,
    leave,
    forgetToken,
    report,
    explain,
  };
});
