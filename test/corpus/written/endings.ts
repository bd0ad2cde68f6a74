import { answer, cancel, current, info, message, page, remediation } from './parts';

const otp = (intent: string, client: object = {}) => ({
  ...answer({
    intent,
    messages: [
      info('idx.enter.otp.in.original.tab', 'Enter the OTP in your original browser or device.'),
    ],
  }),
  ...current('okta_email', { type: 'email', contextualData: { otp: '482913' } }),
  client: { type: 'object', value: { browser: 'FIREFOX', os: 'Android', ...client } },
});

const said = (key: string, text: string) => answer({ messages: [message(key, text)] });
const told = (key: string, text: string) => answer({ messages: [info(key, text)] });

const managed = (value: object) =>
  answer({ deviceEnrollment: { type: 'object', value }, ...cancel });

const device = 'idx.error.code.access_denied.device_assurance.remediation';

/** Answers after which there is nothing more to fill in. */
export const endings = {
  'code to be typed where a sign-up began': otp('ENROLLMENT', {
    location: { city: 'Toronto', country: 'Canada' },
  }),
  'code to unlock an account with': otp('UNLOCK_ACCOUNT', { location: { country: 'Canada' } }),
  'link that is out of date': answer({
    messages: [
      {
        message: 'This email link is out of date. Return to the screen where you requested it.',
        i18n: { key: 'idx.return.stale' },
      },
    ],
  }),
  'error-link that could not be read': said(
    'idx.return.error',
    'Could not process this email link. Return to the screen where you requested it.',
  ),
  'request that was refused here': said(
    'idx.operation.cancelled.by.user',
    'Operation cancelled by user.',
  ),
  'page that is done': told('idx.return.to.original.tab', 'Please return to the original tab.'),
  'error-401-sign-up that took too long': said(
    'idx.session.expired',
    'You have been logged out due to inactivity. Refresh or return to the sign in screen.',
  ),
  'error-404-sign-up that nobody knows': said(
    'core.system.transaction_resource_not_found',
    'Verification timed out. Please try again',
  ),
  'error-request that came to no end': said(
    'registration.error.request.not.completed',
    'Your request could not be completed. Try again later.',
  ),
  'error-activation link that is unknown': said(
    'idx.missing.activation.token',
    'This can happen if you have already activated your account.',
  ),
  'error-403-refusal in words of the org': answer({
    messages: [
      message('security.access_denied_custom_message', 'Call the porter first.', {
        links: [
          { label: 'The porter', url: 'https://help.example/porter' },
          { label: 'The gate', url: 'https://help.example/gate' },
        ],
      }),
    ],
  }),
  'error-429-answer of the API': {
    errorCode: 'E0000047',
    errorSummary: 'API call exceeded rate limit due to too many requests.',
    errorLink: 'E0000047',
    errorId: 'oae1',
    errorCauses: [],
  },
  'error-answer of the API': {
    errorCode: 'E0000011',
    errorSummary: 'Invalid token provided',
    errorLink: 'E0000011',
    errorId: 'oae2',
    errorCauses: [],
  },
  'error-answer of somebody else': { ok: false },
  'error-answer with several messages': answer({
    messages: [
      message('a.first.one', 'First, the door is shut.'),
      message('a.second.one', 'Second, the key is lost.'),
      message('a.third.one', 'Third, the porter sleeps.', { class: 'WARNING' }),
    ],
  }),
  'org under maintenance': said(
    'idx.error.server.safe.mode.enrollment.unavailable',
    'Set up is temporarily unavailable due to server maintenance. Try again later.',
  ),
  'device without its updates': answer({
    messages: [
      message(`${device}.title`, "Your device doesn't meet the security requirements"),
      message(`${device}.explanation_one_rule`, 'To sign in, make the following updates.'),
      message(`${device}.macos.device_disk_encrypted`, 'Turn on FileVault', {
        links: [{ url: 'https://help.example/filevault' }],
      }),
      message('device.assurance.custom.remediation.MACOS.Fleet', 'Put the fleet badge on it'),
      message(`${device}.additional_help_custom`, 'For more, follow the help page', {
        links: [{ url: 'https://help.example/all' }],
      }),
    ],
  }),
  'device to be managed': managed({
    name: 'ws1',
    platform: 'ANDROID',
    vendor: 'Workspace ONE',
    enrollmentLink: 'https://manage.example/enroll',
  }),
  'device to be known': managed({
    name: 'oda',
    platform: 'ANDROID',
    signInUrl: 'https://org.example',
  }),
  'success in the browser': answer({
    success: page('success-redirect', '/login/token/redirect?stateToken=token'),
    ...cancel,
  }),
  'error-failure in the browser': answer({
    messages: [
      message(
        'idx.error.code.user_not_assigned',
        'You are not allowed to access this app. To request access, contact an admin.',
      ),
    ],
    failure: page('failure-redirect', '/app/failure?stateToken=token'),
  }),
  'success with a code': answer({
    user: { type: 'object', value: { id: '00u1', identifier: 'ada@example.com' } },
    successWithInteractionCode: {
      ...remediation('issue', '/oauth2/default/v1/token'),
      value: [
        { name: 'grant_type', required: true, value: 'interaction_code' },
        { name: 'interaction_code', required: true, value: 'the-interaction-code' },
        { name: 'client_id', required: true, value: '0oa' },
        { name: 'code_verifier', required: true },
      ],
    },
  }),
};
