import { describe, expect, it } from 'vitest';
import { maskPeople } from '../../../main/readiness/management/mask-people';
import { outcomeOf } from './examining';
import { lookAt, orgUrl } from './settings-org';

const servers = '/api/v1/authorizationServers';

describe('an issuer on another domain of the org', () => {
  it.each([
    ['its path', { id: 'aus1', name: 'People', issuer: 'https://login.acme.com/oauth2/default' }],
    ['its name', { id: 'aus1', name: 'default', issuer: 'https://login.acme.com/oauth2/aus1' }],
    ['its ID', { id: 'default', name: 'People', issuer: 'https://login.acme.com/people' }],
  ])('is known by %s, and named', async (_, server) => {
    const other = { id: 'aus2', name: 'Other', issuer: `${orgUrl}/oauth2/aus2`, status: 'ACTIVE' };
    const { examination } = await lookAt({ [servers]: [other, { ...server, status: 'ACTIVE' }] });
    const outcome = outcomeOf(examination, 'authorization-server');
    expect(outcome).toMatchObject({ status: 'fail', causes: ['issuer-mismatch'] });
    expect(outcome.seen[0]?.value).toBe(server.issuer);
  });
});

describe('a feature that the org lacks', () => {
  const words = 'Not available here';

  it.each([401, 403])('is not taken for a token at fault where it answers %i', async (status) => {
    const lacking = () => Response.json({ errorCode: 'E0000015', errorSummary: words }, { status });
    const { examination } = await lookAt({ [servers]: lacking, '/api/v1/org/captcha': lacking });
    expect(outcomeOf(examination, 'authorization-server')).toMatchObject({
      status: 'fail',
      causes: ['no-api-access-management'],
      detail: words,
    });
    expect(outcomeOf(examination, 'captcha')).toMatchObject({
      status: 'cannot-tell',
      summary: 'feature-missing',
      causes: [],
      detail: words,
    });
  });
});

describe('people in the System Log', () => {
  it('are not shown where a reason names them', async () => {
    const { examination } = await lookAt({
      '/api/v1/logs': [
        {
          eventType: 'user.session.start',
          actor: { type: 'User', alternateId: 'jdoe', displayName: 'Jane Doe' },
          target: [{ type: 'AppInstance', displayName: 'Front door' }],
          outcome: {
            result: 'FAILURE',
            reason: 'Jane Doe (jdoe, jane@acme.com) is not assigned to Front door',
          },
        },
      ],
    });
    expect(outcomeOf(examination, 'system-log').seen[0]?.value).toBe(
      '1 × user.session.start FAILURE … (…, …) is not assigned to Front door',
    );
  });

  it.each([
    ['Login failed for jane.doe', 'Login failed for …'],
    ['Unknown login: jdoe, no such user', 'Unknown login: …, no such user'],
    ['The user "jdoe" is locked', 'The user … is locked'],
    ['ACME\\jdoe is locked', '… is locked'],
    ['No text to +44 7700 900123', 'No text to …'],
    ['jane@acme is no address', '… is no address'],
    ['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS'],
    ['User is not assigned. See E0000004', 'User is not assigned. See E0000004'],
    ['Scope okta.users.read is missing', 'Scope okta.users.read is missing'],
  ])('%s', (reason, shown) => {
    expect(maskPeople(reason, [])).toBe(shown);
  });
});
