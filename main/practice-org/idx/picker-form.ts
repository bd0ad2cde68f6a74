import { authenticators } from '../authenticators/registry';
import type { Org } from '../org';
import type { AuthenticatorKey } from '../policy/schema';
import type { Form } from './form';

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
          value: {
            form: {
              value: [
                { name: 'id', required: true, value: org.authenticatorIds[key], mutable: false },
                ...authenticators[key].optionFields(org.policy),
              ],
            },
          },
          relatesTo: `$.authenticators.value[${index}]`,
        })),
      },
    ],
  };
}

export const skipForm: Form = { name: 'skip', path: '/idp/idx/skip' };
