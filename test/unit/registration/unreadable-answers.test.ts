import { expect, it } from 'vitest';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { openDesk, password, signUpToPhone } from './desk';

type Answer = Record<string, unknown>;

/** Fields of a form, one inside the other. */
function nestedGroups(depth: number): string {
  return `${'{"name":"g","form":{"value":['.repeat(depth)}${']}}'.repeat(depth)}`;
}

const deep = (depth: number) =>
  `{"version":"1.0.0","stateHandle":"h","remediation":{"value":[{"name":"enroll-profile","href":"x","value":[${nestedGroups(depth)}]}]}}`;

/** A desk whose org's answers at `path` are changed before they arrive. */
async function openChangedDesk(
  path: string,
  change: (answer: Answer, text: string) => string,
  policy: PolicyInput = {},
) {
  let isOn = true;
  const desk = await openDesk({
    policy,
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (!isOn || !String(input).includes(path)) return response;
      const text = await response.text();
      return new Response(change(JSON.parse(text) as Answer, text), {
        status: response.status,
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  return { desk, stop: () => (isOn = false) };
}

it.each([5_000, 20_000])('ends a start whose answer has %i groups in each other', async (depth) => {
  const { desk } = await openChangedDesk('/idp/idx/introspect', () => deep(depth));
  await desk.handlers.start({});
  expect(await desk.ended()).toMatchObject({
    outcome: { kind: 'terminal', reason: 'unreadable-answer' },
    messages: [{ key: 'network.unreadable' }],
  });
});

it.each(['/.well-known/', '/interact'])(
  'tells the same of %s, which the SDK reads',
  async (path) => {
    const { desk } = await openChangedDesk(path, (_, text) => `[${deep(20_000)},${text}]`);
    await desk.handlers.start({});
    expect(await desk.ended()).toMatchObject({
      outcome: { reason: 'unreadable-answer' },
      messages: [{ key: 'network.unreadable' }],
    });
  },
);

it('ends a start whose answer has no end', async () => {
  const { desk } = await openChangedDesk('/introspect', () => ' '.repeat(6 * 1024 * 1024));
  await desk.handlers.start({});
  expect(await desk.ended()).toMatchObject({
    outcome: { reason: 'unreadable-answer' },
    messages: [{ key: 'network.too-large' }],
  });
});

it('keeps the step where the answer to a form cannot be read', async () => {
  const { desk, stop } = await openChangedDesk('/idp/idx/enroll/new', () => deep(20_000));
  await desk.handlers.start({});
  expect(await desk.fillProfile()).toMatchObject({
    ok: false,
    error: { code: 'unreadable-answer' },
  });
  stop();
  expect(await desk.step()).toMatchObject({ step: 'enroll-profile' });
});

it('ends where the tokens cannot be read, since the code works only once', async () => {
  const { desk } = await openChangedDesk('/v1/token', () => deep(20_000));
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({
    outcome: { reason: 'unreadable-answer', isAccountCreated: true },
  });
});

it('makes no text of what has none', async () => {
  const odd = { toString: 1 };
  const { desk } = await openChangedDesk('/idp/idx/enroll', (answer) =>
    JSON.stringify({
      ...answer,
      expiresAt: odd,
      messages: {
        value: [
          { class: odd, message: 'Hello', i18n: { key: 'k', params: [odd, 4, 'x', null, [odd]] } },
        ],
      },
      uiDisplay: { value: { label: odd } },
    }),
  );
  await desk.handlers.start({});
  expect(await desk.step()).toMatchObject({
    expiresAt: null,
    title: null,
    messages: [{ text: 'Hello', params: ['', '4', 'x', '', ''] }],
  });
});

it('asks on where an answer to a question names odd ones', async () => {
  const answers = [
    (answer: Answer) =>
      JSON.stringify({
        ...answer,
        messages: { value: [{ message: 'x', i18n: { key: 'k', params: [{ toString: 1 }] } }] },
      }),
    () => deep(20_000),
    (_: Answer, text: string) => text.replaceAll('"refresh":', '"refresh":{"toString":1},"was":'),
  ];
  let asked = 0;
  const { desk } = await openChangedDesk(
    '/idp/idx/challenge/poll',
    (answer, text) => answers[asked++]?.(answer, text) ?? text,
    { magicLink: true, pollSeconds: 1 },
  );
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_password');
  await desk.submit({ 'credentials.passcode': password });
  await expect.poll(() => asked, { timeout: 15_000 }).toBe(answers.length);
  expect(await desk.step()).toMatchObject({ isPolling: true, messages: [{ params: [''] }] });
});

it('outlives a defect of its own in a question, tells it with a reference, and asks on', async () => {
  const desk = await openDesk({ policy: { magicLink: true, pollSeconds: 1 } });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_password');
  await desk.submit({ 'credentials.passcode': password });
  const { now } = desk.clock;
  desk.clock.now = () => {
    desk.clock.now = now;
    throw new Error('a defect');
  };
  await expect.poll(() => desk.references.length, { timeout: 10_000 }).toBe(1);
  const noted = desk.lines.filter((line) => line.includes('"event":"unforeseen"'));
  expect(noted.join()).toContain(desk.references[0]);
  expect(noted.join()).not.toContain('a defect');
  const polls = () => desk.sent.filter((request) => request.endsWith('/challenge/poll')).length;
  const before = polls();
  await expect.poll(polls, { timeout: 10_000 }).toBeGreaterThan(before);
  expect(await desk.step()).toMatchObject({ isPolling: true });
});
