import { describe, expect, it } from 'vitest';
import { openDesk } from './desk';

type Fetch = typeof globalThis.fetch;

const picker = (href: string) => ({
  version: '1.0.0',
  stateHandle: 'handle',
  remediation: {
    value: [
      {
        name: 'select-authenticator-enroll',
        href,
        method: 'POST',
        value: [
          {
            name: 'authenticator',
            required: true,
            options: [
              {
                label: 'Email',
                value: { form: { value: [{ name: 'id', value: 'aut1', mutable: false }] } },
              },
            ],
          },
        ],
      },
    ],
  },
});

const passing = '/idp/idx/credential/enroll';

/** An org that answers requests to these paths with a list of one method; `asked` tells them all. */
function answeringWithOneMethod(...paths: string[]) {
  const asked: string[] = [];
  const intercept =
    (send: Fetch): Fetch =>
    async (input, init) => {
      const { origin, pathname } = new URL(String(input));
      asked.push(pathname);
      return paths.includes(pathname)
        ? Response.json(picker(`${origin}${passing}`))
        : send(input, init);
    };
  return { intercept, asked };
}

describe('a list of one method', () => {
  it('is passed once, and shown where it comes again', async () => {
    const { intercept, asked } = answeringWithOneMethod('/idp/idx/enroll/new', passing);
    const desk = await openDesk({ intercept });
    await desk.handlers.start({});
    await desk.fillProfile();
    expect((await desk.step()).step).toBe('select-authenticator-enroll');
    expect(asked.filter((path) => path === passing)).toHaveLength(1);
  });

  it('is shown where the sign-up begins with it', async () => {
    const { intercept, asked } = answeringWithOneMethod('/idp/idx/introspect');
    const desk = await openDesk({ intercept });
    await desk.handlers.start({});
    expect((await desk.step()).step).toBe('select-authenticator-enroll');
    expect(asked).not.toContain(passing);
  });
});
