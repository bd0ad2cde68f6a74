import { describe, expect, it } from 'vitest';
import { check, checkTyped, type SettingKey } from '../../../../main/settings/table';

const kept: [SettingKey, string, string][] = [
  ['clientId', ' 0oa1a2b3c4D5e6F7g8h9\n', '0oa1a2b3c4D5e6F7g8h9'],
  ['clientId', 'my-own-client', 'my-own-client'],
  ['clientId', 'x'.repeat(100), 'x'.repeat(100)],
  ['scopes', 'openid profile email', 'openid profile email'],
  ['scopes', '  email,  openid\n\temail ', 'email openid'],
  ['scopes', 'openid okta.users.read urn:x!', 'openid okta.users.read urn:x!'],
  ['language', '', ''],
  ['language', 'DE', 'de'],
  ['appearance', 'contrast', 'contrast'],
];

const refused: [SettingKey, string, string][] = [
  ['clientId', '  ', 'empty'],
  ['clientId', '0oa1 2', 'has-spaces'],
  ['clientId', '0oa1\u00a02', 'has-spaces'],
  ['clientId', '0oa1\u200b2', 'has-spaces'],
  ['clientId', 'x'.repeat(101), 'too-long'],
  ['scopes', ' ', 'empty'],
  ['scopes', 'profile email', 'missing-openid'],
  ['scopes', 'OpenID', 'missing-openid'],
  ['scopes', 'openid "x"', 'not-a-scope'],
  ['scopes', 'openid a\\b', 'not-a-scope'],
  ['scopes', 'openid größe', 'not-a-scope'],
  ['scopes', `openid ${'x'.repeat(1000)}`, 'too-long'],
  ['language', 'tlh', 'not-in-list'],
  ['language', 'de-AT', 'not-in-list'],
  ['appearance', '', 'not-in-list'],
  ['appearance', 'pink', 'not-in-list'],
];

describe('the other settings', () => {
  it.each(kept)('%s %j is kept as %j', (key, typed, value) => {
    expect(checkTyped(key, typed)).toEqual({ value });
    expect(check(key, value)).toEqual({ value });
  });

  it.each(refused)('%s %j is refused: %s', (key, typed, problem) => {
    expect(checkTyped(key, typed)).toEqual({ problem });
  });
});
