import { OktaAuth, TokenKind } from '@okta/okta-auth-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSignUp, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
let people = 0;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

async function tokens(scope = 'openid email offline_access', as = 'default/') {
  const signUp = await openSignUp(org, { scope }, as);
  people += 1;
  const email = `person${people}@example.com`;
  const code = await signUp.finish({ firstName: 'Ada', lastName: 'Lovelace', email });
  const { json } = await signUp.redeem(code);
  return {
    email,
    access: String(json['access_token']),
    id: String(json['id_token']),
    refresh: String(json['refresh_token']),
  };
}

describe('metadata', () => {
  it.each(['/oauth2/default', ''])('of %s name only endpoints that are there', async (issuer) => {
    for (const name of ['openid-configuration', 'oauth-authorization-server']) {
      const { json } = await org.get(`${issuer}/.well-known/${name}`);
      const endpoints = Object.entries(json).filter(([key]) => /_(endpoint|uri)$/.test(key));
      expect(endpoints.map(([key]) => key)).toContain('authorization_endpoint');
      for (const [key, address] of endpoints) {
        const { pathname } = new URL(String(address));
        const answers = await Promise.all([org.get(pathname), org.postForm(pathname, {})]);
        const statuses = answers.map(({ status }) => status);
        expect(
          statuses.some((status) => status !== 404 && status !== 405),
          `${key}: ${statuses.join()}`,
        ).toBe(true);
        expect(statuses, key).not.toContain(404);
      }
    }
  });
});

