import { expect, it } from 'vitest';
import type { OrgPages } from '../../../main/platform';
import { openDesk } from './desk';

const profile = {
  'userProfile.firstName': 'Ada',
  'userProfile.lastName': 'Lovelace',
  'userProfile.email': 'ada@example.com',
};

it('ends a request that is on its way when the person gives up', async () => {
  const sent: AbortSignal[] = [];
  const desk = await openDesk({
    intercept: (send) => (input, init) => {
      if (!String(input).endsWith('/enroll/new')) return send(input, init);
      const { signal } = init ?? {};
      if (!signal) throw new Error('A request without a signal cannot be ended');
      sent.push(signal);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
  });
  await desk.handlers.start({});
  const submitted = desk.submit(profile);
  await expect.poll(() => sent).toHaveLength(1);
  await desk.handlers.cancel({});
  expect(sent[0]?.aborted).toBe(true);
  expect(await submitted).toMatchObject({ ok: false });
  expect(await desk.state()).toMatchObject({ phase: 'idle' });
});

it('closes the page of a captcha when the person gives up', async () => {
  const shown: AbortSignal[] = [];
  const orgPages: OrgPages = {
    canShow: () => true,
    perform: (_request, signal) => {
      shown.push(signal);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ kind: 'dismissed' }));
      });
    },
  };
  const desk = await openDesk({ policy: { captcha: 'hcaptcha' }, orgPages });
  await desk.handlers.start({});
  const submitted = desk.submit(profile);
  await expect.poll(() => shown).toHaveLength(1);
  await desk.handlers.cancel({});
  expect(shown[0]?.aborted).toBe(true);
  expect(await submitted).toMatchObject({ ok: false });
});

it('posts no form to a host that is not the org', async () => {
  const asked: string[] = [];
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const url = new URL(String(input));
      asked.push(url.host);
      if (url.host === 'evil.example') return new Response('{}');
      const response = await send(input, init);
      if (!url.pathname.startsWith('/idp/idx/')) return response;
      const text = await response.text();
      const forged = text.replaceAll(/http:[^"]*\/enroll\/new/g, 'https://evil.example/enroll/new');
      return new Response(forged, { status: response.status, headers: response.headers });
    },
  });
  await desk.handlers.start({});
  const state = await desk.state();
  if (state.phase === 'step') await desk.submit(profile);
  expect(asked).not.toContain('evil.example');
});

it('opens no network for a sign-up that was given up before its org was there', async () => {
  let find = () => {};
  const desk = await openDesk({ orgKnown: new Promise<void>((resolve) => (find = resolve)) });
  const started = desk.handlers.start({});
  await desk.handlers.cancel({});
  find();
  expect(await started).toMatchObject({ ok: true, value: { phase: 'idle' } });
  expect(desk.networks).toEqual([]);
});

it('closes the network of somebody who is forgotten', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  expect(desk.networks).toEqual([{ isClosed: false }]);
  await desk.registration.forget();
  expect(desk.networks).toEqual([{ isClosed: true }]);
});
