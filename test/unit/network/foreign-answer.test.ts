import { describe, expect, it } from 'vitest';
import { type ForeignAnswer, foreignAnswerOf } from '../../../main/network/foreign-answer';

const page = '<!doctype html><title>Welcome</title>';
const html = { 'content-type': 'text/html; charset=utf-8' };
const okta = { ...html, 'x-okta-request-id': 'Zx1' };

function judged(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): ForeignAnswer | null {
  return foreignAnswerOf({ kind: 'answered', status, headers, text });
}

describe('who answered in place of the org', () => {
  it.each([
    [200, page, html, 'network-sign-in'],
    [200, 'Please sign in', html, 'network-sign-in'],
    [204, ' <p>', {}, 'network-sign-in'],
    [302, '', { location: 'https://portal.example/' }, 'network-sign-in'],
    [407, '', {}, 'network-sign-in'],
    [511, '{"portal":1}', {}, 'network-sign-in'],
    [413, page, html, 'request-too-large'],
    [413, '', {}, 'request-too-large'],
    [403, page, html, 'gateway-refused'],
    [405, page, html, 'gateway-refused'],
    [451, page, html, 'gateway-refused'],
    [500, page, html, 'gateway-unavailable'],
    [502, '', {}, 'gateway-unavailable'],
    [503, page, html, 'gateway-unavailable'],
    [503, 'upstream connect error', { 'content-type': 'text/plain' }, 'gateway-unavailable'],
    [504, '', {}, 'gateway-unavailable'],
    [530, page, html, 'gateway-unavailable'],
  ] as const)('%i %j: %j', (status, text, headers, who) => {
    expect(judged(status, text, headers)).toBe(who);
  });

  it.each([
    ['JSON', 200, '{"version":"1.0.0"}', html],
    ['a list', 200, ' [1]', {}],
    ['nothing', 200, '', html],
    ['a text', 200, 'ok', { 'content-type': 'text/plain' }],
    ['a refusal in JSON', 403, '{"errorCode":"E0000006"}', {}],
    ['a size that its server says', 413, '{"errorCode":"E0000001"}', {}],
    ['a page that is not there', 404, page, html],
    ['a limit', 429, page, html],
    ['trouble in JSON', 502, '{"errorCode":"E0000009"}', {}],
    ['trouble without a word', 503, '', {}],
    ['a page of Okta’s that refuses', 403, page, okta],
    ['a page of Okta’s front', 403, '<p>Access denied by network policy', html],
    ['a page of Okta’s in trouble', 503, page, okta],
  ])('is nobody else where it is %s', (_, status, text, headers) => {
    expect(judged(status, text, headers)).toBeNull();
  });

  it('is a network that redirects, and nobody where nothing came', () => {
    expect(foreignAnswerOf({ kind: 'redirected' })).toBe('network-sign-in');
    for (const kind of ['unreachable', 'tls', 'timeout', 'aborted'] as const) {
      expect(foreignAnswerOf({ kind })).toBeNull();
    }
  });
});
