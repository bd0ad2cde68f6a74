import { describe, expect, it } from 'vitest';
import { NoAnswer } from '../../../main/registration/okta-client';
import { toStartFailure } from '../../../main/registration/start-failure';

const context = { isOrgIssuer: true };

/** What the SDK rejects with: an error that carries the response it is about, under either name. */
function refusal(status: number, body: object, name: 'resp' | 'xhr' = 'xhr'): Error {
  return Object.assign(new Error('refused'), {
    [name]: { status, responseText: JSON.stringify(body) },
  });
}

describe('toStartFailure', () => {
  it.each([
    [401, 'invalid_client', "Invalid value for 'client_id' parameter.", 'client-rejected'],
    [401, 'invalid_client', 'No client credentials found.', 'client-type-rejected'],
    [
      400,
      'invalid_request',
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
      'redirect-uri-rejected',
    ],
    [
      400,
      'unauthorized_client',
      'The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].',
      'interaction-code-disabled',
    ],
    [
      400,
      'access_denied',
      'The requested feature is not enabled in this environment.',
      'interaction-code-disabled',
    ],
    [
      400,
      'invalid_scope',
      'One or more scopes are not configured for the authorization server resource.',
      'scope-rejected',
    ],
    [403, 'access_denied', 'Sign-up denied. Please contact support.', 'sign-up-not-offered'],
    [
      403,
      'access_denied',
      "The request is made from outside the client's permitted network zones.",
      'network-not-allowed',
    ],
    [429, 'too_many_requests', 'Slow down', 'too-many-requests'],
    [503, 'temporarily_unavailable', 'Later', 'server-error'],
    [418, 'teapot', 'I am one', 'unknown'],
  ] as const)('%i %s "%s" is %s', (status, error, error_description, reason) => {
    const failure = toStartFailure(
      refusal(status, { error, error_description }, 'resp'),
      undefined,
      context,
    );
    expect(failure).toMatchObject({ reason, messages: [{ key: error, text: error_description }] });
  });

  it('takes a missing or unreadable address for a missing org', () => {
    expect(toStartFailure(refusal(404, {}), undefined, context).reason).toBe('org-not-found');
    expect(toStartFailure(new SyntaxError('<html>'), undefined, context).reason).toBe(
      'org-not-found',
    );
  });

  it.each([
    [407, 'unknown'],
    [502, 'server-error'],
  ] as const)('tells of an answer without words (%i) by its status', (status, reason) => {
    expect(toStartFailure(refusal(status, {}), undefined, context)).toMatchObject({
      reason,
      messages: [{ key: `http.${status}`, text: '' }],
    });
  });

  it.each([
    ['timeout', 'timeout'],
    ['unreachable', 'unreachable'],
    ['tls', 'unreachable'],
  ] as const)('a request without answer (%s) is %s', (kind, reason) => {
    const failure = new NoAnswer(kind);
    expect(toStartFailure(failure, failure, context)).toMatchObject({
      reason,
      messages: [{ key: `network.${kind}` }],
    });
  });
});
