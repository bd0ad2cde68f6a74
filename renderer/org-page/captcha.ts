import type { CaptchaTask, Outcome } from './task';

/** What hCaptcha and reCAPTCHA have in common. */
interface CaptchaApi {
  render(container: HTMLElement, options: CaptchaOptions): string | number;
  execute(widget: string | number): unknown;
}

interface CaptchaOptions {
  readonly sitekey: string;
  readonly size: 'invisible';
  readonly callback: (token: string) => void;
  readonly 'error-callback': (code?: unknown) => void;
  readonly 'expired-callback': () => void;
  /** The challenge's own time was up, and the person closed it: hCaptcha's alone. */
  readonly 'chalexpired-callback': () => void;
  readonly 'close-callback': () => void;
}

declare global {
  interface Window {
    hcaptcha?: Partial<CaptchaApi>;
    grecaptcha?: Partial<CaptchaApi>;
  }
}

/** How long a provider's script may take before it counts as blocked. */
const patience = 20_000;

/** Lets the provider decide, and show a challenge where it wants to, until it gives a token. */
export async function solveCaptcha(
  task: CaptchaTask,
  container: HTMLElement,
  signal: AbortSignal,
): Promise<Outcome> {
  const api = await loadApi(task, signal);
  if (signal.aborted) return { kind: 'dismissed' };
  if (!api) return { kind: 'failed' };
  return new Promise((resolve) => {
    const end = (kind: 'dismissed' | 'failed') => () => resolve({ kind });
    signal.addEventListener('abort', end('dismissed'));
    // A widget cannot be drawn twice into one element.
    const place = document.createElement('div');
    container.replaceChildren(place);
    try {
      const widget = api.render(place, {
        sitekey: task.siteKey,
        size: 'invisible',
        callback: (token) => resolve({ kind: 'done', values: { token } }),
        'error-callback': (code) =>
          resolve({ kind: code === 'challenge-closed' ? 'dismissed' : 'failed' }),
        'expired-callback': end('dismissed'),
        'chalexpired-callback': end('dismissed'),
        'close-callback': end('dismissed'),
      });
      api.execute(widget);
    } catch {
      resolve({ kind: 'failed' });
    }
  });
}

async function loadApi(task: CaptchaTask, signal: AbortSignal): Promise<CaptchaApi | null> {
  const deadline = performance.now() + patience;
  if (!findApi(task) && !(await loadScript(task.script))) return null;
  // The script loads another one; only that one brings `render`.
  while (performance.now() < deadline && !signal.aborted) {
    const api = findApi(task);
    if (api) return api;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

function findApi({ provider }: CaptchaTask): CaptchaApi | null {
  const api = provider === 'hcaptcha' ? window.hcaptcha : window.grecaptcha;
  return isComplete(api) ? api : null;
}

function isComplete(api: Partial<CaptchaApi> | undefined): api is CaptchaApi {
  return typeof api?.render === 'function' && typeof api.execute === 'function';
}

function loadScript(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(true);
    script.onerror = () => {
      script.remove();
      resolve(false);
    };
    document.head.append(script);
  });
}
