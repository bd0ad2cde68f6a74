import { describe, expect, it } from 'vitest';
import { checkRedirectUri } from '../../../../main/settings/rules/addresses';
import { defaultRedirectUri } from '../../../../main/settings';

describe('a redirect URI', () => {
  it.each([
    defaultRedirectUri,
    'com.okta.dev-1234:/callback',
    'com.example.app://callback/path?x=1',
    'https://app.example.com/callback',
    'HTTPS://app.example.com/Callback/',
    'http://localhost:8080/callback',
    'http://127.0.0.1/callback',
    'http://[::1]:9000/',
  ])('%s is kept as typed', (typed) => {
    expect(checkRedirectUri(` ${typed}\n`)).toEqual({ value: typed });
  });

  it.each([
    ['', 'empty'],
    ['app.example:/call back', 'has-spaces'],
    ['java\tscript:alert(1)', 'has-spaces'],
    ['javascript:alert(1)', 'not-a-redirect-uri'],
    ['javascript://app.example/%0aalert(1)', 'not-a-redirect-uri'],
    ['data:text/html,hi', 'not-a-redirect-uri'],
    ['data:/text', 'not-a-redirect-uri'],
    ['file:///etc/passwd', 'not-a-redirect-uri'],
    ['blob:https://app.example.com/1', 'not-a-redirect-uri'],
    ['frontdesk:/callback', 'not-a-redirect-uri'],
    ['/callback', 'not-a-redirect-uri'],
    ['app.example.com/callback', 'not-a-redirect-uri'],
    ['app.example:callback', 'not-a-redirect-uri'],
    ['https:app.example.com', 'not-a-redirect-uri'],
    ['https:/app.example.com', 'not-a-redirect-uri'],
    ['https:///app.example.com', 'not-a-redirect-uri'],
    ['https://app.example.com\\@evil.example', 'not-a-redirect-uri'],
    ['app.frontdesk.desktop:/callback#here', 'not-a-redirect-uri'],
    ['https://app.example.com/#', 'not-a-redirect-uri'],
    ['https://a:b@app.example.com/', 'has-credentials'],
    ['http://app.example.com/callback', 'not-https'],
    ['http://localhost.example.com/', 'not-https'],
    [`https://app.example.com/${'x'.repeat(1000)}`, 'too-long'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(checkRedirectUri(typed)).toEqual({ problem });
  });
});
