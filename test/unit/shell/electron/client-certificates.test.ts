import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import {
  chooseClientCertificates,
  type ClientCertificate,
} from '../../../../main/shell/electron/client-certificates';
import { parseCertificateIssuer } from '../../../../main/settings/rules/certificate-issuer';
import { fakeCertificate, fakeElectron } from './fake-electron';

const acme = { commonName: 'Acme CA', organizations: ['Acme, Inc.'], country: 'US' };
const host = 'acme.okta.com:443';

function ask(
  issuerText: string | null,
  offered: readonly ClientCertificate[],
  { asking = host, orgUrl = 'https://acme.okta.com' } = {},
) {
  const { app } = fakeElectron();
  const issuer = issuerText === null ? null : parseCertificateIssuer(issuerText);
  const wanted = issuer && { orgUrl, issuer };
  chooseClientCertificates(
    app,
    () => wanted,
    createLog(() => {}),
  );
  return app.askForCertificate(asking, offered);
}

describe('a server that asks for a certificate of this computer', () => {
  const first = fakeCertificate({ issuer: { commonName: 'Somebody' } });
  const fitting = fakeCertificate({ issuer: acme });

  it('is shown none, where no administrator named an issuer', () => {
    expect(ask(null, [first, fitting])).toBeUndefined();
  });

  it.each([
    'Acme CA',
    'acme  ca',
    'CN=Acme CA,O=Acme\\, Inc.,C=US',
    'C=us, O=ACME\\2C INC., CN=Acme CA',
    'CN=Acme CA,O=Acme\\, Inc.,C=US,DC=acme,DC=com',
  ])('is shown the one of %j, as the org', (issuer) => {
    expect(ask(issuer, [first, fitting])).toBe(fitting);
  });

  it.each(['Acme', 'Acme CA 2', 'CN=Acme CA', 'CN=Acme CA,O=Other,C=US', 'O=Acme\\, Inc.'])(
    'is not shown one of another issuer than %j, as the org',
    (issuer) => {
      expect(ask(issuer, [first, fitting])).toBeUndefined();
    },
  );

  it.each([
    'acme.okta.com:8443',
    'login.acme.okta.com:443',
    'acme.okta.com.evil.example:443',
    'proxy.example:3128',
    'acme.okta.com@evil.example:443',
    'http://acme.okta.com/',
    '',
    '://',
  ])('is shown none at %j, which is not the org', (asking) => {
    expect(ask('Acme CA', [fitting], { asking })).toBeUndefined();
  });

  it('is none of an org without TLS', () => {
    const orgUrl = 'http://localhost:8080';
    expect(ask('Acme CA', [fitting], { asking: 'localhost:8080', orgUrl })).toBeUndefined();
    expect(ask('Acme CA', [fitting], { asking: '', orgUrl })).toBeUndefined();
  });

  it.each([
    ['https://acme.okta.com/', 'https://acme.okta.com'],
    ['acme.okta.com:8443', 'https://acme.okta.com:8443'],
    ['ACME.okta.com:443', 'https://acme.okta.com'],
  ])('is the org at %j of %s', (asking, orgUrl) => {
    expect(ask('Acme CA', [fitting], { asking, orgUrl })).toBe(fitting);
  });

  it('is shown no certificate that has expired or is not valid yet', () => {
    const now = Date.now() / 1000;
    const expired = fakeCertificate({ issuer: acme, validExpiry: now - 60 });
    const future = fakeCertificate({ issuer: acme, validStart: now + 60 });
    expect(ask('Acme CA', [expired, future])).toBeUndefined();
    expect(ask('Acme CA', [expired, fitting, future])).toBe(fitting);
  });

  it('is shown the one that expires last, of several of one issuer', () => {
    const older = fakeCertificate({ issuer: acme, validExpiry: Date.now() / 1000 + 60 });
    expect(ask('Acme CA', [older, fitting])).toBe(fitting);
  });
});
