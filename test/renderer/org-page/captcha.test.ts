import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { solveCaptcha } from '../../../renderer/org-page/captcha';

type Api = Required<NonNullable<typeof window.hcaptcha>>;
type Options = Parameters<Api['render']>[1];

const task = {
  kind: 'captcha',
  provider: 'hcaptcha',
  siteKey: 'site',
  script: 'https://hcaptcha.com/1/api.js?render=explicit&hl=en',
} as const;

let container: HTMLElement;
/** What the page asked the browser to load. */
let scripts: HTMLScriptElement[];

beforeEach(() => {
  scripts = [];
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) scripts.push(node);
  });
  container = document.createElement('div');
  document.body.replaceChildren(container);
});

afterEach(() => {
  delete window.hcaptcha;
  delete window.grecaptcha;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A provider that answers `execute` with one of its callbacks. */
function provider(answer: (options: Options) => void): Api {
  const drawn: Options[] = [];
  return {
    render: (_, options) => drawn.push(options) - 1,
    execute(widget) {
      const options = drawn[Number(widget)];
      if (options) answer(options);
    },
  };
}

const solve = (signal = new AbortController().signal) => solveCaptcha(task, container, signal);

it('gives the token, of a captcha that shows nothing by itself', async () => {
  const seen: Options[] = [];
  window.hcaptcha = provider((options) => {
    seen.push(options);
    options.callback('P1_token');
  });
  expect(await solve()).toEqual({ kind: 'done', values: { token: 'P1_token' } });
  expect(seen).toMatchObject([{ sitekey: 'site', size: 'invisible' }]);
});

it('draws a new one each time, since one cannot be drawn twice', async () => {
  const places: HTMLElement[] = [];
  const api = provider((options) => options.callback('token'));
  const { render } = api;
  window.hcaptcha = {
    ...api,
    render: (place, options) => (places.push(place), render(place, options)),
  };
  await solve();
  await solve();
  expect(places[0]).not.toBe(places[1]);
  expect(places[1]?.parentElement).toBe(container);
});

it.each([
  ['error-callback', 'network-error', 'failed'],
  ['error-callback', undefined, 'failed'],
  ['error-callback', 'challenge-closed', 'dismissed'],
  ['close-callback', undefined, 'dismissed'],
  ['chalexpired-callback', undefined, 'dismissed'],
  ['expired-callback', undefined, 'dismissed'],
] as const)('takes %s (%s) for %s', async (callback, code, kind) => {
  window.hcaptcha = provider((options) => options[callback](code));
  expect(await solve()).toEqual({ kind });
});

it('takes a provider that throws for a failure', async () => {
  window.hcaptcha = provider(() => {
    throw new Error('invalid sitekey');
  });
  expect(await solve()).toEqual({ kind: 'failed' });
});

it('asks Google where the org does', async () => {
  window.hcaptcha = provider((options) => options.callback('of the other one'));
  window.grecaptcha = provider((options) => options.callback('03A'));
  const outcome = await solveCaptcha(
    { ...task, provider: 'recaptcha' },
    container,
    new AbortController().signal,
  );
  expect(outcome).toEqual({ kind: 'done', values: { token: '03A' } });
});

it('ends when it is no longer wanted', async () => {
  window.hcaptcha = provider(() => {});
  const unwanted = new AbortController();
  const solving = solve(unwanted.signal);
  await new Promise((resolve) => setTimeout(resolve, 0));
  unwanted.abort();
  expect(await solving).toEqual({ kind: 'dismissed' });
});

it('loads the script of the provider and waits for what it brings', async () => {
  vi.useFakeTimers();
  const solving = solve();
  expect(scripts[0]?.src).toBe(task.script);
  scripts[0]?.onload?.(new Event('load'));
  // The first of two scripts brings a name with nothing behind it.
  window.hcaptcha = {};
  await vi.advanceTimersByTimeAsync(500);
  window.hcaptcha = provider((options) => options.callback('late'));
  await vi.advanceTimersByTimeAsync(100);
  expect(await solving).toEqual({ kind: 'done', values: { token: 'late' } });
});

it('says that it failed where the script is blocked, and loads it anew the next time', async () => {
  const first = solve();
  scripts[0]?.onerror?.(new Event('error'));
  expect(await first).toEqual({ kind: 'failed' });
  const second = solve();
  expect(scripts).toHaveLength(2);
  scripts[1]?.onerror?.(new Event('error'));
  await second;
});

it('does not wait for ever for a script that brings nothing', async () => {
  vi.useFakeTimers();
  const solving = solve();
  scripts[0]?.onload?.(new Event('load'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await solving).toEqual({ kind: 'failed' });
});
