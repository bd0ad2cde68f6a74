import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactForm, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

const path = '/oauth2/default/v1/interact';

describe('interact', () => {
  it.each([
    'app.frontdesk.desktop:/callback',
    'http://localhost:1234/x?y=1',
    'http://127.0.0.1/',
    'http://[::1]:9',
  ])('opens a transaction for the redirect URI %s', async (redirect_uri) => {
    const { status, json } = await org.postForm(path, { ...interactForm(org), redirect_uri });
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['interaction_handle']);
  });

  it.each([
    [{ client_id: '' }, 401, 'invalid_client', 'No client credentials found.'],
    [{ client_id: '0oaOther' }, 401, 'invalid_client', "Invalid value for 'client_id' parameter."],
    [{ redirect_uri: '' }, 400, 'invalid_request', 'redirect_uri is missing.'],
    ...[
      'https://elsewhere.example/cb',
      'http://localhost.evil.example/cb',
      'http://localhost:99999999/',
      'http://user@localhost/',
      'app.frontdesk.desktop:/other',
    ].map(
      (redirect_uri) =>
        [
          { redirect_uri },
          400,
          'invalid_request',
          "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
        ] as const,
    ),
    [
      { code_challenge: '' },
      400,
      'invalid_request',
      'PKCE code challenge is required to use the interaction code flow.',
    ],
    ...['a+challenge/of=others'.repeat(3), 'ö'.repeat(43), ' '.repeat(43)].map(
      (code_challenge) =>
        [
          { code_challenge },
          400,
          'invalid_request',
          'PKCE code challenge contains illegal characters.',
        ] as const,
    ),
    ...['x', 'x'.repeat(42), 'x'.repeat(129)].map(
      (code_challenge) =>
        [
          { code_challenge },
          400,
          'invalid_request',
          'The code_challenge must have a minimum length of 43 characters and a maximum length of 128 characters.',
        ] as const,
    ),
    [
      { code_challenge_method: 'plain' },
      400,
      'invalid_request',
      "The value of 'code_challenge_method' must be 'S256'.",
    ],
    [
      { scope: 'openid okta.users.manage' },
      400,
      'invalid_scope',
      'One or more scopes are not configured for the authorization server resource.',
    ],
    [
      { activation_token: 'abc' },
      400,
      'invalid_request',
      'Only confidential clients can use the activation token flow',
    ],
  ] as const)('refuses %o in Okta’s words', async (change, status, error, error_description) => {
    const answer = await org.postForm(path, { ...interactForm(org), ...change });
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error, error_description });
  });

  it('takes a form and nothing else', async () => {
    expect((await org.postJson(path, interactForm(org))).status).toBe(400);
  });
});
