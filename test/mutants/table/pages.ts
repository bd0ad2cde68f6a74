import type { MutatedFile } from './mutant.ts';

const csp = ['test/unit/shell/content-security-policy.test.ts'];

/** What the app's pages, and those at the org's address, may do and load. */
export const pages: readonly MutatedFile[] = [
  {
    file: 'main/shell/content-security-policy.ts',
    tests: csp,
    mutants: [
      { text: `"default-src 'none'",`, instead: '', without: 'what has no rule is allowed' },
      {
        text: `"script-src 'self'",`,
        instead: `"script-src 'self' 'unsafe-inline'",`,
        without: 'a script in the page itself runs',
      },
      {
        text: `const styles = nonce === undefined`,
        instead: `const styles = nonce === ''`,
        without: 'a page without a nonce admits one that can be guessed',
      },
      {
        text: `"object-src 'none'",`,
        instead: '',
        without: 'plug-ins are a matter of another rule',
      },
      {
        text: `"base-uri 'none'",`,
        instead: '',
        without: 'a base element turns every relative address elsewhere',
      },
      {
        text: `"form-action 'none'",`,
        instead: '',
        without: 'a form posts what was typed to another host',
      },
      {
        text: `"frame-ancestors 'none'",`,
        instead: '',
        without: 'another site draws the page in a frame and steals clicks',
      },
      {
        text: `'X-Content-Type-Options': 'nosniff',`,
        instead: '',
        without: 'a file is guessed to be a script',
      },
      {
        text: `'Referrer-Policy': 'no-referrer',`,
        instead: '',
        without: 'the one-time token goes along as the referrer',
      },
      {
        text: `'Cross-Origin-Opener-Policy': 'same-origin',`,
        instead: '',
        without: 'a page that opens this one keeps a hold of it',
      },
      {
        text: `'Cross-Origin-Resource-Policy': 'same-origin',`,
        instead: '',
        without: 'another site embeds files of the app',
      },
    ],
  },
  {
    file: 'main/org-page/headers.ts',
    tests: ['test/unit/org-page/headers.test.ts'],
    mutants: [
      { text: `"default-src 'none'",`, instead: '', without: 'what has no rule is allowed' },
      {
        text: `"frame-src 'none'" :`,
        instead: `"frame-src *" :`,
        without: "a passkey's page holds frames",
      },
      {
        text: `"object-src 'none'",`,
        instead: '',
        without: 'plug-ins are a matter of another rule',
      },
      {
        text: `"base-uri 'none'",`,
        instead: '',
        without: 'a base element turns every relative address elsewhere',
      },
      { text: `"form-action 'none'",`, instead: '', without: 'a form posts to another host' },
      {
        text: `"frame-ancestors 'none'",`,
        instead: '',
        without: 'another site draws the page in a frame and steals clicks',
      },
      {
        text: `'X-Content-Type-Options': 'nosniff',`,
        instead: '',
        without: 'a file is guessed to be a script',
      },
      {
        text: `needed === '' ? 'no-referrer' : 'strict-origin'`,
        instead: `'unsafe-url'`,
        without: 'the ticket goes along as the referrer',
      },
      {
        text: `'Cache-Control': 'no-store',`,
        instead: '',
        without: 'the page with its ticket stays in a cache',
      },
    ],
  },
  {
    file: 'main/org-page/sources.ts',
    tests: ['test/unit/org-page/sources.test.ts'],
    mutants: [
      {
        text: `if (url.username !== '' || url.password !== '') return false;`,
        instead: '',
        without: 'a name before the host passes',
      },
      {
        text: 'url.hostname.endsWith(`.${wanted.hostname}`)',
        instead: 'url.hostname.endsWith(wanted.hostname)',
        without: 'evilhcaptcha.com counts as a host of hcaptcha.com',
      },
      {
        text: `url.protocol === wanted.protocol && url.pathname`,
        instead: 'url.pathname',
        without: 'plain http passes for https',
      },
      {
        text: ' && url.pathname.startsWith(wanted.pathname)',
        instead: '',
        without: 'all of google.com counts as the captcha',
      },
    ],
  },
  {
    file: 'main/shell/openable.ts',
    tests: ['test/unit/shell/openable.test.ts'],
    mutants: [
      {
        text: `if (username !== '' || password !== '') return false;`,
        instead: '',
        without: 'https://your-org.okta.com@evil.example is opened',
      },
      {
        text: `return protocol === 'https:' ||`,
        instead: `return protocol !== 'file:' ||`,
        without: 'a link starts whatever program its scheme is tied to',
      },
      {
        text: `protocol === 'http:' && isLoopbackHost(hostname)`,
        instead: `protocol === 'http:'`,
        without: 'plain http of any host is opened',
      },
    ],
  },
  {
    file: 'main/shell/built-files.ts',
    tests: ['test/unit/shell/built-files.test.ts'],
    mutants: [
      {
        text: 'if (contentType === undefined) continue;',
        instead: '',
        without: 'a file of any kind in the folder is served',
      },
    ],
  },
  {
    file: 'renderer/stores/app.ts',
    tests: ['test/renderer/stores/app.test.ts'],
    mutants: [
      {
        text: 'if (!hasPage(mode.value, next)) return false;',
        instead: '',
        without: 'the menu, or the way back, leads a visitor to the settings',
      },
      {
        text: "if (!hasPage(now, page.value)) page.value = 'home';",
        instead: '',
        without: 'the settings stay open at a desk that has become a kiosk',
      },
      {
        text: 'if (guard !== null && !(await guard())) return false;',
        instead: '',
        without: 'what was changed and not saved is lost without a question',
      },
    ],
  },
  {
    file: 'main/texts/index.ts',
    tests: ['test/unit/texts/load-texts.test.ts'],
    mutants: [
      {
        text: 'return typeof own === typeof english ? own : english;',
        instead: 'return own;',
        without: 'a text that a language lacks is shown as nothing',
      },
    ],
  },
];
