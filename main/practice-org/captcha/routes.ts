import { json, record, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import { captchaScript, captchaTokenPath } from './script';

export const captchaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/altcha',
    handle: (_, { captcha }) => json(200, captcha.challenge()),
  },
  // Not part of Okta: in place of hcaptcha.com and google.com.
  { method: 'GET', path: '/practice/captcha/api.js', isPublic: true, handle: () => script },
  {
    method: 'POST',
    path: captchaTokenPath,
    handle({ body }, { captcha }) {
      const { siteKey } = record(body.kind === 'json' ? body.value : undefined);
      const token = captcha.issueToken(siteKey);
      return token === null ? json(400, { error: 'invalid-site-key' }) : json(200, { token });
    },
  },
];

const script: Reply = {
  status: 200,
  headers: {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
  body: captchaScript,
};
