import { authenticators } from '../authenticators/registry';
import type { Org } from '../model/org';
import type { AuthenticatorKey } from '../policy/schema';
import type { Field, Form } from '../model/form';

/** `select-authenticator-enroll`; the options relate to `authenticators.value` in the same order. */
export function pickerForm(org: Org, keys: readonly AuthenticatorKey[]): Form {
  return {
    name: 'select-authenticator-enroll',
    path: '/idp/idx/credential/enroll',
    fields: [
      {
        name: 'authenticator',
        type: 'object',
        options: keys.map((key, index) => ({
          label: authenticators[key].displayName,
          value: { form: { value: optionFields(org, key) } },
          relatesTo: `$.authenticators.value[${index}]`,
        })),
      },
    ],
  };
}

function optionFields(org: Org, key: AuthenticatorKey): readonly Field[] {
  const own = authenticators[key].optionFields(org.policy);
  // Okta hides the ID wherever it hides the method, as recorded of passkeys and tokens.
  const isHidden = own.some(({ visible }) => visible === false);
  const id: Field = {
    name: 'id',
    required: true,
    value: org.authenticatorIds[key],
    mutable: false,
    ...(isHidden && { visible: false }),
  };
  return [id, ...own];
}

export const skipForm: Form = { name: 'skip', path: '/idp/idx/skip' };
