import { messages } from '../model/messages';
import type { AuthenticatorKey } from '../policy/schema';
import type { Authenticator } from '../model/authenticator';

/** Methods that Okta lists, but enrolls only through an administrator (choosing one fails). */
export const customOtp = notEnrolledHere({
  key: 'custom_otp',
  type: 'security_key',
  displayName: 'Custom OTP',
  method: 'otp',
  message: messages.hotpRestricted,
});

export const customApp = notEnrolledHere({
  key: 'custom_app',
  type: 'app',
  displayName: 'Custom Push Authenticator',
  method: 'push',
  message: messages.enrollmentFailed,
});

export const temporaryAccessCode = notEnrolledHere({
  key: 'tac',
  type: 'tac',
  displayName: 'Temporary Access Code',
  method: 'tac',
  message: messages.enrollmentFailed,
});

function notEnrolledHere(about: {
  key: AuthenticatorKey;
  type: string;
  displayName: string;
  method: string;
  message: (typeof messages)['enrollmentFailed'];
}): Authenticator {
  const { key, type, displayName, method, message } = about;
  return {
    key,
    type,
    displayName,
    allowedFor: 'sso',
    methods: () => [method],
    optionFields: () => [{ name: 'methodType', required: false, value: method, mutable: false }],
    begin: () => ({ enrollment: null, refusal: { status: 400, messages: [message] } }),
  };
}
