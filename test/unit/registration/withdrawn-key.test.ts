import { exportJWK, generateKeyPair } from 'jose';
import { expect, it } from 'vitest';
import { openDesk, signUpToPhone } from './desk';

/** The org's keys, of which it has withdrawn the one that still signs. */
async function withdrawKeys() {
  const { publicKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'the-new-one', alg: 'RS256', use: 'sig' }];
  return JSON.stringify({ keys });
}

it("verifies nobody's tokens with a key that the org withdrew after the person before", async () => {
  const org = { keys: null as string | null };
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      const isKeys = new URL(String(input)).pathname.endsWith('/v1/keys');
      return isKeys && org.keys !== null
        ? new Response(org.keys, { headers: { 'Content-Type': 'application/json' } })
        : response;
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
  expect(desk.tokens).toHaveLength(1);

  org.keys = await withdrawKeys();
  await signUpToPhone(desk, 'grace@example.com');
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'terminal' } });
  expect(desk.tokens).toHaveLength(1);
});

it("asks for the metadata anew for each person's sign-up", async () => {
  const desk = await openDesk({});
  const asked = () => desk.sent.filter((one) => one.endsWith('/.well-known/openid-configuration'));
  await desk.handlers.start({});
  expect(asked()).toHaveLength(1);
  await desk.handlers.cancel({});
  await desk.handlers.start({});
  expect(asked()).toHaveLength(2);
});
