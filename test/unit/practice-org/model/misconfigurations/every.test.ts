import { expect, it } from 'vitest';
import { misconfigurations } from '../../../../../preload/contract/misconfigurations';
import { expected, sound } from './expected';
import { portraitOf } from './portrait';

it('nothing is amiss in an org that is set up well', async () => {
  expect(await portraitOf()).toEqual(sound);
});

it.each(misconfigurations)('%s is met where Okta shows it, and nowhere before', async (name) => {
  const portrait = await portraitOf(name);
  expect(portrait, 'it has an effect').not.toEqual(sound);
  expect(portrait).toEqual(expected[name]);
});

it('several are met one after another', async () => {
  const portrait = await portraitOf('clock-skew', 'password-refused', 'authenticators-required');
  expect(portrait['clock']).toBe('10 minutes ahead');
  expect(portrait['profile']).toBe('200 | select-authenticator-enroll Password Email Phone');
  expect(portrait['password']).toContain('password.common');
  expect(portrait['token']).toBeUndefined();
});
