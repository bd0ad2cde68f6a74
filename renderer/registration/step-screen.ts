import { type Component, defineAsyncComponent } from 'vue';

export interface StepScreen {
  readonly component: Component;
  /** Settles when the component can be drawn; it may have failed to load. */
  readonly whenReady: () => Promise<unknown>;
  /** Text key under which `title`, `submit` and `busy` of the step are. */
  readonly texts: string;
  /** Where the focus goes when the step appears. */
  readonly focus: 'heading' | 'first-field';
  /** Actions the screen shows itself, by id. */
  readonly claims: readonly string[];
}

/** By remediation, or by remediation and authenticator: `remediation/key`. */
export type StepScreens = Readonly<Record<string, StepScreen>>;

export function screen(
  component: Component,
  texts: string,
  { focus = 'heading', claims = [] }: Partial<Pick<StepScreen, 'focus' | 'claims'>> = {},
): StepScreen {
  return { component, whenReady: async () => undefined, texts, focus, claims };
}

/** A screen that is loaded when its step comes; again if that failed. */
export function lazyScreen(
  load: () => Promise<{ default: Component }>,
  texts: string,
  options?: Partial<Pick<StepScreen, 'focus' | 'claims'>>,
): StepScreen {
  let loading: ReturnType<typeof load> | undefined;
  const loadOnce = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    ...screen(defineAsyncComponent(loadOnce), texts, options),
    async whenReady() {
      await Promise.allSettled([loadOnce()]);
      // Vue draws a few microtasks after the same promise.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
