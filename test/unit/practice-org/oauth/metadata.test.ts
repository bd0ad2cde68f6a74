import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

describe('metadata', () => {
  it.each([
    ['the custom authorization server', '/oauth2/default', '/oauth2/default/v1'],
    ['the org authorization server', '', '/oauth2/v1'],
  ])('of %s names its issuer and where its endpoints are', async (_, issuer, endpoints) => {
    for (const name of ['openid-configuration', 'oauth-authorization-server']) {
      const { status, json } = await org.get(`${issuer}/.well-known/${name}`);
      expect(status).toBe(200);
      expect(json).toMatchObject({
        issuer: `${org.origin}${issuer}`,
        token_endpoint: `${org.origin}${endpoints}/token`,
        jwks_uri: `${org.origin}${endpoints}/keys`,
        code_challenge_methods_supported: ['S256'],
      });
    }
    const openId = await org.get(`${issuer}/.well-known/openid-configuration`);
    expect(openId.json['userinfo_endpoint']).toBe(`${org.origin}${endpoints}/userinfo`);
  });

  it('says that the org runs Identity Engine', async () => {
    const { json } = await org.get('/.well-known/okta-organization');
    expect(json).toMatchObject({
      pipeline: 'idx',
      _links: { organization: { href: org.origin } },
    });
  });

  it('publishes one public key, which clients may keep', async () => {
    const { json, headers } = await org.get('/oauth2/default/v1/keys');
    expect(json).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig' }] });
    expect(json['keys']?.['0']).not.toHaveProperty('d');
    expect(headers.get('cache-control')).toContain('max-age');
  });
});
