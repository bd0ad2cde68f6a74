import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  securityHeaders,
} from '../../../main/shell/content-security-policy';

function directives(policy: string) {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
}

describe('contentSecurityPolicy', () => {
  it.each(['object-src', 'base-uri', 'form-action', 'frame-ancestors'])(
    'has nothing for %s, which default-src does not cover or which shall not depend on it',
    (name) => {
      expect(directives(contentSecurityPolicy({ connect: "'self'" })).get(name)).toBe("'none'");
    },
  );

  it('admits no nonce where there is none', () => {
    expect(contentSecurityPolicy({ connect: "'none'" })).not.toContain('nonce');
  });

  it('starts from nothing', () => {
    expect(contentSecurityPolicy({ connect: "'none'" })).toMatch(/^default-src 'none'; /);
  });

  it('differs between the shells in connect-src alone', () => {
    const electron = directives(contentSecurityPolicy({ connect: "'none'", nonce: 'n' }));
    const browser = directives(contentSecurityPolicy({ connect: "'self'", nonce: 'n' }));
    expect(electron.get('connect-src')).toBe("'none'");
    expect(browser.get('connect-src')).toBe("'self'");
    electron.delete('connect-src');
    browser.delete('connect-src');
    expect(browser).toEqual(electron);
  });

  it('never allows inline or evaluated code, or a foreign host', () => {
    const policy = contentSecurityPolicy({ connect: "'self'", nonce: 'abc' });
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
    expect(directives(policy).get('script-src')).toBe("'self'");
  });

  it('gives the nonce to styles only', () => {
    const policy = contentSecurityPolicy({ connect: "'none'", nonce: 'abc' });
    expect(directives(policy).get('style-src')).toBe("'self' 'nonce-abc'");
    expect(policy.match(/nonce/g)).toHaveLength(1);
  });
});

describe('securityHeaders', () => {
  it('sends the policy with the headers that keep a file what it is', () => {
    const headers = securityHeaders({ connect: "'none'", nonce: 'abc' });
    expect(headers['Content-Security-Policy']).toBe(
      contentSecurityPolicy({ connect: "'none'", nonce: 'abc' }),
    );
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Referrer-Policy']).toBe('no-referrer');
    expect(headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(headers['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });
});
