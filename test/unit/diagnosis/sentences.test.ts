import { describe, expect, it } from 'vitest';
import { sentenceOf, sentencesIn } from '../../../main/diagnosis/sentences';
import { misconfigurationsOfTokenError } from '../../../main/diagnosis/token-error';
import { messagesOf } from '../../../main/registration/idx/messages';
import { type Sentence, sentences } from '../../../preload/contract/registration/message';

/** Okta's words, as orgs send them, each with what it is known as. */
const said: readonly (readonly [Sentence, string])[] = [
  ['token-time', 'The JWT was issued in the future'],
  ['issuer-differs', 'The issuer [https://a] does not match [https://b]'],
  ['another-server', 'The grant was issued by another authorization server.'],
  ['browser-request', 'Browser requests must have a whitelisted redirect_uri.'],
  ['redirect-uri', "The 'redirect_uri' parameter must be a Login redirect URI."],
  ['network-zone', "Outside the client's permitted network zones."],
  ['network-policy', 'Access denied by network policy.'],
  ['scopes-rejected', 'The requested scopes were rejected.'],
  ['client-id', "Invalid value for 'client_id' parameter."],
  ['application-type', "The client has another 'application_type'."],
  ['client-credentials', 'Client authentication failed.'],
  ['grant-type', 'The client is not allowed the provided grant type.'],
  ['custom-server', 'You cannot use a custom authorization server.'],
  ['interaction-code-flow', 'The feature (Interaction Code flow) isn’t enabled.'],
  ['feature', 'The requested feature is not enabled in this environment.'],
  ['policy-evaluation', 'Policy evaluation failed for this request.'],
  ['sign-up-denied', 'Sign-up denied.'],
  ['pkce-verification', 'PKCE verification failed.'],
  ['pkce', "A client must send 'code_challenge'."],
  ['activation-token-invalid', 'The activation token is invalid'],
  ['activation-token', 'Only confidential clients can use the activation token flow'],
  ['not-assigned', 'User is not assigned to the client application.'],
  ['dpop', 'The client must prove possession by DPoP.'],
];

describe('the sentences that Okta says', () => {
  it.each(said)('are known: %s', (id, text) => {
    expect(sentencesIn(text)[0]).toBe(id);
    expect(sentenceOf('access_denied', text)).toBe(id);
  });

  it('are all in the one set', () => {
    const known = [...said.map(([id]) => id), 'token-will-change'];
    expect(known).toEqual([...sentences]);
  });

  it('are looked for only behind codes that stand for many cases', () => {
    const text = 'The activation token is invalid';
    expect(sentenceOf('idx.expired.activation.token', text)).toBeUndefined();
    expect(sentenceOf(null, text)).toBeUndefined();
    const wait = 'Please wait for the token to change.';
    expect(sentenceOf('errors.E0000113', wait)).toBe('token-will-change');
    expect(sentenceOf('E0000113', wait)).toBe('token-will-change');
    expect(sentenceOf('E0000112', wait)).toBeUndefined();
    expect(sentenceOf('access_denied', wait)).toBeUndefined();
  });

  it('go to the page with the message, which words it without reading the text', () => {
    const value = [{ i18n: { key: 'access_denied' }, class: 'ERROR', message: 'Sign-up denied.' }];
    expect(messagesOf({ messages: { value } })).toMatchObject([{ sentence: 'sign-up-denied' }]);
    const other = [{ i18n: { key: 'access_denied' }, class: 'ERROR', message: 'Something else.' }];
    expect(messagesOf({ messages: { value: other } })[0]).not.toHaveProperty('sentence');
  });

  it('explain a refusal by the first one whose cause is known', () => {
    const text = "Invalid value for 'client_id' parameter: policy evaluation failed.";
    expect(misconfigurationsOfTokenError(text)[0]).toBe('access-policy-denies');
    expect(misconfigurationsOfTokenError('Nothing of the kind.')).toEqual([]);
  });
});
