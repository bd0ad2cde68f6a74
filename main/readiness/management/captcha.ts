import { textsOf } from '../json';
import { type Outcome, pass, warn } from '../outcome';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

/** Is a captcha asked for on the pages of a sign-up? */
export async function checkCaptcha({ api }: Subject): Promise<Outcome> {
  const captcha = await api.get('/api/v1/org/captcha', scopes.captchas);
  if (!captcha.ok) return captcha.status === 404 ? pass() : captcha.outcome;
  const pages = captcha.value['enabledPages'];
  const seen = [
    {
      label: 'captchaPages' as const,
      value: show(pages),
      api: 'GET /api/v1/org/captcha',
      console: 'captcha' as const,
    },
  ];
  const isOn = textsOf(pages).includes('SSR') && typeof captcha.value['captchaId'] === 'string';
  return isOn ? warn(['captcha-on-sign-up'], { seen }) : pass({ seen });
}
