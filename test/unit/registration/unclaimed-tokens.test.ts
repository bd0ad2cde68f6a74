import { expect, it } from 'vitest';
import { tokensLeftBy } from '../../../main/registration/token-answer';
import { openDesk, signUpToPhone } from './desk';

it('leaves nothing to nobody where somebody signed up, also when they go', async () => {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(desk.tokens).toHaveLength(1);
  await desk.handlers.cancel({});
  await desk.registration.forget();
  expect(desk.unclaimed).toEqual([]);
});

it('leaves tokens to nobody whose keys are still awaited when the person goes', async () => {
  const gate = { isReached: false, open: () => {} };
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      if (String(input).endsWith('/v1/keys')) {
        gate.isReached = true;
        await new Promise<void>((resolve) => (gate.open = resolve));
      }
      return send(input, init);
    },
  });
  await signUpToPhone(desk);
  const submitted = desk.submit({}, 'skip');
  await expect.poll(() => gate.isReached).toBe(true);
  await desk.handlers.cancel({});
  gate.open();
  await submitted;
  expect(desk.tokens).toEqual([]);
  expect(desk.unclaimed).toHaveLength(1);
});

it('leaves each token once that was refused', async () => {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (!String(input).endsWith('/v1/token')) return response;
      return Response.json({ ...((await response.json()) as object), token_type: 'mac' });
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  await desk.registration.forget();
  expect(desk.unclaimed).toHaveLength(1);
});

it.each([
  ['both', { access_token: 'a', refresh_token: 'r' }, { accessToken: 'a', refreshToken: 'r' }],
  ['one alone', { access_token: 'a' }, { accessToken: 'a', refreshToken: null }],
  ['the other alone', { refresh_token: 'r' }, { accessToken: null, refreshToken: 'r' }],
  [
    'one beside what is none',
    { access_token: 'a', refresh_token: 5 },
    { accessToken: 'a', refreshToken: null },
  ],
  ['none', { id_token: 'x' }, null],
  ['two lines', { access_token: 'a\nb' }, null],
  ['more than any header holds', { access_token: 'a'.repeat(20_001) }, null],
  ['nothing', { access_token: '' }, null],
])('is left at the org by an answer with tokens: %s', (_, answer, left) => {
  expect(tokensLeftBy(answer)).toEqual(left);
});
