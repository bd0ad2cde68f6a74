import { badRequest } from '../../model/visit';
import { passed, type Gate } from '../../model/gate';

const path = '/idp/idx/keep-me-signed-in';

export const keepMeSignedIn: Gate = {
  name: 'keep-me-signed-in',
  stands: 'after-methods',
  isWanted: (policy) => policy.keepMeSignedIn,
  draw: () => ({
    forms: [
      {
        name: 'keep-me-signed-in',
        path,
        fields: [
          {
            name: 'keepMeSignedIn',
            type: 'boolean',
            label: 'Stay signed in',
            required: true,
            value: false,
            mutable: true,
          },
        ],
      },
    ],
  }),
  answers: {
    [path]: ({ body }) =>
      typeof body['keepMeSignedIn'] === 'boolean'
        ? passed
        : { kind: 'refused', refusal: badRequest },
  },
};
