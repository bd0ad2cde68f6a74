import { randomBytes } from 'node:crypto';
import { group } from '../model/form';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { toBase32 } from './base32';
import { qrImage } from './qr-image';
import { blankFields, createAttempts, typed } from './refusals';
import { isCurrentTotp } from '../model/totp';

/** Any app that shows codes by time; Okta names it after Google's. */
export const googleOtp: Authenticator = {
  key: 'google_otp',
  type: 'app',
  displayName: 'Google Authenticator',
  allowedFor: 'sso',
  methods: () => ['otp'],
  optionFields: () => [],
  begin(context) {
    // Back from the list of methods: the key that may have been scanned already stays good.
    const { step } = context.transaction;
    const open = step.at === 'enrollment' ? step.enrollment : null;
    return { enrollment: open?.authenticator === googleOtp ? open : enroll(context) };
  },
};

/** 16 characters to type where a picture cannot be scanned, as at Okta. */
const keyBytes = 10;

function enroll({ org, account }: EnrollmentContext): Enrollment {
  const key = randomBytes(keyBytes);
  const sharedSecret = toBase32(key);
  const qrcode = qrImage(keyUri(sharedSecret, account.login));
  const attempts = createAttempts(org);
  org.authenticatorApp.scan(account.login, key);
  return {
    authenticator: googleOtp,
    view: () => ({
      form: answerForm(
        group('credentials', [
          { name: 'passcode', label: 'Enter code', required: true, visible: true },
        ]),
      ),
      contextualData: { qrcode, sharedSecret },
    }),
    answer(credentials) {
      const blank = blankFields(credentials, ['passcode']);
      if (blank) return blank;
      return isCurrentTotp(key, typed(credentials, 'passcode'), org.now())
        ? { kind: 'enrolled', methods: ['otp'] }
        : attempts.refuse();
    },
  };
}

const issuer = 'Practice org';

/** The address that authenticator apps read from a QR code. */
function keyUri(secret: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
