import { expect, it } from 'vitest';
import { isOpenable } from '../../../main/shell/openable';

it.each([
  'https://developer.okta.com/docs/',
  'https://acme.okta.com/sso/idps/0oa1?stateToken=02',
  'http://localhost:4321/mail',
  'http://127.0.0.1:4321/open?token=abc',
  'http://[::1]:1/',
  'com-okta-authenticator:/actions/enroll?challenge=abc',
  'oktaverify://acme.okta.com/?t=abc&f=def&s=1',
])('opens %s', (address) => {
  expect(isOpenable(new URL(address))).toBe(true);
});

it.each([
  'http://example.com/',
  'http://localhost.example.com/',
  'http://127.0.0.1.example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hello',
  'smb://server/share',
  'ms-settings:',
  'com-okta-authenticator-evil:/x',
  'https://okta.com@evil.example/',
  'https://:secret@okta.com/',
])('leaves %s alone', (address) => {
  expect(isOpenable(new URL(address))).toBe(false);
});
