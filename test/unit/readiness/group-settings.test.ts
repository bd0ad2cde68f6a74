import { describe, expect, it } from 'vitest';
import { connectionTo, look, outcomeOf } from './examining';

const orgUrl = 'https://acme.okta.com';
const issuer = `${orgUrl}/oauth2/default`;
const token = '00token';
const target = '00gNewcomers';

const signUpRule = {
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
  '/api/v1/policies': [{ id: 'polOther' }, { id: 'polOwn' }, { id: 'polDefault', system: true }],
  '/api/v1/policies/polOwn/rules': [signUpRule],
};

/** The answers of a sound org, some of them otherwise; the simulation is out of order. */
async function lookAt(otherwise: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const answers = { ...sound, ...otherwise };
  const fetch: typeof globalThis.fetch = async (address, init) => {
    const { pathname } = new URL(new Request(address, init).url);
    asked.push(pathname);
    return pathname in answers
      ? Response.json(answers[pathname])
      : new Response('{"errorCode":"E0000007"}', { status: 404 });
  };
  const connection = connectionTo(orgUrl, { issuer });
  return { asked, examination: await look({ connection, token, fetch }) };
}

describe('the user profile policy that applies', () => {
  it('is the one that the app names, without a question to each policy', async () => {
    const { asked, examination } = await lookAt({});
    expect(outcomeOf(examination, 'sign-up-policy').status).toBe('pass');
    expect(asked.filter((path) => path.endsWith('/mappings'))).toEqual([]);
  });

  it('is the one that names the app, where the app names none', async () => {
    const { examination } = await lookAt({
      '/api/v1/apps/0oa1': { id: '0oa1' },
      '/api/v1/policies/polOther/mappings': [
        { _links: { application: { href: `${orgUrl}/api/v1/apps/0oa1` } } },
      ],
      '/api/v1/policies/polOther/rules': [
        { ...signUpRule, actions: { profileEnrollment: { access: 'DENY' } } },
      ],
    });
    expect(outcomeOf(examination, 'sign-up-policy').status).toBe('fail');
  });

  it('is looked for among so many policies and no more', async () => {
    const policies = Array.from({ length: 300 }, (_, at) => ({ id: `pol${at}` }));
    const { asked } = await lookAt({
      '/api/v1/apps/0oa1': { id: '0oa1' },
      '/api/v1/policies': policies,
    });
    expect(asked.filter((path) => path.endsWith('/mappings'))).toHaveLength(50);
  });
});

describe('the group that a sign-up puts people into', () => {
  const server = '/api/v1/authorizationServers';
  const ruleFor = (include: readonly string[]) => ({
    [server]: [{ id: 'default', name: 'default', issuer, status: 'ACTIVE' }],
    [`${server}/default/scopes`]: [{ name: 'openid' }, { name: 'profile' }, { name: 'email' }],
    [`${server}/default/policies`]: [
      { id: 'p1', name: 'All', status: 'ACTIVE', conditions: { clients: { include: ['0oa1'] } } },
    ],
    [`${server}/default/policies/p1/rules`]: [
      {
        status: 'ACTIVE',
        conditions: {
          grantTypes: { include: ['interaction_code'] },
          people: { groups: { include } },
          scopes: { include: ['*'] },
        },
      },
    ],
  });

  it('is let in by a rule of the access policy that names it', async () => {
    const { examination } = await lookAt(ruleFor([target]));
    expect(outcomeOf(examination, 'authorization-server').status).toBe('pass');
  });

  it('is not let in by a rule for others', async () => {
    const { examination } = await lookAt(ruleFor(['00gStaff']));
    expect(outcomeOf(examination, 'authorization-server').causes).toContain('access-policy-denies');
  });
});

describe('groups that the token does not show', () => {
  it('leave open whether the app is assigned to Everyone, and the scope that would tell is named', async () => {
    const { examination } = await lookAt({ '/api/v1/apps/0oa1/groups': [{ id: '00gE' }] });
    expect(outcomeOf(examination, 'app-assignment')).toMatchObject({
      status: 'cannot-tell',
      values: { scope: 'okta.groups.read' },
    });
  });

  it('are no matter where the app is assigned to nobody', async () => {
    const { examination } = await lookAt({ '/api/v1/apps/0oa1/groups': [] });
    expect(outcomeOf(examination, 'app-assignment').status).toBe('fail');
  });
});
