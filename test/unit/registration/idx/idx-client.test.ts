import { describe, expect, it } from 'vitest';
import { createIdxClient } from '../../../../main/registration/idx/idx-client';

/** What comes of a request that an org or somebody on the way answers like this. */
function answered(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
  path = '/idp/idx/challenge/answer',
) {
  const client = createIdxClient({
    http: { send: async () => ({ kind: 'answered', status, headers, text }), abort() {} },
    orgUrl: 'https://acme.okta.com',
    userAgent: {},
    now: () => Date.parse('2026-01-01T00:00:00Z'),
  });
  return client.post(`https://acme.okta.com${path}`, {});
}

const refusal = '{"errorCode":"E0000047","errorSummary":"Too many"}';

describe('a pause that is asked for', () => {
  it.each([
    ['in seconds', { 'retry-after': '7' }, refusal, 7],
    ['as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, refusal, 9],
    [
      'as a date of a server whose clock is ahead',
      { 'retry-after': 'Thu, 01 Jan 2026 00:05:09 GMT', date: 'Thu, 01 Jan 2026 00:05:00 GMT' },
      refusal,
      9,
    ],
    [
      'as the end of a window of the rate limit',
      { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1767225605' },
      refusal,
      5,
    ],
    ['in words that nobody knows', { 'retry-after': 'soon' }, refusal, null],
    ['not at all', {}, refusal, null],
    ['by a page of somebody on the way', { 'retry-after': '7' }, '<html>Slow down</html>', 7],
  ])('%s', async (_how, headers, text, retryAfter) => {
    expect(await answered(429, headers, text)).toMatchObject({
      kind: 'too-many-requests',
      retryAfter,
    });
  });

  const refused = '{"version":"1.0.0","messages":{"value":[{"message":"Too many attempts"}]}}';

  it('is none where the Identity Engine ends the sign-up', async () => {
    expect((await answered(429, {}, refused)).kind).toBe('response');
  });

  it.each(['/idp/idx/challenge/resend', '/idp/idx/challenge/poll', '/idp/idx/poll'])(
    'is one where the Identity Engine refuses no more than %s',
    async (path) => {
      expect(await answered(429, { 'retry-after': '7' }, refused, path)).toMatchObject({
        kind: 'too-many-requests',
        retryAfter: 7,
        messages: [{ text: 'Too many attempts' }],
      });
    },
  );
});

it.each(['success', 'successWithInteractionCode', 'deviceEnrollment'])(
  'an answer of nothing but %s is one of the Identity Engine',
  async (name) => {
    expect((await answered(200, {}, JSON.stringify({ [name]: {} }))).kind).toBe('response');
  },
);

it('somebody else’s JSON is no answer of the Identity Engine', async () => {
  expect((await answered(200, {}, '{"portal":"Please sign in"}')).kind).toBe('server-error');
});
