import { describe, expect, it } from 'vitest';
import { LinkBook } from '../../../../main/registration/idx/links';

const org = 'https://org.okta.com';

describe('the links of a view', () => {
  it.each([
    'https://elsewhere.example/help',
    '/help/login',
    'com-okta-authenticator:/deviceChallenge?x=1',
    'oktaverify://email/?t=1',
  ])('hold %s', (href) => {
    const book = new LinkBook(org);
    expect(book.find(book.add(href) ?? '')?.href.href).toBe(new URL(href, org).href);
  });

  it.each([
    'http://elsewhere.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'ms-settings:',
    'smb://server/share',
    `https://org.okta.com@evil.example/`,
    'https://name:word@org.okta.com/',
    '',
    'https://',
  ])('hold nothing of %s', (href) => {
    expect(new LinkBook(org).add(href)).toBeNull();
  });

  it('hold plain http of an org on this machine alone', () => {
    const book = new LinkBook('http://127.0.0.1:4000');
    expect(book.add('/help')).not.toBeNull();
    expect(book.add('http://127.0.0.1:4001/')).toBeNull();
  });

  it('are at most 200', () => {
    const book = new LinkBook(org);
    for (let link = 0; link < 200; link += 1) expect(book.add(`/${link}`)).not.toBeNull();
    expect(book.add('/one-more')).toBeNull();
  });
});
