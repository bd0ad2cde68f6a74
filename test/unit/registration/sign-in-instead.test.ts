import { expect, it } from 'vitest';
import { openDesk } from './desk';

type Fetch = typeof globalThis.fetch;

const input = (name: string) => ({ name, label: name, required: true });
const link = (name: string, href: string) => ({ name, href, method: 'POST', value: [] });

/** An org whose sign-ups begin with the profile, and which offers to sign in instead. */
function beginningWithProfile(...besideSignIn: string[]) {
  const intercept =
    (send: Fetch): Fetch =>
    async (address, init) => {
      const { origin, pathname } = new URL(String(address));
      const answer = (...value: object[]) =>
        Response.json({ version: '1.0.0', stateHandle: 'handle', remediation: { value } });
      if (pathname === '/idp/idx/introspect') {
        return answer(
          {
            ...link('enroll-profile', `${origin}/idp/idx/enroll/new`),
            value: [{ name: 'userProfile', form: { value: [input('email')] } }],
          },
          link('select-identify', `${origin}/idp/idx/identify/select`),
        );
      }
      if (pathname === '/idp/idx/identify/select') {
        return answer(
          { ...link('identify', `${origin}/idp/idx/identify`), value: [input('identifier')] },
          ...besideSignIn.map((name) => link(name, `${origin}/idp/idx/enroll`)),
        );
      }
      return send(address, init);
    };
  return intercept;
}

it.each([[['select-enroll-profile']], [[]]])(
  'somebody who has an account comes to the sign-in from the profile, beside %j',
  async (beside) => {
    const desk = await openDesk({ intercept: beginningWithProfile(...beside) });
    await desk.handlers.start({});
    const { step, actions } = await desk.step();
    expect(step).toBe('enroll-profile');
    const signIn = actions.find(({ name }) => name === 'select-identify');
    await desk.submit({}, signIn?.id);
    expect((await desk.step()).step).toBe('identify');
  },
);
