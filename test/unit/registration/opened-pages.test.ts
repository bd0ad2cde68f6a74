import { describe, expect, it } from 'vitest';
import { openDesk } from './desk';

type Fetch = typeof globalThis.fetch;

const home = 'app.frontdesk.desktop:/callback';
const answer = (body: object) =>
  new Response(JSON.stringify({ version: '1.0.0', stateHandle: 'handle', ...body }), {
    headers: { 'Content-Type': 'application/ion+json' },
  });
const provider = {
  name: 'redirect-idp',
  method: 'GET',
  type: 'GOOGLE',
  href: 'https://acme.okta.com/sso/idps/1?stateToken=canary-4711',
  idp: { id: '1', name: 'Google' },
};
const withProvider = { remediation: { value: [provider] } };
const nextForm = {
  remediation: {
    value: [{ name: 'keep-me-signed-in', href: '/idp/idx/keep-me-signed-in', value: [] }],
  },
};

/** An org whose introspect answers what the test says, and which tells the sign-up's `state`. */
function orgWithProvider() {
  const org = { introspect: withProvider as object, state: '', asked: 0 };
  const intercept =
    (send: Fetch): Fetch =>
    async (input, init) => {
      const { pathname } = new URL(String(input));
      if (pathname.endsWith('/interact')) {
        org.state = new URLSearchParams(String(init?.body)).get('state') ?? '';
      }
      if (pathname !== '/idp/idx/introspect') return send(input, init);
      org.asked += 1;
      return answer(org.introspect);
    };
  return { org, intercept };
}

async function openProvider() {
  const { org, intercept } = orgWithProvider();
  const desk = await openDesk({ intercept });
  await desk.handlers.start({});
  const { serial } = await desk.step();
  const opened = await desk.handlers.open({ view: serial, link: 'open:redirect-idp' });
  expect(opened).toMatchObject({ ok: true });
  return { org, desk };
}

