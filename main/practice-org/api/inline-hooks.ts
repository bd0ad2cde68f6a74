import { json } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { dated, link } from './dated';
import { readRoute } from './read-route';

const scope = 'okta.inlineHooks.read';

export const inlineHookRoutes: readonly Route[] = [
  readRoute('inlineHooks', scope, ({ org, origin }) => json(200, drawHooks(org, origin))),
  readRoute('inlineHooks/{id}', scope, ({ org, origin, segment }) => {
    const hook = drawHooks(org, origin).find(({ id }) => id === segment(1));
    return hook ? json(200, hook) : oktaError('E0000007');
  }),
];

/** The registration hook, where sign-ups go through one. */
export function hookId({ idOf }: Org): string {
  return idOf('cal', 'registration');
}

function drawHooks(org: Org, origin: string) {
  if (!org.setup.hasRegistrationHook) return [];
  const id = hookId(org);
  return [
    {
      id,
      status: 'ACTIVE',
      name: 'Registration check',
      type: 'com.okta.user.pre-registration',
      version: '1.0.0',
      channel: {
        type: 'HTTP',
        version: '1.0.0',
        config: { uri: 'https://hooks.example.com/registration', method: 'POST', headers: [] },
      },
      ...dated(org),
      _links: { self: link(`${origin}/api/v1/inlineHooks/${id}`) },
    },
  ];
}
