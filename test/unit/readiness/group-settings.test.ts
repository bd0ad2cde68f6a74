import { describe, expect, it } from 'vitest';
import { outcomeOf } from './examining';
import { everyone, issuer, lookAt, orgUrl, refused, signUpRule, target } from './settings-org';

const hidden = { status: 'cannot-tell', summary: 'no-profile-policy' };
const simulated = (policyType: string, id: string) => ({
  evaluation: [{ policyType: [policyType], result: { policies: [{ id }] } }],
});

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
    const { asked, examination } = await lookAt({
      '/api/v1/apps/0oa1': { id: '0oa1' },
      '/api/v1/policies': [...policies, { id: 'polDefault', system: true }],
      ...Object.fromEntries(policies.map(({ id }) => [`/api/v1/policies/${id}/mappings`, []])),
      '/api/v1/policies/polDefault/rules': [],
    });
    expect(asked.filter((path) => path.endsWith('/mappings'))).toHaveLength(50);
    expect(outcomeOf(examination, 'sign-up-policy')).toMatchObject(hidden);
  });

  it('is not told where the policies do not say which apps they are for', async () => {
    const { examination } = await lookAt({
      '/api/v1/apps/0oa1': { id: '0oa1' },
      '/api/v1/policies/polOther/mappings': refused,
      '/api/v1/policies/polDefault/rules': [],
    });
    expect(outcomeOf(examination, 'sign-up-policy')).toMatchObject({
      status: 'cannot-tell',
      values: { scope: 'okta.policies.read' },
    });
  });

  it.each([
    ['the org shows none', { '/api/v1/policies': [] }],
    [
      'the org does not show the one that the app names',
      {
        '/api/v1/policies': [{ id: 'polDefault', system: true }],
        '/api/v1/policies/polDefault/rules': [],
      },
    ],
    [
      'the org does not show the one that it says applies',
      { '/api/v1/policies/simulate': simulated('PROFILE_ENROLLMENT', 'polHidden') },
    ],
  ])('is not told where %s', async (_, otherwise) => {
    const { examination } = await lookAt(otherwise);
    expect(outcomeOf(examination, 'sign-up-policy')).toMatchObject(hidden);
  });

  it('is the default one where no other names the app', async () => {
    const { examination } = await lookAt({
      '/api/v1/apps/0oa1': { id: '0oa1' },
      '/api/v1/policies/polOwn/mappings': [],
      '/api/v1/policies/polDefault/rules': [],
    });
    expect(outcomeOf(examination, 'sign-up-policy')).toMatchObject({
      status: 'fail',
      causes: ['app-in-another-policy', 'sign-up-not-allowed'],
    });
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
    const { examination } = await lookAt({
      ...ruleFor(['00gStaff']),
      '/api/v1/groups': [everyone],
    });
    expect(outcomeOf(examination, 'authorization-server').causes).toContain('access-policy-denies');
  });

  it('may be one that a rule names, where the token does not show it', async () => {
    const { examination } = await lookAt({
      ...ruleFor([target]),
      '/api/v1/groups': [everyone],
      '/api/v1/policies': refused,
    });
    expect(outcomeOf(examination, 'authorization-server')).toMatchObject({
      status: 'cannot-tell',
      values: { scope: 'okta.policies.read' },
    });
  });

  it('is no matter where a rule lets everyone in', async () => {
    const { examination } = await lookAt({
      ...ruleFor(['EVERYONE']),
      '/api/v1/policies': refused,
    });
    expect(outcomeOf(examination, 'authorization-server').status).toBe('pass');
  });

  it('may be the one that the app is assigned to, where the token does not show it', async () => {
    const assigned = { id: target, _embedded: { group: { id: target, type: 'OKTA_GROUP' } } };
    const at = { '/api/v1/apps/0oa1/groups': [assigned], '/api/v1/groups': [everyone] };
    const { examination } = await lookAt({ ...at, '/api/v1/policies': refused });
    expect(outcomeOf(examination, 'app-assignment')).toMatchObject({
      status: 'cannot-tell',
      values: { scope: 'okta.policies.read' },
    });
    const shown = await lookAt(at);
    expect(outcomeOf(shown.examination, 'app-assignment').summary).toBe('target-group');
  });

  it.each([
    ['nobody', [], 'fail'],
    ['Everyone', [{ id: '00gE', _embedded: { group: everyone } }], 'pass'],
  ])('is no matter where the app is assigned to %s', async (_, assigned, status) => {
    const { examination } = await lookAt({
      '/api/v1/apps/0oa1/groups': assigned,
      '/api/v1/policies': refused,
    });
    expect(outcomeOf(examination, 'app-assignment').status).toBe(status);
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

describe('policies for groups', () => {
  const people = (...include: readonly string[]) => ({ people: { groups: { include } } });
  const allowing = (self: string) => ({
    type: 'AUTHENTICATORS',
    authenticators: ['okta_email', 'phone_number'].map((key) => ({ key, enroll: { self } })),
  });
  const policies = (type: string, first: object, last: object) => ({
    '/api/v1/authenticators': ['okta_email', 'phone_number'].map((key) => ({
      key,
      status: 'ACTIVE',
    })),
    [`/api/v1/policies?type=${type}`]: [
      { id: 'p2', name: 'Default', status: 'ACTIVE', priority: 2, system: true, ...last },
      { id: 'p1', name: 'First', status: 'ACTIVE', priority: 1, system: false, ...first },
    ],
  });
  const required = { conditions: people('00gE'), settings: allowing('REQUIRED') };

  it('are known to be for Everyone by the group that the default one names', async () => {
    const last = { conditions: people('00gE'), settings: allowing('OPTIONAL') };
    const { examination } = await lookAt({
      ...policies('MFA_ENROLL', required, last),
      '/api/v1/apps/0oa1/groups': [{ id: '00gE' }],
    });
    expect(outcomeOf(examination, 'optional-authenticators').causes).toEqual([
      'authenticators-required',
    ]);
    expect(outcomeOf(examination, 'app-assignment').status).toBe('pass');
  });

  it('are not judged by the default one while Everyone is not known', async () => {
    const last = { settings: allowing('OPTIONAL') };
    const { examination } = await lookAt(policies('MFA_ENROLL', required, last));
    expect(outcomeOf(examination, 'optional-authenticators')).toMatchObject({
      status: 'cannot-tell',
      values: { scope: 'okta.groups.read' },
    });
    const sole = await lookAt(policies('MFA_ENROLL', { status: 'INACTIVE' }, last));
    expect(outcomeOf(sole.examination, 'optional-authenticators').status).toBe('pass');
  });

  it('hold for passwords as well, the first that names the groups of new people', async () => {
    const groups = { '/api/v1/groups': [everyone] };
    for (const [group, name] of [
      ['00gE', 'First'],
      [target, 'First'],
      ['00gStaff', 'Default'],
    ] as const) {
      const first = { conditions: people(group) };
      const { examination } = await lookAt({ ...groups, ...policies('PASSWORD', first, {}) });
      const { status, seen } = outcomeOf(examination, 'password-rules');
      expect([status, seen[0]?.value]).toEqual(['pass', name]);
    }
  });
});
