import { describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { openDesk, signUpToPhone } from './desk';

const page = '<!DOCTYPE html><html><title>Welcome to the hotel</title></html>';
const html = { 'content-type': 'text/html' };

/** What answers in place of the org, and what that is. */
const answers: readonly (readonly [name: string, code: string, () => Response | Promise<never>])[] =
  [
    ['a page of a hotel', 'network-sign-in', () => new Response(page, { headers: html })],
    ['a 511', 'network-sign-in', () => new Response(page, { status: 511, headers: html })],
    ['a 511 in JSON', 'network-sign-in', () => Response.json({ login: '/' }, { status: 511 })],
    ['a 407', 'network-sign-in', () => new Response('', { status: 407 })],
    [
      'a redirect',
      'network-sign-in',
      () =>
        Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })),
    ],
    [
      'a 403 of a gateway',
      'gateway-refused',
      () => new Response(page, { status: 403, headers: html }),
    ],
    ['a 451', 'gateway-refused', () => new Response(page, { status: 451, headers: html })],
    ['a 413', 'request-too-large', () => new Response(page, { status: 413, headers: html })],
    ['a bare 413', 'request-too-large', () => new Response('', { status: 413 })],
    [
      'a page of a 502',
      'gateway-unavailable',
      () => new Response(page, { status: 502, headers: html }),
    ],
    [
      'a page of a 503',
      'gateway-unavailable',
      () => new Response(page, { status: 503, headers: html }),
    ],
    [
      'a sentence of a 503',
      'gateway-unavailable',
      () => new Response('no healthy upstream', { status: 503 }),
    ],
    ['a bare 504', 'gateway-unavailable', () => new Response('', { status: 504 })],
    [
      'a 522 of a delivery network',
      'gateway-unavailable',
      () => new Response(page, { status: 522, headers: html }),
    ],
  ];

/** The org's own, or of somebody on the way; either passes. */
const troubles: typeof answers = [
  ['a limit', 'too-many-requests', () => Response.json({ errorCode: 'E0000047' }, { status: 429 })],
  ['a page of a limit', 'too-many-requests', () => new Response(page, { status: 429 })],
  ['a 500', 'server-error', () => Response.json({ errorCode: 'E0000009' }, { status: 500 })],
  ['a bare 503', 'server-error', () => new Response('', { status: 503 })],
  [
    'a page of Okta’s for a 503',
    'server-error',
    () => new Response(page, { status: 503, headers: { ...html, 'x-okta-request-id': 'Zx1' } }),
  ],
];

async function openDeskBehind(
  path: string,
  answer: () => Response | Promise<never>,
  policy: PolicyInput = {},
) {
  const control = { isOn: false };
  const desk = await openDesk({
    policy,
    intercept: (send) => (input, init) =>
      control.isOn && String(input).includes(path) ? Promise.resolve(answer()) : send(input, init),
  });
  return { desk, control };
}

describe('an answer that is not the org’s is named as what it is', () => {
  it.each(answers)('in mid-step: %s, and trying again works', async (_, code, answer) => {
    const { desk, control } = await openDeskBehind('/idp/idx/enroll/new', answer);
    await desk.handlers.start({});
    control.isOn = true;
    expect(await desk.fillProfile()).toMatchObject({ ok: false, error: { code } });
    expect(await desk.step()).toMatchObject({ step: 'enroll-profile' });
    control.isOn = false;
    expect(await desk.fillProfile()).toMatchObject({ ok: true });
  });

  it.each(answers)('at the start: %s', async (_, reason, answer) => {
    for (const path of ['/interact', '/idp/idx/introspect']) {
      const { desk, control } = await openDeskBehind(path, answer);
      control.isOn = true;
      await desk.handlers.start({});
      expect(await desk.ended()).toMatchObject({ outcome: { kind: 'terminal', reason } });
    }
  });

  it.each([...answers, ...troubles])(
    'at the challenge of a captcha: %s, and trying again works',
    async (_, code, answer) => {
      const { desk, control } = await openDeskBehind('/api/v1/altcha', answer, {
        captcha: 'altcha',
      });
      await desk.handlers.start({});
      control.isOn = true;
      expect(await desk.fillProfile()).toMatchObject({ ok: false, error: { code } });
      expect(await desk.step()).toMatchObject({ step: 'enroll-profile' });
      control.isOn = false;
      expect(await desk.fillProfile()).toMatchObject({ ok: true });
    },
  );

  it.each([...answers, ...troubles])(
    'at the exchange of tokens: %s, and the code is good for more',
    async (_, code, answer) => {
      const { desk, control } = await openDeskBehind('/v1/token', answer);
      await signUpToPhone(desk);
      control.isOn = true;
      expect(await desk.submit({}, 'skip')).toMatchObject({ ok: false, error: { code } });
      control.isOn = false;
      await desk.submit({}, 'skip');
      expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
    },
  );

  it.each([...answers, ...troubles])(
    'at the keys of the tokens: %s, and what came for the code is good for more',
    async (_, code, answer) => {
      const { desk, control } = await openDeskBehind('/v1/keys', answer);
      await signUpToPhone(desk);
      control.isOn = true;
      expect(await desk.submit({}, 'skip')).toMatchObject({ ok: false, error: { code } });
      control.isOn = false;
      await desk.submit({}, 'skip');
      expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
      expect(desk.tokens).toHaveLength(1);
    },
  );
});