describe('a page opened in the browser', () => {
  it('is the one of the step, and the step waits for the return', async () => {
    const { desk } = await openProvider();
    expect(desk.opened).toEqual([provider.href]);
    expect(await desk.step()).toMatchObject({
      openedAction: 'open:redirect-idp',
      actions: [{ kind: 'open' }, { id: 'check' }],
    });
  });

  it('is refused by an id that the view does not have, and for a view that is gone', async () => {
    const { desk } = await openProvider();
    const { serial } = await desk.step();
    const opened = (view: number, link: string) => desk.handlers.open({ view, link });
    expect(await opened(serial, 'open:other')).toMatchObject({ error: { code: 'not-opened' } });
    expect(await opened(serial - 1, 'open:redirect-idp')).toMatchObject({
      error: { code: 'stale-view' },
    });
    expect(desk.opened).toHaveLength(1);
  });

  it('continues the sign-up when it comes back with more to ask', async () => {
    const { org, desk } = await openProvider();
    org.introspect = nextForm;
    await desk.registration.resume(`${home}?error=interaction_required&state=${org.state}`);
    expect(desk.pushed.at(-1)).toMatchObject({ step: 'keep-me-signed-in', openedAction: null });
  });

  it('says why when the provider refused, and offers it again', async () => {
    const { org, desk } = await openProvider();
    await desk.registration.resume(
      `${home}?error=access_denied&error_description=No&state=${org.state}`,
    );
    expect(desk.pushed.at(-1)).toMatchObject({
      step: 'redirect-idp',
      openedAction: null,
      messages: [{ level: 'error', key: 'access_denied', text: 'No' }],
    });
  });

  it('takes a code to the token endpoint', async () => {
    const { org, desk } = await openProvider();
    await desk.registration.resume(`${home}?interaction_code=unknown&state=${org.state}`);
    expect(desk.sent).toContain('POST /oauth2/default/v1/token');
    expect(await desk.ended()).toMatchObject({ outcome: { reason: 'tokens-rejected' } });
  });

  it('keeps a code that could not be exchanged, for when the person asks again', async () => {
    let isAway = true;
    const { org, intercept } = orgWithProvider();
    const desk = await openDesk({
      intercept: (send) => {
        const through = intercept(send);
        return async (input, init) => {
          if (isAway && String(input).endsWith('/token')) throw new TypeError('fetch failed');
          return through(input, init);
        };
      },
    });
    await desk.handlers.start({});
    await desk.handlers.open({ view: (await desk.step()).serial, link: 'open:redirect-idp' });
    await desk.registration.resume(`${home}?interaction_code=late&state=${org.state}`);
    expect((await desk.step()).step).toBe('redirect-idp');
    isAway = false;
    await desk.submit({}, 'check');
    expect(desk.sent).toContain('POST /oauth2/default/v1/token');
    expect(org.asked).toBe(1);
  });

  it('is not answered by an address with another state', async () => {
    const { org, desk } = await openProvider();
    await desk.registration.resume(`${home}?interaction_code=c&state=other`);
    await desk.registration.resume(`${home}x?interaction_code=c&state=${org.state}`);
    expect(desk.sent.join()).not.toContain('/token');
    expect((await desk.step()).openedAction).toBe('open:redirect-idp');
  });

  it('is known by its state before anything is done with it, and looking changes nothing', async () => {
    const { org, desk } = await openProvider();
    const before = await desk.state();
    const pushes = desk.pushed.length;
    const { recognize } = desk.registration;
    expect(recognize(`${home}?interaction_code=c&state=${org.state}`)).toBe('own');
    expect(recognize(`${home}?error=interaction_required&state=${org.state}`)).toBe('own');
    for (const query of [
      'interaction_code=c&state=other',
      'interaction_code=c',
      'error=access_denied&state=other',
      `interaction_code=c&state=${org.state}&state=${org.state}`,
      // A code, where no step asks for one.
      `otp=123456&state=${org.state}`,
    ]) {
      expect(recognize(`${home}?${query}`)).toBe('foreign');
    }
    expect(recognize(`${home}?activationToken=t&state=${org.state}`)).toBe('activation');
    expect(await desk.state()).toEqual(before);
    expect(desk.pushed).toHaveLength(pushes);
    await desk.handlers.cancel({});
    expect(recognize(`${home}?interaction_code=c&state=${org.state}`)).toBe('foreign');
  });

  it('can be left for what the org says now', async () => {
    const { org, desk } = await openProvider();
    org.introspect = nextForm;
    await desk.submit({}, 'check');
    expect(await desk.step()).toMatchObject({ step: 'keep-me-signed-in', openedAction: null });
    expect(org.asked).toBe(2);
  });

  it('is waited for until the org moves on', async () => {
    const { desk } = await openProvider();
    const { serial } = await desk.step();
    await desk.submit({}, 'check');
    const step = await desk.step();
    expect(step).toMatchObject({ step: 'redirect-idp', openedAction: 'open:redirect-idp' });
    expect(step.serial).toBeGreaterThan(serial);
  });

  it('leaves no address in the log', async () => {
    const { org, desk } = await openProvider();
    await desk.registration.resume(`${home}?interaction_code=canary-code&state=${org.state}`);
    const log = desk.lines.join();
    for (const secret of ['canary-4711', 'canary-code', org.state]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('an activation link', () => {
  const link = `${home}?activationToken=canary-token`;

  it('is explained where no sign-up is under way', async () => {
    const desk = await openDesk({});
    await desk.registration.resume(link);
    expect(await desk.ended()).toMatchObject({ outcome: { reason: 'activation-link-not-here' } });
    await desk.handlers.cancel({});
    expect(await desk.state()).toMatchObject({ phase: 'idle' });
    expect(desk.lines.join()).not.toContain('canary-token');
  });

  it('stays explained while the step polls', async () => {
    const desk = await openDesk({ policy: { magicLink: true, pollSeconds: 1 } });
    await desk.handlers.start({});
    await desk.fillProfile();
    await desk.choose('okta_email');
    await desk.registration.resume(link);
    const { serial } = await desk.step();
    const polls = () => desk.sent.filter((request) => request.endsWith('/challenge/poll')).length;
    await expect.poll(polls, { timeout: 5000 }).toBeGreaterThan(1);
    expect(await desk.step()).toMatchObject({
      serial,
      messages: [{ key: 'activation-link-not-here' }],
    });
  });

  it('does not end a sign-up that is', async () => {
    const desk = await openDesk({});
    await desk.handlers.start({});
    await desk.registration.resume(link);
    expect(await desk.step()).toMatchObject({
      step: 'enroll-profile',
      messages: [{ key: 'activation-link-not-here' }],
    });
  });
});
