import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const wrongLength =
  'PKCE verification failed: The code_verifier must have a minimum length of 43 characters and a maximum length of 128 characters..';
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

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
      amr: ['pwd', 'email', 'mfa'],
      idp: (await org.get('/.well-known/okta-organization')).json['id'],
      locale: 'en-US',
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
    [{ code_verifier: 'short' }, wrongLength],
    [{ code_verifier: 'x'.repeat(42) }, wrongLength],
    [{ code_verifier: 'x'.repeat(129) }, wrongLength],
    [
      { code_verifier: `${'x'.repeat(42)}+` },
      'PKCE verification failed: The code_verifier contains illegal characters..',
    ],
    [
      { redirect_uri: 'http://localhost/other' },
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    ],
    [{ interaction_code: 'made-up' }, 'The interaction code is invalid or has expired.'],
  ])('refuses %o', async (change, description) => {
    const { redeem, code } = await signedUp();
    expect((await redeem(code, change)).json).toEqual(invalidGrant(description));
  });

  it.each([5, 42, 129, 1000])(
    'refuses a verifier of %i characters that belongs to its challenge',
    async (length) => {
      const code_verifier = 'v'.repeat(length);
      const { redeem, code } = await signedUp({ code_challenge: challengeOf(code_verifier) });
      expect((await redeem(code, { code_verifier })).json).toEqual(invalidGrant(wrongLength));
    },
  );

  it.each(['v'.repeat(43), 'v'.repeat(128), `-._~${'0Az'.repeat(14)}`])(
    'takes the verifier %s',
    async (code_verifier) => {
      const { redeem, code } = await signedUp({ code_challenge: challengeOf(code_verifier) });
      expect((await redeem(code, { code_verifier })).status).toBe(200);
    },
  );

  it('has no authorization codes', async () => {
    const form = { grant_type: 'authorization_code', client_id: org.clientId, code: 'made-up' };
    expect((await org.postForm('/oauth2/default/v1/token', form)).json).toEqual(
      invalidGrant('The authorization code is invalid or has expired.'),
    );
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

describe('the ID token of the org authorization server', () => {
  it('has of a person the name, the login and the address, and userinfo has the rest', async () => {
    const { redeem, code, email } = await signedUp({}, '');
    const { json } = await redeem(code);
    const claims = decodeJwt(String(json['id_token']));
    expect(Object.keys(claims).sort()).toEqual(
      [
        ...['amr', 'at_hash', 'aud', 'auth_time', 'email', 'exp', 'iat', 'idp', 'iss', 'jti'],
        ...['name', 'nonce', 'preferred_username', 'sub', 'ver'],
      ].sort(),
    );
    const headers = { Authorization: `Bearer ${String(json['access_token'])}` };
    expect((await org.get('/oauth2/v1/userinfo', headers)).json).toMatchObject({
      email,
      email_verified: true,
      given_name: 'Ada',
      family_name: 'Lovelace',
      zoneinfo: 'America/Los_Angeles',
    });
  });

  it('has no claims of scopes that were not asked for', async () => {
    const { redeem, code } = await signedUp({ scope: 'openid' }, '');
    const claims = decodeJwt(String((await redeem(code)).json['id_token']));
    expect(claims).not.toHaveProperty('email');
    expect(claims).not.toHaveProperty('name');
  });
});

describe('refresh tokens', () => {
  const offline = 'openid email offline_access';
  const refresh = (token: unknown, more: Record<string, string> = {}) =>
    org.postForm('/oauth2/default/v1/token', {
      grant_type: 'refresh_token',
      client_id: org.clientId,
      refresh_token: String(token),
      ...more,
    });
  const first = async () => {
    const { redeem, code } = await signedUp({ scope: offline });
    return (await redeem(code)).json;
  };
  const rotate = (leeway?: number) =>
    org.postJson('/practice/admin/policy', {
      refreshTokens: { rotation_type: 'ROTATE', ...(leeway !== undefined && { leeway }) },
    });
  const usedUp = invalidGrant('The refresh token is invalid or expired.');
  afterEach(() => org.postJson('/practice/admin/policy', {}));

  it('stay the same unless the policy says otherwise, as for a native app of Okta', async () => {
    const token = (await first())['refresh_token'];
    for (let use = 0; use < 3; use += 1) {
      const refreshed = await refresh(token);
      expect(refreshed.status).toBe(200);
      expect(refreshed.json['refresh_token']).toBe(token);
      org.wait(3600);
    }
  });

  it('rotate with a grace of 30 seconds, and end everything when one is used after it', async () => {
    await rotate();
    const old = (await first())['refresh_token'];
    const refreshed = await refresh(old);
    const next = refreshed.json['refresh_token'];
    expect(next).not.toBe(old);
    org.wait(29);
    const again = await refresh(old);
    expect(again.status).toBe(200);
    expect([String(old), String(next)]).not.toContain(String(again.json['refresh_token']));
    org.wait(2);
    expect((await refresh(old)).json).toEqual(usedUp);
    for (const token of [next, again.json['refresh_token']]) {
      expect((await refresh(token)).json).toEqual(usedUp);
    }
    expect((await userinfo(String(refreshed.json['access_token']))).status).toBe(401);
  });

  it('rotate without grace where the leeway is 0', async () => {
    await rotate(0);
    const old = (await first())['refresh_token'];
    expect((await refresh(old)).status).toBe(200);
    org.wait(1);
    expect((await refresh(old)).json).toEqual(usedUp);
  });

  it('grant what is asked for, and no more than was granted', async () => {
    const { refresh_token: token } = await first();
    const less = await refresh(token, { scope: 'openid' });
    expect(less.json).toMatchObject({ scope: 'openid' });
    expect(less.json['refresh_token']).toBeUndefined();
    expect(decodeJwt(String(less.json['access_token']))['scp']).toEqual(['openid']);
    expect(decodeJwt(String(less.json['id_token']))).not.toHaveProperty('email');
    expect((await userinfo(String(less.json['access_token']))).json).not.toHaveProperty('email');
    // What was asked for once does not narrow the next refresh.
    expect((await refresh(token)).json).toMatchObject({ scope: offline });
    const more = await refresh(token, { scope: 'openid profile phone' });
    expect(more.status).toBe(400);
    expect(more.json).toEqual({
      error: 'invalid_scope',
      error_description:
        'Some of the scopes requested for the refresh request were not granted in the original authorize request. Denied scopes: profile, phone.',
    });
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

  it.each([
    ['a Basic header with the ID alone', () => org.clientId],
    ['a Basic header with an empty secret', () => `${org.clientId}:`],
  ])('revokes for a client that %s names, as Okta’s SDK does', async (_, credentials) => {
    const { redeem, code } = await signedUp();
    const token = String((await redeem(code)).json['access_token']);
    const headers = { Authorization: basic(credentials()) };
    const answer = await org.postForm('/oauth2/default/v1/revoke', { token }, headers);
    expect(answer.status).toBe(200);
    expect((await userinfo(token)).status).toBe(401);
  });

  it.each([
    ['another client', {}, () => 'somebody', "Invalid value for 'client_id' parameter."],
    [
      'a secret, which this client does not have',
      {},
      () => `${org.clientId}:secret`,
      'Client authentication failed. Either the client or the client credentials are invalid.',
    ],
    ['nobody', {}, () => '', 'Found Authentication header but was not valid client credentials.'],
    [
      'two clients',
      { client_id: 'somebody' },
      () => org.clientId,
      'Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.',
    ],
  ])('does not revoke where the credentials name %s', async (_, form, credentials, description) => {
    const { redeem, code } = await signedUp();
    const token = String((await redeem(code)).json['access_token']);
    const headers = { Authorization: basic(credentials()) };
    const answer = await org.postForm('/oauth2/default/v1/revoke', { token, ...form }, headers);
    expect(answer.status).toBe(401);
    expect(answer.json['error_description']).toBe(description);
    expect((await userinfo(token)).status).toBe(200);
  });
});

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;
