import { checkPassword } from '../../authenticators/password-rules';
import { record } from '../../http/exchange';
import { enrol, type Profile } from '../../accounts';
import { advance } from '../advance';
import { messages, type Message } from '../messages';
import { checkProfile } from '../profile-check';
import { badRequest, type Action, type Outcome, type Visit } from '../visit';

/** `select-enroll-profile`. */
export const enroll: Action = {
  path: '/idp/idx/enroll',
  act({ org, transaction }) {
    if (!org.policy.signUpAllowed) {
      return { status: 400, messages: [messages.registrationUnavailable] };
    }
    if (transaction.step.at !== 'identify' && transaction.step.at !== 'profile') return badRequest;
    transaction.step = { at: 'profile' };
    return null;
  },
};

/** `enroll-profile`: every field is checked before anything is kept. */
export const enrollNew: Action = {
  path: '/idp/idx/enroll/new',
  act(visit) {
    const { org, transaction, body } = visit;
    if (transaction.step.at !== 'profile') return badRequest;
    if (!org.captcha.redeem(org.policy.captcha, record(body['captchaVerify'])['captchaToken'])) {
      return { status: 400, messages: [messages.captchaFailed] };
    }
    const { profile, problems } = checkProfile(org.policy.profileAttributes, body['userProfile']);
    const found = { ...problems, ...checkPasswordOnProfile(visit, profile) };
    const email = org.policy.profileAttributes.find(({ name }) => name === 'email');
    const login = profile['email'];
    if (typeof login === 'string' && org.accounts.isTaken(login)) {
      found['userProfile.email'] = [messages.notUnique(email?.label ?? 'Email')];
    }
    if (Object.keys(found).length > 0) return { status: 400, fields: found };
    const denial = askHook(visit);
    if (denial) return denial;
    const account = org.accounts.create(profile);
    if (org.policy.passwordOn === 'profile') enrol(account, 'okta_password', ['password']);
    transaction.account = account;
    return advance(visit);
  },
};

/** Okta asks the registration inline hook once the profile itself is in order. */
function askHook({ org }: Visit): Outcome {
  const deny = org.policy.registrationHook?.deny;
  if (!deny) return null;
  const message = messages.ofHook(deny.message);
  return deny.field === undefined
    ? { status: 400, messages: [message] }
    : { status: 400, fields: { [`userProfile.${deny.field}`]: [message] } };
}

function checkPasswordOnProfile(
  { org, body }: Visit,
  profile: Profile,
): Record<string, readonly Message[]> {
  if (org.policy.passwordOn !== 'profile') return {};
  const passcode = record(body['credentials'])['passcode'];
  const rules = org.policy.passwordComplexity;
  const problems = checkPassword(typeof passcode === 'string' ? passcode : '', profile, rules);
  return problems.length > 0 ? { 'credentials.passcode': problems } : {};
}