describe('authorize', () => {
  const callback = 'http://localhost:4711/callback';
  const ask = (more: Record<string, string>) =>
    org.get(
      `/oauth2/default/v1/authorize?${new URLSearchParams({
        client_id: org.clientId,
        redirect_uri: callback,
        response_type: 'code',
        scope: 'openid',
        state: 'a state',
        nonce: 'n',
        ...more,
      }).toString()}`,
    );
  const silent = {
    error: 'login_required',
    error_description: 'The client specified not to prompt, but the user is not logged in.',
    state: 'a state',
  };

  it('without a prompt says that nobody is logged in', async () => {
    const { status, headers } = await ask({ prompt: 'none' });
    expect(status).toBe(302);
    const location = new URL(headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(callback);
    expect(Object.fromEntries(location.searchParams)).toEqual(silent);
  });

  it('answers in the fragment where it is asked to', async () => {
    const { headers } = await ask({ prompt: 'none', response_mode: 'fragment' });
    const { hash } = new URL(headers.get('location') ?? '');
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toEqual(silent);
  });

  it('tells the page around it, and no other page, where it is asked to', async () => {
    const { status, headers, text } = await ask({
      prompt: 'none',
      response_mode: 'okta_post_message',
      state: '</script>',
    });
    expect(status).toBe(200);
    expect(text).toContain('login_required');
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect(headers.get('content-security-policy')).toContain(
      'frame-ancestors http://localhost:4711;',
    );
  });

  it('with a person there leads a client of the interaction code flow back to it', async () => {
    const { headers } = await ask({});
    expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe(
      'interaction_required',
    );
  });

  it.each([{ client_id: 'somebody' }, { redirect_uri: 'https://evil.example/callback' }])(
    'shows its own page, and leads nowhere, for %o',
    async (wrong) => {
      const { status, headers } = await ask({ prompt: 'none', ...wrong });
      expect(status).toBe(400);
      expect(headers.get('location')).toBeNull();
    },
  );
});

describe('logout', () => {
  const leave = (more: Record<string, string>) =>
    org.get(`/oauth2/default/v1/logout?${new URLSearchParams(more).toString()}`);

  it('leads to the address of the client, with its state', async () => {
    const { id } = await tokens();
    const { status, headers } = await leave({
      id_token_hint: id,
      post_logout_redirect_uri: 'http://localhost:4711/bye',
      state: 's',
    });
    expect(status).toBe(302);
    expect(headers.get('location')).toBe('http://localhost:4711/bye?state=s');
  });

  it('shows a page where there is none, also for a token that is over', async () => {
    const { id } = await tokens();
    org.wait(3601);
    const { status, text } = await leave({ id_token_hint: id });
    expect(status).toBe(200);
    expect(text).toContain('You are signed out');
  });

  it('leads nowhere with a token that is none, or to an address that is not the app’s', async () => {
    const { id } = await tokens();
    for (const wrong of [
      {},
      { id_token_hint: 'x.y.z', post_logout_redirect_uri: 'http://localhost/' },
      { id_token_hint: id, post_logout_redirect_uri: 'https://evil.example/' },
    ]) {
      const { status, headers } = await leave(wrong);
      expect(status).toBe(400);
      expect(headers.get('location')).toBeNull();
    }
  });
});

describe('introspect', () => {
  const introspect = (token: string, as = 'default/') =>
    org.postForm(`/oauth2/${as}v1/introspect`, { token, client_id: org.clientId });
  const inactive = { active: false };

  it('tells of tokens of each kind', async () => {
    const { access, id, refresh, email } = await tokens();
    expect((await introspect(access)).json).toMatchObject({
      active: true,
      token_type: 'Bearer',
      scope: 'openid email offline_access',
      client_id: org.clientId,
      username: email,
      iss: org.issuer,
      jti: expect.stringMatching(/^AT\./) as string,
      uid: expect.stringMatching(/^00u/) as string,
    });
    expect((await introspect(id)).json).toMatchObject({ active: true, aud: org.clientId });
    const ofRefresh = (await introspect(refresh)).json;
    expect(ofRefresh).toMatchObject({ active: true, username: email });
    expect(ofRefresh).not.toHaveProperty('jti');
  });

  it('tells no more than that a token is not active', async () => {
    const { access, refresh } = await tokens();
    expect((await introspect('made-up')).json).toEqual(inactive);
    expect((await introspect(access, '')).json).toEqual(inactive);
    await org.postForm('/oauth2/default/v1/revoke', { client_id: org.clientId, token: refresh });
    expect((await introspect(access)).json).toEqual(inactive);
    expect((await introspect(refresh)).json).toEqual(inactive);
    const late = await tokens();
    org.wait(3601);
    expect((await introspect(late.access)).json).toEqual(inactive);
    expect((await introspect(late.id)).json).toEqual(inactive);
  });

  it('needs to know the client, from the body, the query or a header', async () => {
    const { access: token } = await tokens();
    const path = '/oauth2/default/v1/introspect';
    expect((await org.postForm(path, { token })).status).toBe(401);
    const inQuery = await org.postForm(`${path}?client_id=${org.clientId}`, { token });
    expect(inQuery.json).toMatchObject({ active: true });
    const headers = { Authorization: `Basic ${Buffer.from(org.clientId).toString('base64')}` };
    expect((await org.postForm(path, { token }, headers)).json).toMatchObject({ active: true });
    expect((await org.postForm(path, { client_id: org.clientId })).json).toMatchObject({
      error: 'invalid_request',
    });
  });
});

describe('okta-auth-js as it comes', () => {
  it('revokes and introspects, naming the client in a header', async () => {
    const { access, refresh } = await tokens();
    const { issuer, clientId, redirectUri } = org;
    const client = new OktaAuth({ issuer, clientId, redirectUri });
    const claims = { sub: 'x', iss: issuer };
    const accessToken = {
      accessToken: access,
      claims,
      tokenType: 'Bearer',
      scopes: ['openid'],
      expiresAt: 9e9,
      userinfoUrl: `${issuer}/v1/userinfo`,
      authorizeUrl: `${issuer}/v1/authorize`,
    };
    const refreshToken = {
      refreshToken: refresh,
      scopes: ['openid'],
      expiresAt: 9e9,
      issuer,
      tokenUrl: `${issuer}/v1/token`,
      authorizeUrl: `${issuer}/v1/authorize`,
    };
    expect(await client.token.introspect(TokenKind.ACCESS, accessToken)).toMatchObject({
      active: true,
    });
    await client.revokeAccessToken(accessToken);
    expect(await client.token.introspect(TokenKind.ACCESS, accessToken)).toMatchObject({
      active: false,
    });
    expect(await client.token.introspect(TokenKind.REFRESH, refreshToken)).toMatchObject({
      active: true,
    });
    await client.revokeRefreshToken(refreshToken);
    expect(await client.token.introspect(TokenKind.REFRESH, refreshToken)).toMatchObject({
      active: false,
    });
  });
});
