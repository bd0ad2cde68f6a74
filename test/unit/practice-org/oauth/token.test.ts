import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSignUp, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
let people = 0;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

async function signedUp(form: Record<string, string> = {}, as?: string) {
  const signUp = await openSignUp(org, form, as);
  people += 1;
  const email = `person${people}@example.com`;
  const code = await signUp.finish({ firstName: 'Ada', lastName: 'Lovelace', email });
  return { ...signUp, code, email };
}

const userinfo = (token: string) =>
  org.get('/oauth2/default/v1/userinfo', { Authorization: `Bearer ${token}` });
const invalidGrant = (error_description: string) => ({ error: 'invalid_grant', error_description });

describe('the token endpoint', () => {
  it('gives signed tokens with the claims of the scopes, and the nonce', async () => {
    const { redeem, code, email } = await signedUp();
    const { status, json, headers } = await redeem(code);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(json['refresh_token']).toBeUndefined();
    const keys = JSON.parse((await org.get('/oauth2/default/v1/keys')).text) as JSONWebKeySet;
    const { payload } = await jwtVerify(String(json['id_token']), createLocalJWKSet(keys), {
      issuer: org.issuer,
      audience: org.clientId,
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({
      nonce: 'a-nonce',
      email,
      email_verified: true,
      name: 'Ada Lovelace',
      preferred_username: email,
      amr: ['pwd', 'email'],
    });
    expect(payload.sub).toMatch(/^00u/);
    expect(payload['auth_time']).toBeTypeOf('number');
  });

  it('takes an interaction code once, and a second use ends the first one’s tokens', async () => {
    const { redeem, code } = await signedUp();
    const token = String((await redeem(code)).json['access_token']);
    expect((await userinfo(token)).status).toBe(200);
    const again = await redeem(code);
    expect(again.status).toBe(400);
    expect(again.json).toEqual(invalidGrant('The interaction code is invalid or has expired.'));
    expect((await userinfo(token)).status).toBe(401);
  });

  it('takes an interaction code for 60 seconds', async () => {
    const { redeem, code } = await signedUp();
    org.wait(61);
    expect((await redeem(code)).json).toEqual(
      invalidGrant('The interaction code is invalid or has expired.'),
    );
  });

  it.each([
    [{ code_verifier: 'x'.repeat(43) }, 'PKCE verification failed.'],
    [{ code_verifier: '' }, 'PKCE verification failed.'],
    [
      { redirect_uri: 'http://localhost/other' },
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    ],
    [{ interaction_code: 'made-up' }, 'The interaction code is invalid or has expired.'],
  ])('refuses %o', async (change, description) => {
    const { redeem, code } = await signedUp();
    expect((await redeem(code, change)).json).toEqual(invalidGrant(description));
  });

  it('refuses the code of another authorization server, another client and another grant', async () => {
    const { code, verifier } = await signedUp({}, '');
    const form = {
      grant_type: 'interaction_code',
      client_id: org.clientId,
      interaction_code: code,
      code_verifier: verifier,
    };
    const path = '/oauth2/default/v1/token';
    expect((await org.postForm(path, form)).json).toEqual(
      invalidGrant('The grant was issued for another authorization server.'),
    );
    expect((await org.postForm(path, { ...form, client_id: 'x' })).status).toBe(401);
    const { json } = await org.postForm(path, { ...form, grant_type: 'password' });
    expect(json['error']).toBe('unsupported_grant_type');
  });
});

describe('refresh tokens', () => {
  it('come with offline_access, rotate, and end everything when one is used twice', async () => {
    const { redeem, code } = await signedUp({ scope: 'openid offline_access' });
    const first = String((await redeem(code)).json['refresh_token']);
    const refresh = (token: string) =>
      org.postForm('/oauth2/default/v1/token', {
        grant_type: 'refresh_token',
        client_id: org.clientId,
        refresh_token: token,
      });
    const refreshed = await refresh(first);
    expect(refreshed.status).toBe(200);
    const second = String(refreshed.json['refresh_token']);
    expect(second).not.toBe(first);
    expect((await refresh(first)).json).toEqual(
      invalidGrant('The refresh token is invalid or expired.'),
    );
    expect((await refresh(second)).status).toBe(400);
  });
});

describe('userinfo and revoke', () => {
  it('shows the person to a live access token', async () => {
    const { redeem, code, email } = await signedUp();
    const token = String((await redeem(code)).json['access_token']);
    expect((await userinfo(token)).json).toMatchObject({ email, name: 'Ada Lovelace' });
    org.wait(3601);
    expect((await userinfo(token)).status).toBe(401);
  });

  it('refuses a token it does not know, as RFC 6750 says', async () => {
    const refused = await userinfo('made-up');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('revokes an access token alone, and with a refresh token everything', async () => {
    const { redeem, code } = await signedUp({ scope: 'openid offline_access' });
    const tokens = (await redeem(code)).json;
    const access = String(tokens['access_token']);
    const revoke = (token: string) =>
      org.postForm('/oauth2/default/v1/revoke', { client_id: org.clientId, token });
    expect((await revoke('unknown')).status).toBe(200);
    expect((await userinfo(access)).status).toBe(200);
    expect((await revoke(String(tokens['refresh_token']))).status).toBe(200);
    expect((await userinfo(access)).status).toBe(401);

    const other = await signedUp();
    const token = String((await other.redeem(other.code)).json['access_token']);
    await revoke(token);
    expect((await userinfo(token)).status).toBe(401);
  });
});
