import type { Field, Form } from '../model/form';
import type { Org } from '../model/org';
import type { AuthenticatorKey } from '../policy/schema';

/** `authenticator-enrollment-data`: what has to be known before a code can be sent. */
export function dataForm(
  { authenticatorIds }: Org,
  key: AuthenticatorKey,
  label: string,
  fields: readonly Field[],
): Form {
  return {
    name: 'authenticator-enrollment-data',
    path: '/idp/idx/credential/enroll',
    relatesTo: ['$.currentAuthenticator'],
    fields: [
      {
        name: 'authenticator',
        type: 'object',
        required: true,
        label,
        form: {
          value: [
            {
              name: 'id',
              required: true,
              value: authenticatorIds[key],
              mutable: false,
              visible: false,
            },
            ...fields,
          ],
        },
      },
    ],
  };
}
