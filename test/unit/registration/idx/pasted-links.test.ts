import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeShape } from '../../../../preload/typed/code-shape';
import { extractCode } from '../../../../main/registration/idx/code';

const shape = codeShape({ format: 'numeric', minLength: 6, maxLength: 6 });
const orgUrl = 'https://org.example';
const read = (typed: string) => extractCode(typed, shape, { state: 'mine', orgUrl });

const link = `${orgUrl}/email/verify/0oa1?token=abcDEF_1-3`;
const callback = `${orgUrl}/cb?otp=424242&state=mine`;
const otherOrgs = 'https://other.example/email/verify/0oa1?token=abc';
const base64 = (text: string) => Buffer.from(text).toString('base64url');
const encoded = encodeURIComponent;

/** What was published of each product about the links it makes. */
const wrappers: Readonly<Record<string, (link: string) => string>> = {
  'Safe Links': (one) =>
    `https://nam02.safelinks.protection.outlook.com/?url=${encoded(one)}&data=05%7C01&sdata=x%3D&reserved=0`,
  'URL Defense 1': (one) => `https://urldefense.proofpoint.com/v1/url?u=${encoded(one)}&k=oIvRg1`,
  'URL Defense 2': (one) =>
    `https://urldefense.proofpoint.com/v2/url?u=${encoded(one).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%2F', '_').replaceAll('%', '-')}&d=DwMFaQ&c=x`,
  'URL Defense 3': (one) => `https://urldefense.com/v3/__${one}__;!!AbC1-2!xyz_9$`,
  Google: (one) => `https://www.google.com/url?q=${encoded(one)}&sa=D&source=editors`,
  'Google of a country': (one) => `https://www.google.co.jp/url?sa=t&url=${encoded(one)}`,
  Barracuda: (one) => `https://linkprotect.cudasvc.com/url?a=${encoded(one)}&c=E,1,abc&typo=1`,
  Sophos: (one) =>
    `https://eu-west-1.protection.sophos.com/?d=org.example&u=${base64(one)}&i=NWY&t=x&h=y`,
  'Trend Micro': (one) =>
    `https://ca-1.sgcp.trendmicro.com:443/wis/clicktime/v1/query?url=${encoded(one)}&umid=1&auth=2`,
  Cisco: (one) => `https://secure-web.cisco.com/1Ab_c-D/${encoded(one)}`,
  FireEye: (one) => `https://protect2.fireeye.com/v1/url?k=1&q=1&e=1&u=${encoded(one)}`,
  Symantec: (one) => `https://clicktime.symantec.com/a/1/xyz?d=1&u=${encoded(one)}`,
  Avanan: (one) => `https://url.avanan.click/v2/___${one}___.YXAzOm9yZw`,
  'Safe Links of Teams': (one) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded(one)}&locale=en`,
  'two programs': (one) =>
    `https://nam02.safelinks.protection.outlook.com/?url=${encoded(encoded(one))}&data=x`,
  Menlo: (one) => `https://safe.menlosecurity.com/${one}`,
  Bitdefender: (one) =>
    `https://lsems.gravityzone.bitdefender.com/scan/${base64(one)}/ABCDEF?c=1&i=1&docs=1`,
  'a whole query': (one) => `https://gateway.example/go?${encoded(one)}`,
  'a part behind a semicolon': (one) => `https://gateway.example/go;url=${encoded(one)};x=1`,
  GMX: (one) => `https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=${encoded(one)}`,
};

