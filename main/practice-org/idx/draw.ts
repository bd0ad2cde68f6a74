import { drawCaptcha } from '../captcha/drawing';
import { providerForms } from './provider-forms';
import { passwordSettings } from '../authenticators/password-rules';
import type { Refusal } from '../model/authenticator';
import type { Account } from '../model/accounts';
import type { AuthenticatorKey } from '../policy/schema';
import type { Org } from '../model/org';
import { isSignUpOffered } from '../model/setup/org-setup';
import { openChoices } from './choices';
import {
  describeAuthentication,
  describeAuthenticator,
  describeChoice,
  describeCurrent,
  describeEnrollments,
  describeUser,
} from './describe';
import type { Drawing, Place } from '../model/drawing';
import { drawForm, type Form } from '../model/form';
import { pickerForm, skipForm } from './picker-form';
import { profileForm } from './profile-form';
import { drawSuccess } from './success';

/** The whole IDX response for where a transaction is, with what a refusal adds to it. */
export function draw(place: Place, refusal: Refusal | null) {
  const { org, transaction, origin } = place;
  const at = { origin, stateHandle: transaction.stateHandle };
  const { forms = [], rest = {}, messages = [] } = drawStep(place);
  const { account } = transaction;
  const global = [...messages, ...(refusal?.messages ?? [])];
  return {
    version: '1.0.0',
    stateHandle: transaction.stateHandle,
    expiresAt: new Date(transaction.expiresAt).toISOString(),
    intent: 'LOGIN',
    ...(forms.length > 0 && {
      remediation: {
        type: 'array',
        value: forms.map((form) => drawForm(form, at, refusal?.fields)),
      },
    }),
    ...(global.length > 0 && { messages: { type: 'array', value: global } }),
    ...rest,
    ...(account && { user: { type: 'object', value: describeUser(account) } }),
    cancel: drawForm({ name: 'cancel', path: '/idp/idx/cancel' }, at),
    app: { type: 'object', value: { name: 'oidc_client', ...org.app } },
    authentication: { type: 'object', value: describeAuthentication(place) },
  };
}

function drawStep(place: Place): Drawing {
  const { org, transaction, origin } = place;
  const { step, account } = transaction;
  switch (step.at) {
    case 'identify':
      return {
        forms: [
          identify,
          ...providerForms(org.policy),
          ...(isSignUpOffered(org.setup) ? [selectEnrollProfile] : []),
        ],
      };
    case 'profile':
      return drawProfile(org);
    case 'picker':
      return account ? drawChoices(place, account, [], []) : {};
    case 'enrollment': {
      if (!account) return {};
      const { authenticator } = step.enrollment;
      const view = step.enrollment.view();
      const at = { origin, stateHandle: transaction.stateHandle };
      const own = [view.form, ...(view.alongside ?? [])];
      const { forms, rest } = drawChoices(place, account, own, [authenticator.key]);
      const current = describeCurrent(org, authenticator.key, view, at);
      const enrollmentAuthenticator = describeAuthenticator(org, authenticator.key);
      return {
        forms: forms ?? [],
        rest: {
          currentAuthenticator: { type: 'object', value: current },
          ...rest,
          enrollmentAuthenticator: { type: 'object', value: enrollmentAuthenticator },
        },
      };
    }
    case 'gate':
      return step.gate.draw(place);
    case 'success':
      return { rest: drawSuccess(transaction, step.interactionCode, origin) };
    case 'ended':
      return { messages: step.messages, ...(step.forms && { forms: step.forms }) };
  }
}

const identify: Form = {
  name: 'identify',
  path: '/idp/idx/identify',
  fields: [
    { name: 'identifier', label: 'Username' },
    { name: 'rememberMe', type: 'boolean', label: 'Remember this device' },
  ],
};
const selectEnrollProfile: Form = { name: 'select-enroll-profile', path: '/idp/idx/enroll' };
const selectIdentify: Form = { name: 'select-identify', path: '/idp/idx/identify/select' };

function drawProfile(org: Org): Drawing {
  const forms = [profileForm(org.policy), selectIdentify, ...providerForms(org.policy)];
  const captcha = drawCaptcha(org);
  if (org.policy.passwordOn === 'step') return { forms, rest: captcha };
  const password = describeAuthenticator(org, 'okta_password');
  const settings = passwordSettings(org.policy.passwordComplexity);
  return {
    forms,
    rest: {
      currentAuthenticator: { type: 'object', value: { ...password, settings } },
      ...captcha,
    },
  };
}

/** The picker, alone or beside a method: it is how a client goes back to the list. */
function drawChoices(
  { org, transaction }: Place,
  account: Account,
  before: readonly Form[],
  current: readonly AuthenticatorKey[],
): Drawing {
  const choices = openChoices(org, account, transaction.hasSkipped);
  const keys = choices?.keys ?? current;
  return {
    forms: [...before, pickerForm(org, keys), ...(choices?.canSkip ? [skipForm] : [])],
    rest: {
      authenticators: { type: 'array', value: keys.map((key) => describeChoice(org, key)) },
      authenticatorEnrollments: { type: 'array', value: describeEnrollments(account) },
    },
  };
}
