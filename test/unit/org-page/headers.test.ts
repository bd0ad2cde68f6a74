import { describe, expect, it } from 'vitest';
import { orgPageHeaders } from '../../../main/org-page/headers';

const source = 'https://captcha.example/';

function directivesOf(sources: readonly string[]) {
  const policy = orgPageHeaders(sources)['Content-Security-Policy'] ?? '';
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('a page at the org’s address', () => {
  it('loads nothing but itself for a passkey', () => {
    expect(directivesOf([])).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('loads what a captcha needs, and is drawn by nobody either', () => {
    expect(directivesOf([source])).toMatchObject({
      'default-src': "'none'",
      'script-src': `'self' ${source}`,
      'frame-src': source,
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it.each([
    [[], 'no-referrer'],
    [[source], 'strict-origin'],
  ])('with the sources %j gives its ticket to nobody', (sources, policy) => {
    expect(orgPageHeaders(sources)).toMatchObject({
      'Referrer-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
  });
});
