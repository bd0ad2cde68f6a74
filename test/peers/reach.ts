import {
  authenticatorKeys,
  type AuthenticatorKey,
  type PolicyInput,
} from '../../main/practice-org/policy/schema';
import {
  list,
  openSignUp,
  remediations,
  startTestOrg,
  type Json,
} from '../unit/practice-org/practice';
import type { RecordedStep } from './recorded-steps';

const none: PolicyInput['authenticators'] = {
  okta_password: 'off',
  okta_email: 'off',
  phone_number: 'off',
};

const isKey = (key: string): key is AuthenticatorKey =>
  authenticatorKeys.some((known) => known === key);

function methodsOf(recorded: Json): readonly AuthenticatorKey[] {
  const listed = list(recorded['authenticators']?.['value']).map(({ key }) => String(key));
  const current = String(recorded['currentAuthenticator']?.['value']?.['key']);
  return [...new Set([...listed, current])].filter(isKey);
}

/** The attributes that a recorded page asks for, beside the one that this org cannot do without. */
function attributesOf(recorded: Json): PolicyInput['profileAttributes'] {
  const form = remediations(recorded).find(({ name }) => String(name) === 'enroll-profile');
  const group = list(form?.['value']).find(({ name }) => String(name) === 'userProfile');
  const fields = list(group?.['form']?.['value']);
  if (fields.length === 0) return undefined;
  return fields.map((field) => {
    const display = list(field['options'])[0]?.['value']?.['value'];
    const options = list(display?.['options']).map(({ label, value }) => ({
      label: String(label),
      value: String(value),
    }));
    const input = (['text', 'select', 'radio', 'checkbox'] as const).find(
      (known) => known === String(display?.['inputType']),
    );
    const isEmail = String(field['name']) === 'email';
    return {
      name: String(field['name']),
      label: String(field['label'] ?? field['name']),
      type: String(field['type']) === 'boolean' ? ('boolean' as const) : ('string' as const),
      required: isEmail || String(field['required']) === 'true',
      ...(input && { input }),
      ...(options.length > 0
        ? { options }
        : input === 'select' && { format: 'country-code' as const }),
    };
  });
}

function policyOf(recorded: Json, { policy = {}, stopsAt }: RecordedStep): PolicyInput {
  const canSkip = remediations(recorded).some(({ name }) => String(name) === 'skip');
  const enroll = canSkip ? 'optional' : 'required';
  const methods = Object.fromEntries(methodsOf(recorded).map((key) => [key, enroll]));
  const profileAttributes = stopsAt === 'profile' ? attributesOf(recorded) : undefined;
  return {
    ...policy,
    ...(profileAttributes && { profileAttributes }),
    authenticators:
      policy.passwordOn === 'profile'
        ? { ...none, okta_password: 'required' }
        : { ...none, ...(policy.passkeyPromotion ? {} : methods), ...policy.authenticators },
  };
}

/** The answer of a practice org, of this very policy, at the step of a recording. */
export async function reach(recorded: Json, step: RecordedStep): Promise<Json> {
  const org = await startTestOrg(policyOf(recorded, step));
  try {
    const signUp = await openSignUp(org);
    if (step.stopsAt === 'first-page') return signUp.last().json;
    if (step.stopsAt === 'profile') {
      await signUp.post('select-enroll-profile');
      await step.arrive?.(signUp);
      return signUp.last().json;
    }
    await signUp.profile();
    const key = String(recorded['currentAuthenticator']?.['value']?.['key']);
    const chosen = list(signUp.last().json['authenticators']?.['value']).find(
      (one) => String(one['key']) === key,
    );
    if (chosen && signUp.form('select-authenticator-enroll')) {
      await signUp.post('select-authenticator-enroll', { authenticator: { id: chosen['id'] } });
    }
    await step.arrive?.(signUp);
    return signUp.last().json;
  } finally {
    await org.close();
  }
}
