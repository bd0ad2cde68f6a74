import { forEachKey } from './authenticators';
import type { PolicyInput } from './schema';

/** Every page there is, one after another: for whoever wants to see or test them all. */
export const everything = {
  captcha: 'altcha',
  profileAttributes: [
    { name: 'firstName', label: 'First name', minLength: 1, maxLength: 50 },
    { name: 'lastName', label: 'Last name', minLength: 1, maxLength: 50 },
    { name: 'email', label: 'Email', maxLength: 100 },
    { name: 'country', label: 'Country', input: 'select', format: 'country-code', required: false },
    { name: 'timezone', label: 'Time zone', required: false },
    {
      name: 'size',
      label: 'T-shirt size',
      customLabel: true,
      required: false,
      input: 'radio',
      options: [
        { label: 'Small', value: 's' },
        { label: 'Large', value: 'l' },
      ],
    },
    { name: 'badge', label: 'Badge', pattern: '[A-Z]\\d{3}', required: false },
    { name: 'news', label: 'Send me news', type: 'boolean', input: 'checkbox', required: false },
  ],
  identityProviders: [
    { type: 'GOOGLE', name: 'Google' },
    { type: 'SAML2', name: 'Example Ltd', outcome: 'needs-more' },
    { type: 'OIDC', name: 'Broken provider', outcome: 'fails' },
    { type: 'X509', name: 'Smart card' },
  ],
  identityVerification: { id: 'IDV_PERSONA', vendor: 'Persona' },
  safeMode: 'poll',
  authenticators: {
    ...forEachKey(() => 'optional' as const),
    okta_password: 'required',
    okta_email: 'required',
  },
  magicLink: true,
  progressiveProfile: {
    attributes: [{ name: 'favoriteSport', label: 'Favourite sport' }],
    title: 'One more thing',
    buttonLabel: 'Done',
  },
  profileUpdate: {
    attributes: [
      { name: 'nickName', label: 'Nickname', required: false },
      {
        name: 'secondEmail',
        label: 'Secondary email',
        required: false,
        maxLength: 100,
        description:
          'Use a second email to recover your account in case you become locked out. This email must be verified after set up.',
      },
    ],
  },
  deviceAssurance: 'grace-period',
  consent: 'granular',
  keepMeSignedIn: true,
} as const satisfies PolicyInput;
