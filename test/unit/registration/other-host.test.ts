import { expect, it } from 'vitest';
import { openDesk } from './desk';

/** Every form of the org's answers leads to another host, as where the org has an address of its own. */
async function openDeskWithOtherHost(...paths: string[]) {
  const control = { isOn: true };
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      const { origin, pathname } = new URL(String(input));
      const isTouched = control.isOn && pathname.startsWith('/idp/idx/');
      if (!isTouched) return response;
      const text = paths.reduce(
        (one, path) => one.replaceAll(`${origin}${path}`, `https://login.acme.example${path}`),
        await response.text(),
      );
      return new Response(text, { status: response.status, headers: response.headers });
    },
  });
  return { desk, control };
}

it('sends a form to no other host, and says which one the org names', async () => {
  const { desk } = await openDeskWithOtherHost('/idp/idx/enroll/new');
  await desk.handlers.start({});
  const before = desk.sent.length;
  expect(await desk.fillProfile()).toEqual({
    ok: false,
    error: { code: 'other-host', reference: null, retryAfter: null, host: 'login.acme.example' },
  });
  expect(desk.sent.slice(before)).toEqual([]);
  expect(await desk.step()).toMatchObject({ step: 'enroll-profile' });
  // Nothing was sent, so there is nothing to ask about before another try.
  expect(await desk.fillProfile()).toMatchObject({ error: { code: 'other-host' } });
  expect(desk.sent.slice(before)).toEqual([]);
});

it('ends where the first form of all leads to another host', async () => {
  const { desk } = await openDeskWithOtherHost('/idp/idx/enroll');
  await desk.handlers.start({});
  expect(await desk.ended()).toMatchObject({
    outcome: { reason: 'other-host', isAccountCreated: false },
    messages: [{ key: 'network.other-host', params: ['login.acme.example'] }],
  });
});
