import { refusePassword } from '../../authenticators/password';
import { record } from '../../http/exchange';
import { enrol, type Profile } from '../../model/accounts';
import { advance, end } from '../advance';
import { messages, type Message } from '../../model/messages';
import { checkProfile } from '../profile-check';
import { isSignUpOffered } from '../../model/setup/org-setup';
import { badRequest, type Action, type Outcome, type Visit } from '../../model/visit';

/** `select-enroll-profile`. */
export const enroll: Action = {
  path: '/idp/idx/enroll',
  act({ org, transaction }) {
    if (!isSignUpOffered(org.setup) || org.setup.defects.isSignUpPaused) {
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
    const label =
      org.policy.profileAttributes.find(({ name }) => name === 'email')?.label ?? 'Email';
    const login = profile['email'];
    if (typeof login === 'string' && org.accounts.isTaken(login)) {
      found['userProfile.email'] = [messages.notUnique(label)];
    }
    if (org.setup.defects.profile?.kind === 'field') {
      found['userProfile.email'] = [org.setup.defects.profile.message(label)];
    }
    if (Object.keys(found).length > 0) return { status: 400, fields: found };
    const denial = askHook(visit);
    if (denial) {
      org.systemLog.note('inline_hook.executed', 'SUCCESS');
      return denial;
    }
    const { profile: defect } = org.setup.defects;
    if (defect?.kind === 'end') {
      org.systemLog.note('inline_hook.executed', 'FAILURE');
      return end(visit, 400, defect.message);
    }
    const account = org.accounts.create(profile);
    org.systemLog.note('user.lifecycle.create', 'SUCCESS');
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
  const typed = typeof passcode === 'string' ? passcode : '';
  const problems = refusePassword(typed, profile, org);
  return problems.length > 0 ? { 'credentials.passcode': problems } : {};
}
