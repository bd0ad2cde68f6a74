import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrgUrl } from '../../../../main/settings/rules/addresses';
import { runs } from '../../../support/runs';

describe('an org URL', () => {
  it.each([
    ['acme.okta.com', 'https://acme.okta.com'],
    ['  https://acme.okta.com/  ', 'https://acme.okta.com'],
    ['HTTPS://ACME.Okta.COM', 'https://acme.okta.com'],
    ['https://acme.okta.com/oauth2/default?x=1#y', 'https://acme.okta.com'],
    ['acme.okta.com/app/UserHome', 'https://acme.okta.com'],
    ['https://acme.okta.com.', 'https://acme.okta.com'],
    ['acme.okta.com..', 'https://acme.okta.com'],
    ['https://acme.okta.com:443', 'https://acme.okta.com'],
    ['https://login.example.org:8443/x', 'https://login.example.org:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['admin.okta.com', 'https://admin.okta.com'],
    ['login-admin.example.com', 'https://login-admin.example.com'],
    ['localhost:8080', 'http://localhost:8080'],
    ['localhost:443', 'http://localhost:443'],
    ['localhost.:8080', 'http://localhost:8080'],
    ['http://localhost', 'http://localhost'],
    ['https://localhost:8443', 'https://localhost:8443'],
    ['127.0.0.1:9000/x', 'http://127.0.0.1:9000'],
    ['[::1]:9000', 'http://[::1]:9000'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ])('%j is kept as %s', (typed, value) => {
    expect(checkOrgUrl(typed)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['acme okta.com', 'has-spaces'],
    ['acme.okta.com\u200b', 'has-spaces'],
    ['http://acme.okta.com', 'not-https'],
    ['http://localhost.example.com', 'not-https'],
    ['http://127.0.0.2', 'not-https'],
    ['ftp://acme.okta.com', 'not-https'],
    ['javascript://acme.okta.com/%0aalert(1)', 'not-https'],
    ['javascript:alert(1)', 'not-a-url'],
    ['acme', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://./', 'not-a-url'],
    ['https://acme..okta.com', 'not-a-url'],
    ['//acme.okta.com', 'not-a-url'],
    ['/acme.okta.com', 'not-a-url'],
    ['https://[fe80::1]', 'not-a-url'],
    [`https://${'a.'.repeat(130)}com`, 'not-a-url'],
    ['https://jane:secret@acme.okta.com', 'has-credentials'],
    ['jane@acme.okta.com', 'has-credentials'],
    ['https://acme-admin.okta.com', 'admin-host'],
    ['ACME-ADMIN.oktapreview.com/admin/apps', 'admin-host'],
    ['acme-admin.okta-emea.com', 'admin-host'],
    ['acme-admin.okta-gov.com', 'admin-host'],
    ['acme-admin.okta.mil', 'admin-host'],
    ['acme-admin.okta.com.', 'admin-host'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(checkOrgUrl(typed)).toEqual({ problem });
  });

  it('is not changed by a second look, and is always an https or loopback origin', () => {
    const typed = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.domain(),
      fc.string(),
      fc
        .tuple(fc.constantFrom('localhost', '127.0.0.1', '[::1]'), fc.nat(65535))
        .map(([host, port]) => `${host}:${String(port)}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const checked = checkOrgUrl(text);
        if ('problem' in checked) return;
        expect(checkOrgUrl(checked.value)).toEqual(checked);
        expect(new URL(checked.value).origin).toBe(checked.value);
        expect(checked.value).toMatch(/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/);
      }),
      runs(150),
    );
  });
});
