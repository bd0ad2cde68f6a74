import type { Difference } from './shapes';

/** A way in which this org's answers are meant to differ from recorded ones, and why. */
export interface MeantDifference {
  readonly why: string;
  /** Where it may be. */
  readonly path: RegExp;
  /** What stands in the recording, or in this org's answer; an absent part matches `none`. */
  readonly recorded?: RegExp;
  readonly ours?: RegExp;
  /** Only in recordings with such names. */
  readonly of?: RegExp;
}

const none = /^none$/;

export const meantDifferences: readonly MeantDifference[] = [
  {
    why: 'Recordings were shortened by hand; raw ones have these parts, and this org sends them with every step.',
    path: /^(app|authentication|user|cancel|cancel\/stateHandle|enrollmentAuthenticator|authenticatorEnrollments)$/,
    recorded: none,
  },
  {
    why: 'One recording keeps the app as a text.',
    path: /^app$/,
    recorded: /^string$/,
    of: /^enroll-profile-with-password-returns-error$/,
  },
  {
    why: 'Some recordings leave out that a state handle is required and fixed; raw ones say so.',
    path: /\/stateHandle$/,
    recorded: /^string mutable$/,
  },
  {
    why: 'Recordings disagree on whether the choice is required; raw ones leave it out.',
    path: /^(select-authenticator-enroll|authenticator-enrollment-data)\/authenticator$/,
    recorded: /^object (required )?mutable visible/,
  },
  {
    why: 'Recordings disagree on whether the ID and the method of an option are shown, required, or there; no client draws them.',
    path: /^select-authenticator-enroll\/authenticator\[\w+\]\/(id|methodType)$/,
  },
  {
    why: 'Older recordings have options that relate to authenticators of another place in the list, or to none.',
    path: /^select-authenticator-enroll\/authenticator\[(id\+?\w*(\+\w+)*|okta_verify)\]\//,
  },
  {
    why: 'One recording shows the page for a passkey without the list of methods, which this org always offers.',
    path: /^select-authenticator-enroll/,
    recorded: none,
    of: /^authenticator-enroll-webauthn-passkeys$/,
  },
  {
    why: 'Older recordings go back to the sign-in page with its own form; newer ones have an address of its own for it.',
    path: /^select-identify(\/identifier)?$/,
    of: /profile/,
  },
  {
    why: 'Recordings disagree on whether a username is required; nobody signs in here.',
    path: /^identify\/identifier$/,
  },
  {
    why: 'Not every recorded org remembers devices; this one offers it.',
    path: /^identify\/rememberMe$/,
    recorded: none,
  },
  {
    why: 'This org has no Okta FastPass, which the recorded one offers on its first page.',
    path: /^launch-authenticator/,
    ours: none,
  },
  {
    why: 'Recordings without a link in the mail say nothing of it; this org says that there is none.',
    path: /^currentAuthenticator\/contextualData\/useEmailMagicLink$/,
    recorded: none,
    of: /^authenticator-enroll-email$/,
  },
  {
    why: 'The recorded number was refused after a code had gone to another one; here none has.',
    path: /^currentAuthenticator\/resend/,
    ours: none,
    of: /^error-authenticator-enroll-phone-invalid-number$/,
  },
  {
    why: 'The recorded form for a number shows its fixed ID; in the others it is hidden.',
    path: /^authenticator-enrollment-data\/authenticator\/id$/,
    of: /^error-authenticator-enroll-phone-invalid-number$/,
  },
  {
    why: 'Recordings disagree on whether an answer is hidden while it is typed; the page without an error hides it.',
    path: /^enroll-authenticator\/credentials\[[\w+]+\]\/answer$/,
    of: /^error-authenticator-enroll-security-question/,
  },
  {
    why: 'A message on the answer is drawn in both ways of asking, as both send it at the same place.',
    path: /\/answer!securityQuestion\.answer\.tooShort\.arg$/,
    recorded: none,
    of: /^error-authenticator-enroll-security-question-html-tags$/,
  },
  {
    why: 'The device of the recording is another one than the device here.',
    path: /^messages\/idx\.error\.code\.access_denied\.device_assurance\.remediation\.(android|macos)\./,
  },
  {
    why: 'This org says why it leads away.',
    path: /^messages\/idx\.error\.code\.user_not_assigned$/,
    recorded: none,
  },
];

export function isMeant(
  { path, recorded, ours, of }: MeantDifference,
  recording: string,
  difference: Difference,
): boolean {
  return (
    path.test(difference.path) &&
    (recorded?.test(difference.recorded ?? 'none') ?? true) &&
    (ours?.test(difference.ours ?? 'none') ?? true) &&
    (of?.test(recording) ?? true)
  );
}
