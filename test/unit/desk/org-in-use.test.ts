import { expect, it } from 'vitest';
import { createOrgInUse } from '../../../main/desk/org-in-use';

const scheme = 'app.frontdesk.desktop:/callback';
const loopback = 'http://127.0.0.1:49152/callback';
const elsewhere = { takesAppScheme: false, loopbackRedirectUri: loopback };
const nowhere = { takesAppScheme: false, loopbackRedirectUri: null };
const here = { takesAppScheme: true, loopbackRedirectUri: null };
const https = 'https://a.example/b';

it.each([
  ['https://acme.okta.com', scheme, here, scheme, 'scheme'],
  ['https://acme.okta.com', scheme, elsewhere, scheme, 'scheme-elsewhere'],
  ['http://localhost:8080', scheme, elsewhere, loopback, 'loopback'],
  ['http://[::1]:8080', scheme, nowhere, scheme, 'scheme-elsewhere'],
  ['http://localhost:8080', https, elsewhere, https, 'set'],
] as const)('signs up at %s with %s where %o', async (orgUrl, set, platform, redirectUri, kind) => {
  const connection = {
    orgUrl,
    issuer: orgUrl,
    clientId: '0oa1',
    redirectUri: set,
    scopes: ['openid'],
  };
  const org = createOrgInUse({
    settings: {
      org: 'okta',
      practicePolicy: 'default',
      clientCertificateIssuer: null,
      connection: () => connection,
      preview: () => connection,
      selectOrg: () => {},
    },
    practice: { org: null, misconfiguration: null, use: async () => null, leave: async () => {} },
    appRedirectUri: scheme,
    platform,
  });
  expect((await org.connection())?.redirectUri).toBe(redirectUri);
  expect(org.preview({})).toMatchObject({ redirectUri });
  expect(org.shownWayBack()).toEqual({ redirectUri, kind });
});