describe('the link of a mail', () => {
  it.each([
    link,
    `<${link}>`,
    `(${link})`,
    `"${link}"`,
    `„${link}“`,
    `「${link}」`,
    `${link}.`,
    `Link: ${link}, thank you!`,
    `リンクは${link}です。`,
    `[Verify](${link})`,
    `[${link}](${link})`,
    `**${link}**`,
    `<a href="${link}">Verify email</a>`,
    `<a style='color:#123456' href='${link}'>Verify email</a>`,
    `\u200b${link.slice(0, 20)}\u00ad${link.slice(20)}\u200f`,
    `<${link.slice(0, 30)}\n${link.slice(30)}>`,
    `${link.slice(8)}`,
    `Link:${link.slice(8)}`,
    link.replaceAll('/', '\\/'),
    link.replace('?', '?\n'),
    `${link.slice(0, 30)}=\r\n${link.slice(30).replaceAll('=', '=3D')}`,
    `${link.slice(0, 30)}= ${link.slice(30).replaceAll('=', '=3D')}`,
  ])('is found in %j', (typed) => {
    expect(read(typed)).toEqual({ kind: 'email-link', href: link });
  });

  it('is read out of the source of a page', () => {
    expect(read(`<a href="${link}&amp;fromURI=x">`)).toEqual({
      kind: 'email-link',
      href: `${link}&fromURI=x`,
    });
  });

  it('counts less than a code beside it', () => {
    expect(read(`${link} or enter 123456`)).toEqual({ kind: 'code', code: '123456' });
    expect(read(`Your code is 123456 <${link}>`)).toEqual({ kind: 'code', code: '123456' });
  });

  it('is nothing elsewhere at the org', () => {
    expect(read(`${orgUrl}/help`)).toMatchObject({ kind: 'no-code' });
  });

  it('of another org is told apart from no code', () => {
    expect(read(otherOrgs)).toEqual({ kind: 'other-org-link' });
    expect(read('https://elsewhere.example/')).toEqual({ kind: 'other-org-link' });
    expect(read('Visit https://elsewhere.example/ now')).toMatchObject({ kind: 'no-code' });
    expect(read('https://other.example/cb?otp=1')).toEqual({ kind: 'other-org-link' });
  });

  it.each([
    'https://org.example.evil.example',
    'https://org.example@evil.example',
    'https://evil.example@org.example',
    'http://org.example',
    'other.example',
  ])('is not the org’s at %s', (origin) => {
    expect(read(`${origin}/email/verify/0oa1?token=1`)).toEqual({ kind: 'other-org-link' });
  });
});

describe('a link that a mail protection has wrapped', () => {
  it.each(Object.entries(wrappers))('is the org’s link in one of %s', (_, wrap) => {
    expect(read(wrap(link))).toEqual({ kind: 'email-link', href: link });
    expect(read(`<${wrap(link)}>`)).toEqual({ kind: 'email-link', href: link });
    expect(read(wrap(callback))).toEqual({ kind: 'code', code: '424242' });
    expect(read(wrap(otherOrgs))).toEqual({ kind: 'other-org-link' });
  });

  it.each(['Safe Links', 'URL Defense 2', 'URL Defense 3', 'Google', 'Barracuda'])(
    'is found without its scheme: %s',
    (name) => {
      const typed = wrappers[name]?.(link).replace('https://', '') ?? '';
      expect(read(typed)).toEqual({ kind: 'email-link', href: link });
      expect(read(`Verify: ${typed}`)).toEqual({ kind: 'email-link', href: link });
    },
  );

  it('is unwrapped as often as it was wrapped, within reason', () => {
    const all = fc.constantFrom(
      ...Object.keys(wrappers).filter((name) => !/3|Avanan|Menlo/.test(name)),
    );
    fc.assert(
      fc.property(fc.array(all, { maxLength: 3 }), (names) => {
        const typed = names.reduce((inner, name) => wrappers[name]?.(inner) ?? inner, link);
        expect(read(typed)).toEqual({ kind: 'email-link', href: link });
      }),
    );
  });

  it('has its signs put back that URL Defense 3 took out', () => {
    const typed = `https://urldefense.com/v3/__${orgUrl}/email/verify/0oa1?a=*&b=**Bz__;I1tdKA!!AbC!x$`;
    expect(read(typed)).toEqual({
      kind: 'email-link',
      href: `${orgUrl}/email/verify/0oa1?a=#&b=[](z`,
    });
  });

  it.each([
    'https://protect-us.mimecast.com/s/abcDEF123456?domain=org.example',
    'https://url.us.m.mimecastprotect.com/s/abc',
    'https://atpscan.global.hornetsecurity.com/?d=abc&f=def&i=&k=x&m=&n=&r=&s=&u=https',
    'https://us-west-2.protection.sophos.com/?d=org.example&u=????&p=m',
    'https://urlisolation.com/browser?clickId=1&traceToken=2',
    'url.us.m.mimecastprotect.com/s/abc?domain=org.example',
  ])('that only its own server can read: %s', (typed) => {
    expect(read(typed)).toEqual({ kind: 'protected-link' });
    expect(read(`${typed} code 123456`)).toEqual({ kind: 'code', code: '123456' });
  });
});
