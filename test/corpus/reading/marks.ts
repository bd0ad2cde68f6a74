import { at, type Loose, words } from './loose';

/**
 * What a text must speak of to stand for a message of Okta's (by its key: the org's message
 * is already localised, the app may have better words for it). Without an entry here only the
 * org's own words will do.
 */
const gists: Readonly<Record<string, RegExp>> = {
  'api.authn.error.PASSCODE_INVALID': /code/,
  'authfactor.challenge.soft_token.invalid_passcode': /code/,
  'authfactor.challenge.soft_token.used_passcode': /code/,
  'errors.E0000113': /code|token/,
  'core.system.transaction_resource_not_found': /time|expired|code/,
  'api.factors.error.sms.invalid_phone': /phone|number/,
  'errors.E0000150': /text|sms/,
  'errors.E0000151': /call/,
  'errors.E0000109': /wait|text/,
  'errors.E0000133': /wait|call/,
  'oie.authenticator.enroll.error.fail': /set up|enrol/,
  'enroll.hotp.restricted': /administrator/,
  'oie.authenticator.app.method.push.enroll.enable.biometrics': /biometric|fingerprint|face/,
  'oie.authenticator.app.non_fips_compliant_enrollment_app_update_required': /update/,
  'oie.authenticator.app.non_fips_compliant_enrollment_device_incompatible': /device/,
  'api.authenticator.error.nfc.sign_in_to_use': /nfc/,
  'api.authenticator.error.nfc.unavailable': /nfc/,
  'password.common': /password/,
  'password.passwordRequirementsNotMet': /password/,
  'registration.error.generic': /account/,
  'registration.error.request.not.completed': /complete|could not/,
  'registration.error.invalidLoginEmail': /email/,
  'registration.error.doesNotMatchPattern': /form|pattern|email/,
  'registration.error.notUniqueWithinOrg': /already|exists/,
  'securityQuestion.answer.tooShort.arg': /4|characters/,
  tagsNotAllowed: /html|tag/,
  'idx.error.registration.unavailable': /sign-?up|registration|account/,
  'idx.error.server.safe.mode.enrollment.unavailable': /maintenance|later|unavailable/,
  'idx.email.verification.required': /email/,
  'idx.enter.otp.in.original.tab': /code/,
  'idx.return.to.original.tab': /window|tab|started/,
  'idx.return.link.expired': /link/,
  'idx.return.stale': /link/,
  'idx.return.error': /link/,
  'idx.transferred.to.new.tab': /window|tab|elsewhere|another/,
  'idx.session.expired': /expired|ended|time/,
  'error.expired.session': /expired|ended|time/,
  'error.password.required': /password/,
  'error.username.required': /username|user name/,
  'errors.E0000004': /did not work|authentication|sign in|failed/,
  'idx.unknown.user': /account|user/,
  'idx.identity.provider.auth.error': /service|provider/,
  'idx.operation.cancelled.by.user': /cancel/,
  'idx.operation.cancelled.on.other.device': /device|denied/,
  'idx.error.code.user_not_assigned': /app|access/,
  'idx.error.user.not.assigned.to.app': /app|access/,
  'oie.assurance.unsatisfiable': /polic|rule|administrator/,
  'idx.activating.inactive.user': /suspended/,
  'idx.expired.activation.token': /link/,
  'idx.missing.activation.token': /link|account/,
  'idx.request.activation.email': /link|email/,
  'security.access_denied': /allow|permission|access/,
  tooManyRequests: /too many|wait/,
  E0000047: /too many|wait/,
  E0000011: /expired|session|time|ended/,
  E0000009: /server|problem|wrong/,
  E0000010: /server|problem|wrong/,
  E0000020: /could not|cannot|request/,
  access_denied: /enabled|allowed|permission|support|switched/,
  unauthorized_client: /client|grant|interaction code|set up/,
};

/** What has to be changed on a device has many keys, which end in what is to be done. */
const deviceGists: readonly (readonly [RegExp, RegExp])[] = [
  [/^device\.assurance\.custom\./, /^$/],
  [/remediation\.option_index$/, /option/],
  [/remediation\.(title|explanation_\w+)$/, /device|change|update|pick|option|these/],
  [/remediation\.additional_help_\w+$/, /help|learn more|administrator/],
  [/grace_period\.warning\.title\./, /by|before|deadline/],
  [/\.upgrade_os_version$/, /update/],
  [/\.use_(biometric_)?lock_screen$/, /lock|passcode|hello/],
  [/\.device_disk_encrypted$/, /encrypt|filevault|bitlocker/],
  [/\.android_device_policy_app_required/, /device policy/],
];

/** Tells whether a text says what a message says: in the org's words, or in the app's own. */
export function says(text: string, message: Loose): boolean {
  const own = plain(words(message['message']));
  const shown = plain(text);
  if (own !== '' && shown.includes(own)) return true;
  const key = words(at(message, 'i18n', 'key')).replace(/\.(Email|custom)$/, '');
  const gist = Object.hasOwn(gists, key) ? gists[key] : deviceGist(key);
  return gist?.test(shown) === true;
}

function deviceGist(key: string): RegExp | undefined {
  return deviceGists.find(([ending]) => ending.test(key))?.[1];
}

export function nameOf(message: Loose): string {
  return words(at(message, 'i18n', 'key')) || words(message['message']);
}

/**
 * The messages for which there is no text of their own: each text stands for one message, so that
 * none of several alike is lost.
 */
export function unsaid(messages: readonly Loose[], texts: readonly string[]): Loose[] {
  const takenBy = new Map<number, Loose>();
  /** Kuhn's matching: whoever holds a text moves to another one if there is one. */
  function place(message: Loose, tried: Set<number>): boolean {
    return texts.some((text, index) => {
      if (tried.has(index) || !says(text, message)) return false;
      tried.add(index);
      const holder = takenBy.get(index);
      if (holder && !place(holder, tried)) return false;
      takenBy.set(index, message);
      return true;
    });
  }
  return messages.filter((message) => !place(message, new Set()));
}

function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
