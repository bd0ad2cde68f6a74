import { describe, expect, it } from 'vitest';
import {
  misconfigurations,
  misconfigurationTable,
  type Misconfiguration,
} from '../../../../../preload/contract/misconfigurations';
import { readerOf } from '../../api/reader';
import { startTestOrg } from '../../practice';
import { expected, sound } from './expected';

/** As far as somebody gets who has no rights in the org and makes no account there. */
const publicStages = [
  'clock',
  'organization',
  'metadata',
  'org server',
  'interact',
  'introspect',
  'enroll',
];

const namesSeen = (seen: string) =>
  misconfigurations.filter((name) => misconfigurationTable[name].seen === seen);

describe('what a check without a token sees', () => {
  const isSeen = (name: Misconfiguration) =>
    publicStages.some((stage) => expected[name][stage] !== sound[stage]);

  it.each(namesSeen('check'))('%s', (name) => expect(isSeen(name)).toBe(true));

  it.each([...namesSeen('token'), ...namesSeen('wizard')])('not %s', (name) =>
    expect(isSeen(name)).toBe(false),
  );
});

describe('what the management API shows', () => {
  it.each(namesSeen('token'))('%s', async (name) => {
    expect(await settings(name)).not.toEqual(await settings());
  });

  it('nothing that is no difference', async () => {
    expect(await settings()).toEqual(await settings());
  });
});

/** Every setting that can be read, without what is another in every org. */
async function settings(...names: Misconfiguration[]): Promise<readonly string[]> {
  const org = await startTestOrg({ misconfigurations: names });
  const reader = readerOf(org);
  const texts: string[] = [];
  const types = ['PROFILE_ENROLLMENT', 'MFA_ENROLL', 'PASSWORD', 'ACCESS_POLICY'];
  for (const type of types) {
    for (const policy of await reader.all(`policies?type=${type}`)) {
      const { text } = await reader.get(`policies/${String(policy['id'])}/rules`);
      texts.push(JSON.stringify(policy), text);
    }
  }
  const others = ['', '/groups'].map((part) => `apps/${org.clientId}${part}`);
  for (const path of [...others, 'authenticators', 'org/captcha', 'domains', 'inlineHooks']) {
    texts.push((await reader.get(path)).text);
  }
  await org.close();
  return texts.map((text) =>
    text
      .replaceAll(/\w{17}0g4/g, 'ID')
      .replaceAll(org.origin, 'ORG')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'DATE'),
  );
}
