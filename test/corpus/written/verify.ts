import {
  answer,
  cancel,
  current,
  immutable,
  message,
  messages,
  remediation,
  resend,
  toList,
} from './parts';

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const picture = {
  qrcode: { method: 'embedded', href: `data:image/png;base64,${dot}`, type: 'image/png' },
};

const labels: Readonly<Record<string, string>> = {
  qrcode: 'QRCODE',
  email: 'EMAIL',
  sms: 'SMS',
  samedevice: 'SAMEDEVICE',
  devicebootstrap: 'DEVICEBOOTSTRAP',
};

function channels(...offered: string[]) {
  return remediation('select-enrollment-channel', '/idp/idx/credential/enroll', [
    {
      name: 'authenticator',
      type: 'object',
      label: 'Okta Verify',
      value: {
        form: {
          value: [
            immutable('id', 'aut1', { visible: false }),
            {
              name: 'channel',
              required: true,
              visible: true,
              options: offered.map((value) => ({ label: labels[value] ?? value, value })),
            },
          ],
        },
      },
    },
  ]);
}

function verify(contextualData: object, offered: readonly string[], more: object = {}) {
  return answer({
    remediations: [
      remediation('enroll-poll', '/idp/idx/challenge/poll', [], { refresh: 4000 }),
      channels(...offered),
      toList,
    ],
    ...current('okta_verify', { displayName: 'Okta Verify', contextualData, ...more }),
    ...cancel,
  });
}

const sending = (field: object, channel: string) =>
  answer({
    remediations: [
      remediation('enrollment-channel-data', '/idp/idx/challenge/send', [field]),
      channels('qrcode', 'email', 'sms'),
      toList,
    ],
    ...current('okta_verify', { contextualData: { selectedChannel: channel } }),
    ...cancel,
  });

const immutableEmail = immutable('email', 'ada@example.com', { visible: false });

const failing = (key: string, text: string) => ({
  messages: messages(message(`oie.authenticator.app.${key}`, text)),
});

/** Okta Verify, by each of its ways. */
export const verifications = {
  'Okta Verify by QR code': verify({ selectedChannel: 'qrcode', ...picture }, [
    'qrcode',
    'email',
    'sms',
  ]),
  'Okta Verify by email': verify(
    { selectedChannel: 'email', email: 'ada@example.com' },
    ['qrcode', 'email', 'sms'],
    resend('/idp/idx/challenge/resend', [immutableEmail]),
  ),
  'Okta Verify on this iPhone': verify(
    {
      selectedChannel: 'samedevice',
      samedevice: {
        orgUrl: 'https://org.example',
        downloadHref: 'https://apps.apple.com/us/app/okta-verify/id490179405',
        platform: 'IOS',
        setupOVUrl: 'com-okta-authenticator:/deviceEnrollment?url=https%3A%2F%2Forg.example',
        securityLevel: 'ANY',
      },
    },
    ['email', 'sms', 'samedevice'],
  ),
  'Okta Verify on this computer alone': verify(
    {
      selectedChannel: 'samedevice',
      samedevice: {
        orgUrl: 'https://org.example',
        downloadHref: 'https://org.example/artifacts/WINDOWS_OKTA_VERIFY/download',
        platform: 'WINDOWS',
        setupOVUrl: 'com-okta-authenticator:/deviceEnrollment?url=https%3A%2F%2Forg.example',
        securityLevel: 'HIGH',
      },
    },
    ['samedevice'],
  ),
  'Okta Verify by other devices': verify(
    {
      selectedChannel: 'devicebootstrap',
      devicebootstrap: { platform: 'ANDROID', enrolledDevices: ['Phone of Ada', 'Tablet of Ada'] },
    },
    ['devicebootstrap'],
  ),
  'Okta Verify by email to type': sending(
    { name: 'email', label: 'Email', required: true, visible: true },
    'email',
  ),
  'Okta Verify by text message to type': sending(
    { name: 'phoneNumber', label: 'Phone number', required: true, visible: true },
    'sms',
  ),
  'error-Okta Verify without biometrics': {
    ...verify({ selectedChannel: 'qrcode', ...picture }, ['qrcode', 'email', 'sms']),
    ...failing('method.push.enroll.enable.biometrics', 'Your organization requires biometrics.'),
  },
  'error-Okta Verify too old': {
    ...verify({ selectedChannel: 'qrcode', ...picture }, ['qrcode', 'email', 'sms']),
    ...failing(
      'non_fips_compliant_enrollment_app_update_required',
      'To add your account, update Okta Verify to the latest version.',
    ),
  },
  'device for NFC': answer({
    remediations: [
      remediation('enroll-poll', '/idp/idx/authenticators/poll', [], { refresh: 4000 }),
      toList,
    ],
    ...current('nfc_pin', {
      displayName: 'NFC',
      contextualData: { setupNfcUrl: 'com-okta-authenticator:/actions/enroll?c=1', challenge: 'c' },
      cancel: remediation('cancel-polling', '/idp/idx/authenticators/poll/cancel'),
    }),
    ...cancel,
  }),
};
