import { afterEach, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../practice';
import { nextOf, readerOf } from './reader';

let org: TestOrg;
afterEach(() => org.close());

it.each([
  ['policies?type=PROFILE_ENROLLMENT', 3],
  ['policies?type=MFA_ENROLL', 2],
  ['apps/0oa1pract1ceDesk0g4/groups?expand=group', 2],
  ['groups', 3],
  ['authorizationServers/default/scopes', 6],
])('%s comes page by page where a client asks for one at a time', async (path, count) => {
  org = await startTestOrg();
  const reader = readerOf(org);
  const whole = await reader.all(path);
  expect(whole).toHaveLength(count);
  const limited = `${path}${path.includes('?') ? '&' : '?'}limit=1`;
  const first = await reader.get(limited);
  expect(JSON.parse(first.text)).toHaveLength(1);
  const self = `<${org.origin}/api/v1/${limited}>; rel="self"`;
  expect(first.headers.get('link')).toContain(self);
  expect(new URL(nextOf(first) ?? '').searchParams.get('limit')).toBe('1');
  expect(await reader.all(limited)).toEqual(whole);
});

it('has pages no larger than its policy says, whatever a client asks for', async () => {
  org = await startTestOrg({ apiPageSize: 1 });
  const reader = readerOf(org);
  const first = await reader.get('groups?limit=200');
  expect(JSON.parse(first.text)).toHaveLength(1);
  expect(await reader.all('groups?limit=200')).toHaveLength(3);
});

it('keeps the rest of the question on the way to the next page', async () => {
  org = await startTestOrg({ apiPageSize: 1 });
  const filter = encodeURIComponent('type eq "OKTA_GROUP"');
  const types = (await readerOf(org).all(`groups?filter=${filter}`)).map(({ type }) => type);
  expect(types).toEqual(['OKTA_GROUP', 'OKTA_GROUP']);
});

it('ends at a cursor that it never gave', async () => {
  org = await startTestOrg();
  const page = await readerOf(org).get('groups?after=00gNothing');
  expect(page.text).toBe('[]');
  expect(nextOf(page)).toBeNull();
});
