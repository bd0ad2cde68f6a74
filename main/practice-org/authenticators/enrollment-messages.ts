import type { Message } from '../model/messages';

function error(key: string, message: string, params: readonly (string | number)[] = []): Message {
  return { message, i18n: { key, params }, class: 'ERROR' };
}

const tokenChange = 'Pin accepted, Wait for token to change, then enter new passcode';
const compliance = 'oie.authenticator.app.non_fips_compliant_enrollment';

/** What only setting up a method has to say; keys and texts as Okta's recorded answers have them. */
export const enrollmentMessages = {
  answerTooShort: (least: number) =>
    error(
      'securityQuestion.answer.tooShort.arg',
      `The security question answer must be at least ${least} characters in length`,
      [least],
    ),
  biometricsNeeded: error(
    'oie.authenticator.app.method.push.enroll.enable.biometrics',
    'Your organization requires biometrics. To proceed, ensure your device supports biometrics, then add your account and enable biometrics when prompted.',
  ),
  deviceIncompatible: error(
    `${compliance}_device_incompatible`,
    'The device used to set up Okta Verify does not meet your organization’s security requirements because it is not FIPS compliant. Contact your administrator for help.',
  ),
  tagsNotAllowed: error('tagsNotAllowed', 'The field must not contain HTML tags'),
  tokenMustChange: error('errors.E0000113', tokenChange, [tokenChange]),
  updateNeeded: error(
    `${compliance}_app_update_required`,
    "The Okta Verify version on the device used does not meet your organization's security requirements. To add your account, update Okta Verify to the latest version, then try again.",
  ),
} as const;
