import { expect, it } from 'vitest';
import { createOrgInUse } from '../../../main/desk/org-in-use';
import type { Connection } from '../../../main/network/connection';
import type { OrgKind } from '../../../preload/contract/app';
import type { Misconfiguration } from '../../../preload/contract/misconfigurations';

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

const okta: Connection = {
  orgUrl: 'https://acme.okta.com',
  issuer: 'https://acme.okta.com/oauth2/default',
  clientId: 'client',
  redirectUri: scheme,
  scopes: ['openid'],
};
const running = {
  issuer: 'http://localhost:5000/oauth2/default',
  clientId: 'practice',
  redirectUri: scheme,
  apiToken: '00token',
};

function open(change: {
  org?: OrgKind | null;
  connection?: Connection | null;
  loopbackRedirectUri?: string | null;
  fails?: boolean;
}) {
  const { org = 'okta', connection = okta, loopbackRedirectUri = loopback, fails } = change;
  const left: string[] = [];
  const settings = {
    org,
    practicePolicy: 'default' as const,
    clientCertificateIssuer: null,
    connection: () => connection,
    preview: () => connection ?? { problems: [] },
    selectOrg: (next: OrgKind) => (settings.org = next),
  };
  const practice = {
    org: fails ? null : running,
    misconfiguration: null as Misconfiguration | null,
    use: async () => (fails ? null : running),
    leave: async () => void left.push('left'),
  };
  const platform = { takesAppScheme: false, loopbackRedirectUri };
  const inUse = createOrgInUse({ settings, practice, platform, appRedirectUri: scheme });
  return { inUse, settings, practice, left };
}

it.each([
  ['Okta’s org', okta, scheme],
  ['an org on this machine', { ...okta, orgUrl: 'http://localhost:5000' }, loopback],
  [
    'an org on this machine with an address of its own',
    { ...okta, orgUrl: 'http://localhost:5000', redirectUri: 'com.acme:/back' },
    'com.acme:/back',
  ],
])('finds the way back from %s', async (_, connection, redirectUri) => {
  const { inUse } = open({ connection });
  expect(await inUse.connection()).toMatchObject({ redirectUri });
  expect(inUse.preview({})).toMatchObject({ redirectUri });
});

it('goes back by the app’s own scheme where the shell has no address', async () => {
  const connection = { ...okta, orgUrl: 'http://localhost:5000' };
  const { inUse } = open({ connection, loopbackRedirectUri: null });
  expect(await inUse.connection()).toMatchObject({ redirectUri: scheme });
});

it('is the practice org where that is chosen and starts', async () => {
  const { inUse } = open({ org: 'practice' });
  expect(await inUse.connection()).toMatchObject({
    orgUrl: 'http://localhost:5000',
    clientId: 'practice',
    redirectUri: loopback,
  });
  expect(inUse.shown()).toMatchObject({ kind: 'practice', host: 'localhost:5000' });
  expect(inUse.practiceToken()).toEqual({ token: '00token', orgUrl: 'http://localhost:5000' });
  expect(inUse.isGone('http://localhost:1/oauth2/default')).toBe(true);
  expect(inUse.isGone(running.issuer)).toBe(false);
  expect(await inUse.start()).toBe(true);
});

it('is none where nothing is chosen, and where the practice org does not start', async () => {
  expect(await open({ org: null }).inUse.connection()).toBeNull();
  expect(open({ org: null }).inUse.shown()).toBeNull();
  const { inUse } = open({ org: 'practice', fails: true });
  expect(await inUse.connection()).toBeNull();
  expect(await inUse.start()).toBe(false);
});

it('ends the practice org once another is chosen', async () => {
  const { inUse, left, practice } = open({ org: 'practice' });
  await inUse.tidy();
  expect(left).toEqual([]);
  practice.misconfiguration = 'client-inactive';
  inUse.choose({ org: 'okta' });
  expect(practice.misconfiguration).toBeNull();
  await inUse.tidy();
  expect(left).toEqual(['left']);
});
