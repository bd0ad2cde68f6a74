import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../../main/readiness/allowed-requests';
import { send } from '../../../main/readiness/request';

describe('what a check may send', () => {
  it.each([
    ['GET', '/.well-known/openid-configuration'],
    ['GET', '/oauth2/default/.well-known/openid-configuration'],
    ['POST', '/oauth2/v1/interact'],
    ['POST', '/oauth2/aus1/v1/interact'],
    ['POST', '/idp/idx/enroll'],
    ['POST', '/api/v1/policies/simulate'],
    ['GET', '/api/v1/policies/00p1/rules'],
    ['GET', `/api/v1/apps/${encodeURIComponent("a%/b +!*'()")}`],
    ['GET', `/api/v1/apps/${encodeURIComponent('%'.repeat(100))}/groups`],
  ])('%s %s', (method, path) => {
    expect(isAllowed(method, path)).toBe(true);
  });

  it.each([
    ['POST', '/idp/idx/enroll/new'],
    ['POST', '/oauth2/v1/token'],
    ['POST', '/api/v1/policies'],
    ['PUT', '/api/v1/policies/00p1'],
    ['DELETE', '/api/v1/apps/0oa1'],
    ['POST', '/api/v1/users'],
    ['GET', '/api/v1/users'],
    ['GET', '/api/v1/policies/00p1/rules/../../users'],
    ['GET', '/api/v1/apps/0oa1/users'],
  ])('never %s %s', (method, path) => {
    expect(isAllowed(method, path)).toBe(false);
  });

  it('is checked where requests leave', async () => {
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return new Response();
    };
    const sending = { fetch, signal: new AbortController().signal, limit: 1000, budget: null };
    await expect(
      send(sending, 'https://acme.okta.com/api/v1/users', { method: 'GET' }),
    ).rejects.toThrow();
    expect(sent).toBe(0);
  });
});
