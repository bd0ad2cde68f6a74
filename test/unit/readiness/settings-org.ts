import { connectionTo, look } from './examining';

export const orgUrl = 'https://acme.okta.com';
export const issuer = `${orgUrl}/oauth2/default`;
const token = '00token';
export const target = '00gNewcomers';

export const signUpRule = {
  id: 'rul1',
  status: 'ACTIVE',
  priority: 1,
  actions: {
    profileEnrollment: {
      access: 'ALLOW',
      unknownUserAction: 'REGISTER',
      targetGroupIds: [target],
    },
  },
};

const sound: Readonly<Record<string, unknown>> = {
  '/.well-known/okta-organization': { pipeline: 'idx' },
  '/oauth2/default/.well-known/openid-configuration': {
    issuer,
    code_challenge_methods_supported: ['S256'],
  },
  '/oauth2/default/v1/interact': { interaction_handle: 'handle' },
  '/idp/idx/introspect': {
    version: '1.0.0',
    stateHandle: 'sh',
    remediation: { value: [{ name: 'select-enroll-profile' }] },
  },
  '/api/v1/apps/0oa1': {
    id: '0oa1',
    _links: { profileEnrollment: { href: `${orgUrl}/api/v1/policies/polOwn` } },
  },
  '/api/v1/groups': refused,
  '/api/v1/policies': [{ id: 'polOther' }, { id: 'polOwn' }, { id: 'polDefault', system: true }],
  '/api/v1/policies/polOther/mappings': [],
  '/api/v1/policies/polOwn/rules': [signUpRule],
};

export const everyone = { id: '00gE', type: 'BUILT_IN', profile: { name: 'Everyone' } };

/** How Okta answers where the access token lacks the scope. */
export function refused(): Response {
  return Response.json(
    { errorCode: 'E0000005', errorSummary: 'Refused' },
    { status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' } },
  );
}

/**
 * The answers of a sound org, some of them otherwise, as JSON or as a function that answers; the
 * simulation is out of order. A path may come with a query `?type=`.
 */
export async function lookAt(otherwise: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const answers = { ...sound, ...otherwise };
  const fetch: typeof globalThis.fetch = async (address, init) => {
    const { pathname, searchParams } = new URL(new Request(address, init).url);
    asked.push(pathname);
    const typed = `${pathname}?type=${searchParams.get('type') ?? ''}`;
    const known = [typed, pathname].find((path) => path in answers);
    if (known === undefined) return new Response('{"errorCode":"E0000007"}', { status: 404 });
    const answer = answers[known];
    return isAnswering(answer) ? answer() : Response.json(answer);
  };
  const connection = connectionTo(orgUrl, { issuer });
  return { asked, examination: await look({ connection, token, fetch }) };
}

function isAnswering(answer: unknown): answer is () => Response {
  return typeof answer === 'function';
}
