import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import type { ManagedRead } from '../../../../main/settings/managed/managed-source';
import { type Managed, readManaged } from '../../../../main/settings/managed/read-managed';

const lines: string[] = [];
const log = createLog((line) => lines.push(line));

function readTexts(...texts: string[]) {
  return readFrom(...texts.map((text): ManagedRead => ({ kind: 'found', text })));
}

function readFrom(...reads: ManagedRead[]) {
  const { values, notices } = readAfter(null, ...reads);
  return { values, notices };
}

function readAfter(before: Managed | null, ...reads: ManagedRead[]) {
  const sources = reads.map((read, index) => ({
    path: `/managed/${String(index)}.json`,
    read: () => read,
  }));
  return readManaged(sources, log, before);
}

describe('managed settings', () => {
  it('are checked and normalised by the rules for typed values', () => {
    const content = {
      orgUrl: 'ACME.okta.com/',
      clientId: ' 0oa1 '.trim(),
      issuer: 'default',
      redirectUri: 'com.acme.desk:/callback',
      scopes: ['openid', 'email'],
      language: 'de',
    };
    expect(readTexts(`\uFEFF${JSON.stringify(content)}`)).toEqual({
      values: {
        orgUrl: 'https://acme.okta.com',
        clientId: '0oa1',
        issuer: '/oauth2/default',
        redirectUri: 'com.acme.desk:/callback',
        scopes: 'openid email',
        language: 'de',
      },
      notices: [],
    });
  });

  it('may set the scopes as one string, and issuer and language to nothing', () => {
    const { values } = readTexts('{"scopes":"openid  email","issuer":"","language":""}');
    expect(values).toEqual({ scopes: 'openid email', issuer: '', language: '' });
  });

  it('say which key is unknown and which value is invalid, and keep the rest', () => {
    const { values, notices } = readTexts(
      '{"orgURL":"x","appearance":"dark","__proto__":{},"orgUrl":"http://acme.okta.com",' +
        '"clientId":7,"issuer":["default"],"scopes":["openid",1],"redirectUri":"","language":"de"}',
    );
    expect(values).toEqual({ language: 'de' });
    expect(notices).toEqual([
      { kind: 'managed-unknown-key', subject: 'orgURL' },
      { kind: 'managed-unknown-key', subject: 'appearance' },
      { kind: 'managed-unknown-key', subject: '__proto__' },
      { kind: 'managed-invalid-value', subject: 'orgUrl' },
      { kind: 'managed-invalid-value', subject: 'clientId' },
      { kind: 'managed-invalid-value', subject: 'issuer' },
      { kind: 'managed-invalid-value', subject: 'scopes' },
      { kind: 'managed-invalid-value', subject: 'redirectUri' },
    ]);
  });

  it.each(['', '{', '[]', 'null', '"text"'])('are malformed as %j', (text) => {
    const notices = [{ kind: 'managed-malformed', subject: '/managed/0.json' }];
    expect(readTexts(text)).toEqual({
      values: {},
      notices,
    });
  });

  it('are nothing to speak of where there are none', () => {
    expect(readFrom({ kind: 'absent' })).toEqual({
      values: {},
      notices: [],
    });
  });

  it('that cannot be read are said, with the reason in the log', () => {
    const { notices } = readFrom({ kind: 'unreadable', reason: 'EACCES' });
    expect(notices).toEqual([{ kind: 'managed-unreadable', subject: '/managed/0.json' }]);
    expect(lines.at(-1)).toContain('EACCES');
  });

  it('that others could have written are said to be that, and nothing of them counts', () => {
    expect(readFrom({ kind: 'untrusted', reason: 'not owned by root' })).toEqual({
      values: {},
      notices: [{ kind: 'managed-untrusted', subject: '/managed/0.json' }],
    });
    expect(lines.at(-1)).toContain('not owned by root');
  });

  it('of the system win key by key over a named file', () => {
    const { values } = readTexts(
      '{"orgUrl":"https://acme.okta.com","language":"nonsense"}',
      '{"orgUrl":"https://other.okta.com","clientId":"named","language":"fr"}',
    );
    expect(values).toEqual({ orgUrl: 'https://acme.okta.com', clientId: 'named', language: 'fr' });
  });

  it.each([
    ['{"mode":"personal"}', 'personal', []],
    ['{"mode":"kiosk"}', 'kiosk', []],
    ['{"mode":" Kiosk"}', 'kiosk', []],
    ['{"mode":"kisok"}', null, [{ kind: 'managed-invalid-value', subject: 'mode' }]],
    ['{"mode":true}', null, [{ kind: 'managed-invalid-value', subject: 'mode' }]],
    ['{"mode":"staff"}', null, [{ kind: 'managed-later-value', subject: 'mode' }]],
    ['{"kiosk":true}', 'kiosk', []],
    ['{"kiosk":false}', 'personal', []],
    ['{"kiosk":"yes"}', null, [{ kind: 'managed-invalid-value', subject: 'kiosk' }]],
    ['{"kiosk":{}}', null, [{ kind: 'managed-invalid-value', subject: 'kiosk' }]],
    ['{"kiosk":true,"mode":"personal"}', 'personal', []],
    ['{"mode":"personal","kiosk":true}', 'personal', []],
  ])('%s make the desk one of the mode %s', (text, mode, notices) => {
    expect(readTexts(text)).toEqual({
      values: mode === null ? {} : { mode },
      notices,
    });
  });

  it.each([
    ['Acme Device CA', { names: { CN: ['acme device ca'] }, isWhole: false }],
    [
      'CN=Acme  Device CA, OU=Desks+OU=Phones, O=Acme\\, Inc., C=US',
      {
        names: { CN: ['acme device ca'], OU: ['desks', 'phones'], O: ['acme, inc.'], C: ['us'] },
        isWhole: true,
      },
    ],
    ['cn=M\\C3\\BCller,DC=acme,DC=com', { names: { CN: ['müller'] }, isWhole: true }],
  ])('name the issuer of the desk’s certificate as %j', (issuer, clientCertificateIssuer) => {
    const managed = readTexts(JSON.stringify({ clientCertificateIssuer: issuer }));
    expect(managed).toEqual({ values: { clientCertificateIssuer }, notices: [] });
  });

  it.each([
    '',
    7,
    ['CN=Acme'],
    'x'.repeat(1001),
    'Acme\nCA',
    'CN=',
    'CN=Acme,',
    'CN=Acme;O=Acme',
    'DC=acme,DC=com',
    'C=US',
    '/C=US/CN=Acme',
    '=Acme',
  ])('name no issuer of a certificate as %j, and say so', (issuer) => {
    const managed = readTexts(JSON.stringify({ clientCertificateIssuer: issuer }));
    const notices = [{ kind: 'managed-invalid-value', subject: 'clientCertificateIssuer' }];
    expect(managed).toEqual({ values: {}, notices });
  });

  it('of the system win over a named file also in the issuer of the certificate', () => {
    const { values } = readTexts(
      '{"clientCertificateIssuer":"System"}',
      '{"clientCertificateIssuer":"Named"}',
    );
    expect(values.clientCertificateIssuer?.names).toEqual({ CN: ['system'] });
  });
});

