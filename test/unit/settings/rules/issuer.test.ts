import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIssuer, resolveIssuer } from '../../../../main/settings/rules/addresses';
import { runs } from '../../../support/runs';

describe('an issuer', () => {
  it.each([
    ['', ''],
    ['default', '/oauth2/default'],
    ['aus1a2b3c4D5e6F7g8', '/oauth2/aus1a2b3c4D5e6F7g8'],
    ['oauth2/default', '/oauth2/default'],
    ['/oauth2/default', '/oauth2/default'],
    ['/oauth2/default/', '/oauth2/default'],
    ['/oauth2/default/.well-known/openid-configuration', '/oauth2/default'],
    ['https://acme.okta.com', 'https://acme.okta.com'],
    ['https://acme.okta.com/', 'https://acme.okta.com'],
    ['https://ACME.okta.com/oauth2/default/', 'https://acme.okta.com/oauth2/default'],
    ['acme.okta.com/oauth2/default?x#y', 'https://acme.okta.com/oauth2/default'],
    [
      'https://acme.okta.com/oauth2/default/.well-known/oauth-authorization-server',
      'https://acme.okta.com/oauth2/default',
    ],
    ['localhost:8080/oauth2/default', 'http://localhost:8080/oauth2/default'],
  ])('%j is kept as %j', (typed, value) => {
    expect(checkIssuer(typed)).toEqual({ value });
  });

  it.each([
    ['http://acme.okta.com/oauth2/default', 'not-https'],
    ['https://acme-admin.okta.com/oauth2/default', 'admin-host'],
    ['https://a:b@acme.okta.com/oauth2/default', 'has-credentials'],
    ['my server', 'has-spaces'],
    ['/saml/default', 'not-a-url'],
    ['//evil.example/oauth2/default', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(checkIssuer(typed)).toEqual({ problem });
  });

  it.each([
    ['', 'https://acme.okta.com'],
    ['/oauth2/default', 'https://acme.okta.com/oauth2/default'],
    ['https://id.example.com/oauth2/x', 'https://id.example.com/oauth2/x'],
  ])('kept as %j is in force as %s', (issuer, expected) => {
    expect(resolveIssuer(issuer, 'https://acme.okta.com')).toBe(expected);
  });

  it('is not changed by a second look and never ends in a slash', () => {
    const suffix = fc.constantFrom('', '/', '//', '/.well-known/openid-configuration', '/a/../b');
    const typed = fc.oneof(
      fc.tuple(fc.webUrl(), suffix, suffix).map((parts) => parts.join('')),
      fc.tuple(fc.string(), suffix).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const checked = checkIssuer(text);
        if ('problem' in checked) return;
        expect(checkIssuer(checked.value)).toEqual(checked);
        expect(checked.value).not.toMatch(/\/$/);
      }),
      runs(150),
    );
  });
});
