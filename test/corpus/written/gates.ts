import { answer, cancel, group, immutable, message, messages, page, remediation } from './parts';

const consent = {
  name: 'consent',
  type: 'boolean',
  required: true,
  options: [
    { label: 'Allow Access', value: true },
    { label: "Don't Allow", value: false },
  ],
};

const scope = (name: string, label: string, more: object = {}) => ({
  name,
  label,
  type: 'boolean',
  required: true,
  mutable: true,
  visible: true,
  value: true,
  ...more,
});

const app = {
  app: { type: 'object', value: { name: 'oidc_client', label: 'Payroll', id: '0oa' } },
};

const device = 'idx.error.code.access_denied.device_assurance.remediation';
const help = (text: string, url: string) =>
  message(`${device}.additional_help_default`, text, { links: [{ url }] });

const identityCheck = (id: string, name: string, more: object = {}) =>
  answer({
    remediations: [
      page('redirect-idverify', '/idp/identity-verification?stateTokenExternalId=token', {
        type: 'ID_PROOFING',
        idp: { id, name, ...more },
      }),
    ],
    ...cancel,
  });

/** What stands between the methods and the end of a sign-up. */
export const gates = {
  'consent to scopes of the org': answer({
    remediations: [
      remediation('consent', '/idp/idx/consent', [consent], {
        scopes: [
          { name: 'plan', label: 'View your phone plan.', value: 'plan', desc: 'All of it.' },
          { name: 'calls', label: 'View your calls.', value: 'calls' },
        ],
      }),
    ],
    ...app,
    ...cancel,
  }),
  'consent to scopes that begin alike': answer({
    remediations: [
      remediation('granular-consent', '/idp/idx/consent', [
        { name: 'consent', type: 'boolean', required: true, visible: false },
        group('optedScopes', [
          scope('openid', 'openid', { mutable: false }),
          scope('custom1', 'View your data plan.', { desc: 'This tells the app about it.' }),
          scope('custom1.custom2', 'View the details of your data plan.'),
          scope('custom1.custom2.custom3', 'View your bills.', { value: false }),
        ]),
      ]),
    ],
    ...app,
    ...cancel,
  }),
  'question whether to stay signed in': answer({
    remediations: [
      remediation('keep-me-signed-in', '/idp/idx/keep-me-signed-in', [
        {
          name: 'keepMeSignedIn',
          label: 'Stay signed in',
          type: 'boolean',
          required: true,
          mutable: true,
          value: 'false',
        },
      ]),
    ],
    ...cancel,
  }),
  'request of another device': answer({
    remediations: [
      remediation('email-challenge-consent', '/idp/idx/consent', [consent], {
        requestInfo: [
          { name: 'browser', type: 'string', label: 'Browser', value: 'CHROME' },
          { name: 'appName', type: 'string', label: 'Application', value: 'Payroll' },
        ],
      }),
    ],
  }),
  'identity check by a vendor of the org': identityCheck('IDV_STANDARD', 'Atko ID', {
    idvMetadata: {
      vendorDisplayName: 'Atko ID',
      termsOfUse: 'https://idv.example/terms',
      privacyPolicy: 'https://idv.example/privacy',
    },
  }),
  'identity check by a vendor unknown': identityCheck('IDV_OIN', 'Passport Office'),
  'device that has time left': answer({
    remediations: [remediation('device-assurance-grace-period', '/idp/idx/skip')],
    messages: [
      message(
        'idx.device_assurance.grace_period.warning.title.due_by_date',
        "Your device doesn't meet the security requirements. Fix the issue by 05/09/2034.",
        {
          class: 'WARNING',
          i18n: {
            key: 'idx.device_assurance.grace_period.warning.title.due_by_date',
            params: ['2034-05-09T00:00:00.000Z'],
          },
        },
      ),
      message(`${device}.windows.upgrade_os_version`, 'Update to Windows 10.0.25530.123', {
        links: [{ url: 'https://help.example/update' }],
      }),
      help('For more information, ask your administrator for help', 'https://help.example/'),
    ],
    ...cancel,
  }),
  'busy org': answer({
    remediations: [remediation('poll', '/idp/idx/poll', [], { refresh: 2000 })],
  }),
  'mail of an activation to ask for': answer({
    remediations: [remediation('request-activation-email', '/idp/idx/request-activation')],
    messages: [
      message(
        'idx.expired.activation.token',
        'Your account activation link is no longer valid. Request a new activation email below.',
      ),
    ],
    ...cancel,
  }),
  'page of the org after a success': answer({
    remediations: [page('success-redirect', '/app/UserHome?stateToken=token')],
  }),
  'page of the org after a failure': answer({
    remediations: [page('failure-redirect', '/app/failure?stateToken=token')],
    messages: [
      message(
        'idx.error.code.user_not_assigned',
        'You are not allowed to access this app. To request access, contact an admin.',
      ),
    ],
  }),
  'step of tomorrow': answer({
    remediations: [
      remediation('sing-a-song', '/idp/idx/sing', [
        { name: 'song', label: 'Title of the song', required: true, maxLength: 20 },
        { name: 'loud', label: 'Loud', type: 'boolean', required: false },
        immutable('key', 'c-minor'),
        group('band', [immutable('size', 4), { name: 'leader', label: 'Leader', required: true }]),
      ]),
      remediation('dance-instead', '/idp/idx/dance'),
      page('read-notes', '/app/notes'),
    ],
    messages: [message('song.warning', 'Mind the neighbours.', { class: 'WARNING' })],
    ...cancel,
  }),
  'error-step that is refused without a reason': {
    ...answer({ remediations: [remediation('sing-a-song', '/idp/idx/sing')], ...cancel }),
    messages: messages({ class: 'ERROR', message: 'Not in this key, said the org.' }),
  },
};
