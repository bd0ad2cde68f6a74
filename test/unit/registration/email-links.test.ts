import { expect, it } from 'vitest';
import { type Desk, openDesk } from './desk';

type Answer = () => Response | Promise<never>;

/** At the box for the code of a mail whose link is opened as `answer` says. */
async function atCode(answer: Answer | null, introspect: Answer | null = null) {
  const control = { isOn: false };
  const desk = await openDesk({
    policy: { magicLink: true },
    intercept: (send) => async (input, init) => {
      const { pathname } = new URL(String(input));
      if (control.isOn && answer && pathname.startsWith('/email/verify')) return answer();
      if (control.isOn && introspect && pathname === '/idp/idx/introspect') return introspect();
      return send(input, init);
    },
  });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  control.isOn = true;
  return { desk, control };
}

const pasteLink = (desk: Desk) =>
  desk.submit({ 'credentials.passcode': desk.mail()[0]?.link ?? '' });
const page = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => {
  const init = { status, headers: { 'content-type': 'text/html', ...headers } };
  return () => new Response('<!doctype html><title>Page</title>', init);
};
const lost: Answer = () => Promise.reject(new TypeError('fetch failed'));

it.each([
  ['a page that says it was used', page(200)],
  ['a page that says it is too old', page(400)],
  ['a page of Okta’s that refuses it', page(403, { 'x-okta-request-id': 'Zx1' })],
  ['no page at all', () => new Response('', { status: 404 })],
  ['the sign-in page', () => Response.redirect('https://acme.example/login', 302)],
] satisfies [string, Answer][])(
  'a pasted link that opens %s and changes nothing has words of its own',
  async (_, answer) => {
    const { desk } = await atCode(answer);
    expect(await pasteLink(desk)).toMatchObject({ error: { code: 'link-without-effect' } });
    expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_email' } });
    await desk.submit({ 'credentials.passcode': desk.code() });
    expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_password' } });
  },
);

it.each([
  ['a page of a gateway without its server', page(502), 'gateway-unavailable'],
  ['a page of a gateway that refuses', page(403), 'gateway-refused'],
  ['a network that wants a sign-in', page(511), 'network-sign-in'],
  ['a limit', () => Response.json({}, { status: 429 }), 'too-many-requests'],
  ['nothing', lost, 'unreachable'],
] satisfies [string, Answer, string][])(
  'a pasted link that brings %s is told as that',
  async (_, answer, code) => {
    const { desk } = await atCode(answer);
    expect(await pasteLink(desk)).toMatchObject({ error: { code } });
  },
);

it('a pasted link that leads to the sign-in of a network, as everything does, is told as that', async () => {
  const portal: Answer = () => Response.redirect('https://portal.example/', 302);
  const { desk, control } = await atCode(portal, page(200));
  expect(await pasteLink(desk)).toMatchObject({ error: { code: 'network-sign-in' } });
  control.isOn = false;
  await desk.submit({ 'credentials.passcode': desk.code() });
  expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_password' } });
});

it.each([
  ['its answer is lost', lost],
  ['a gateway answers in its place', page(502)],
])('a pasted link that was taken moves the step on, although %s', async (_, answer) => {
  const link = { href: '' };
  const taken: Answer = async () => {
    // The org has the request all the same.
    await fetch(link.href, { redirect: 'manual' });
    return (await answer()) as never;
  };
  const { desk } = await atCode(taken);
  link.href = desk.mail()[0]?.link ?? '';
  expect(await pasteLink(desk)).toMatchObject({ ok: true });
  expect(await desk.step()).toMatchObject({ authenticator: { key: 'okta_password' } });
});
