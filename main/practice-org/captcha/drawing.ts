import type { Field } from '../model/form';
import type { Org } from '../model/org';
import type { Policy } from '../policy/schema';

type Kind = Exclude<Policy['captcha'], 'off'>;

const captchas = {
  altcha: { id: 'altcha', name: 'altcha', type: 'ALTCHA' },
  hcaptcha: { id: 'capPract1ceHCapt0g4', name: 'hCaptcha', type: 'HCAPTCHA' },
  recaptcha: { id: 'capPract1ceReCapt0g4', name: 'reCaptcha', type: 'RECAPTCHA_V2' },
} as const satisfies Record<Kind, object>;

/** Top-level `captcha`; nothing where there is none. */
export function drawCaptcha({ policy, captcha }: Org) {
  if (policy.captcha === 'off') return {};
  const value = { ...captchas[policy.captcha], siteKey: captcha.siteKey };
  return { captcha: { type: 'object', value } };
}

/** The group `captchaVerify` of a form. */
export function captchaField(kind: Kind): Field {
  return {
    name: 'captchaVerify',
    relatesTo: '$.captcha',
    form: {
      value: [
        {
          name: 'captchaId',
          required: true,
          value: captchas[kind].id,
          visible: false,
          mutable: false,
        },
        { name: 'captchaToken', required: true, visible: false, hint: 'captcha' },
      ],
    },
  };
}