describe('managed settings that change', () => {
  const good: ManagedRead = { kind: 'found', text: '{"mode":"kiosk","language":"de"}' };
  const before = readAfter(null, good);

  it.each([
    ['unreadable', { kind: 'unreadable', reason: 'EIO' }],
    ['untrusted', { kind: 'untrusted', reason: 'not owned by root' }],
    ['malformed', { kind: 'found', text: '{"mode":' }],
    ['malformed', { kind: 'found', text: '' }],
  ] as const)('into something %s keep what was read before, and say so once', (trouble, read) => {
    const kept = readAfter(before, read);
    expect(kept.values).toEqual({ mode: 'kiosk', language: 'de' });
    expect(kept.notices).toEqual([{ kind: `managed-kept-${trouble}`, subject: '/managed/0.json' }]);
    expect(lines.at(-1)).toContain(`settings.managed-kept-${trouble}`);
    const count = lines.length;
    expect(readAfter(kept, read)).toEqual(kept);
    expect(lines).toHaveLength(count);
    expect(readAfter(kept, good)).toEqual(before);
  });

  it('to one bad value keep the one before, and take the rest', () => {
    const text = '{"mode":"kisok","language":"fr","clientId":"a b"}';
    const next = readAfter(before, { kind: 'found', text });
    expect(next.values).toEqual({ mode: 'kiosk', language: 'fr' });
    expect(next.notices).toEqual([
      { kind: 'managed-kept-value', subject: 'mode' },
      { kind: 'managed-invalid-value', subject: 'clientId' },
    ]);
  });

  it('are gone with their file, and with the key in it', () => {
    expect(readAfter(before, { kind: 'absent' }).values).toEqual({});
    const left = readAfter(before, { kind: 'found', text: '{"language":"de"}' });
    expect(left).toMatchObject({ values: { language: 'de' }, notices: [] });
    const broken = readAfter(readAfter(before, { kind: 'absent' }), {
      kind: 'unreadable',
      reason: 'EIO',
    });
    expect(broken).toMatchObject({ values: {}, notices: [{ kind: 'managed-unreadable' }] });
  });

  it('of one source leave those of another alone', () => {
    const named: ManagedRead = { kind: 'found', text: '{"clientId":"named","language":"fr"}' };
    const both = readAfter(null, good, named);
    const next = readAfter(both, { kind: 'unreadable', reason: 'EIO' }, named);
    expect(next.values).toEqual({ mode: 'kiosk', language: 'de', clientId: 'named' });
    expect(readAfter(next, { kind: 'absent' }, named).values).toEqual({
      clientId: 'named',
      language: 'fr',
    });
  });
});
