import { describe, expect, it } from 'vitest';
import type { OrgPageTask } from '../../../main/platform';
import { orgPageHeaders } from '../../../main/org-page/headers';
import { isAdmitted, scriptOf, sourcesOf } from '../../../main/org-page/sources';

const org = 'https://acme.okta.com';
const captcha = (provider: 'hcaptcha' | 'recaptcha'): OrgPageTask => ({
  kind: 'captcha',
  provider,
  siteKey: 'site',
});
const passkey: OrgPageTask = { kind: 'passkey', options: {}, existing: [] };

function policy(task: OrgPageTask, orgUrl = org): ReadonlyMap<string, string> {
  const text = orgPageHeaders(sourcesOf(task, orgUrl))['Content-Security-Policy'] ?? '';
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
}

describe('what the page may load', () => {
  it('is for a passkey nothing but the page itself', () => {
    expect(sourcesOf(passkey, org)).toEqual([]);
    expect(scriptOf(passkey, org, 'en')).toBeNull();
    expect(policy(passkey).get('default-src')).toBe("'none'");
    expect(policy(passkey).get('script-src')).toBe("'self'");
    expect(policy(passkey).get('style-src')).toBe("'self'");
    expect(policy(passkey).get('frame-src')).toBe("'none'");
    expect(policy(passkey).get('connect-src')).toBe("'self'");
  });

  it.each(['hcaptcha', 'recaptcha'] as const)('admits the script of %s', (provider) => {
    const task = captcha(provider);
    const script = new URL(scriptOf(task, org, 'de') ?? '');
    expect(isAdmitted(script, sourcesOf(task, org))).toBe(true);
    expect(Object.fromEntries(script.searchParams)).toEqual({ render: 'explicit', hl: 'de' });
  });

  it.each(['hcaptcha', 'recaptcha'] as const)('never runs inline code beside %s', (provider) => {
    expect(policy(captcha(provider)).get('script-src')).not.toMatch(/unsafe|data:|\s\*/);
    expect(policy(captcha(provider)).get('default-src')).toBe("'none'");
    expect(policy(captcha(provider)).get('frame-ancestors')).toBe("'none'");
  });

  it('is at the practice org its own stand-in for either provider', () => {
    for (const provider of ['hcaptcha', 'recaptcha'] as const) {
      const task = captcha(provider);
      expect(sourcesOf(task, 'http://localhost:4000')).toEqual([
        'http://localhost:4000/practice/captcha/',
      ]);
      expect(scriptOf(task, 'http://localhost:4000', 'en')).toMatch(
        /^http:\/\/localhost:4000\/practice\/captcha\/api\.js\?/,
      );
    }
  });

  it('tells the provider the origin, which it compares with its site key, and nobody the ticket', () => {
    const of = (task: OrgPageTask) => orgPageHeaders(sourcesOf(task, org))['Referrer-Policy'];
    expect(of(captcha('hcaptcha'))).toBe('strict-origin');
    expect(of(passkey)).toBe('no-referrer');
  });
});

describe('isAdmitted', () => {
  it.each([
    ['hcaptcha', 'https://hcaptcha.com/1/api.js?render=explicit'],
    ['hcaptcha', 'https://newassets.hcaptcha.com/captcha/v1/abc/static/hcaptcha.html'],
    ['recaptcha', 'https://www.google.com/recaptcha/api2/anchor?k=1'],
    ['recaptcha', 'https://www.gstatic.com/recaptcha/releases/abc/recaptcha__en.js'],
    ['recaptcha', 'https://www.google.com/js/bg/abc.js'],
  ] as const)('lets %s load %s', (provider, address) => {
    expect(isAdmitted(new URL(address), sourcesOf(captcha(provider), org))).toBe(true);
  });

  it.each([
    ['hcaptcha', 'http://hcaptcha.com/1/api.js'],
    ['hcaptcha', 'https://evilhcaptcha.com/1/api.js'],
    ['hcaptcha', 'https://hcaptcha.com.evil.example/1/api.js'],
    ['hcaptcha', 'https://hcaptcha.com:8443/1/api.js'],
    ['hcaptcha', 'https://hcaptcha.com@evil.example/1/api.js'],
    ['hcaptcha', 'https://user@hcaptcha.com/1/api.js'],
    ['hcaptcha', 'wss://hcaptcha.com/socket'],
    ['hcaptcha', 'https://www.google.com/recaptcha/api.js'],
    ['recaptcha', 'https://www.google.com/search?q=frontdesk'],
    ['recaptcha', 'https://www.google.com/recaptcha/../search'],
    ['recaptcha', 'https://google.com/recaptcha/api.js'],
    ['recaptcha', 'https://hcaptcha.com/1/api.js'],
    ['recaptcha', 'https://acme.okta.com/api/v1/users/me'],
    ['recaptcha', 'file:///recaptcha/api.js'],
  ] as const)('does not let %s load %s', (provider, address) => {
    expect(isAdmitted(new URL(address), sourcesOf(captcha(provider), org))).toBe(false);
  });
});
