import type { FieldControl } from '../../../preload/schemas/registration';
import { asRecord, asRecords, asString, dig, type JsonRecord } from './json';
import type { Input } from './remediation';

export interface ControlContext {
  /** Key of the authenticator that the form is about. */
  readonly authenticatorKey: string | undefined;
  readonly remediation: string;
}

const emailAttributes = ['email', 'secondEmail'];
const phoneAttributes = ['phoneNumber', 'mobilePhone', 'primaryPhone'];

/** Filled in by main from a page of the org, never by a form of the wizard (catalogue C, M, N). */
export function isCeremonial(input: Input): boolean {
  return isPasskeyPart(input) || isCaptchaToken(input);
}

export function isPasskeyPart({ raw }: Input): boolean {
  return raw['hint'] === 'webauthn';
}

export function isCaptchaToken({ raw, path }: Input): boolean {
  return raw['hint'] === 'captcha' || path.at(-1) === 'captchaToken';
}

/** Required, but hidden and empty: neither the person nor the app knows what belongs there. */
export function isOutOfReach(input: Input): boolean {
  const { raw, isMutable, isRequired, isVisible } = input;
  const isEmpty = raw['value'] === undefined || raw['value'] === null;
  return (
    isMutable && isRequired && !isVisible && isEmpty && !isCeremonial(input) && !isAsked(input)
  );
}

/** Whether a person is asked for it. */
export function isAsked(input: Input): boolean {
  return input.isMutable && !isCeremonial(input) && (input.isVisible || isHiddenDecision(input));
}

/** Granular consent hides the yes or no that only a person can give (catalogue S). */
function isHiddenDecision({ raw, isRequired, isVisible }: Input): boolean {
  return !isVisible && raw['type'] === 'boolean' && isRequired && raw['value'] === undefined;
}

/** Which control a field of the org is shown with (catalogue: 1.4 B for profile attributes). */
export function fieldControl(input: Input, context: ControlContext): FieldControl {
  const { raw } = input;
  const leaf = input.path.at(-1) ?? '';
  if (input.choices.length > 0) return 'choice';
  const options = listedOptions(input);
  const display = displayOf(input);
  if (display !== undefined) return displayControl(display, options.length);
  if (options.length > 0) return listControl(options.length);
  if (raw['type'] === 'boolean') return 'checkbox';
  if (leaf === 'passcode') {
    const key = context.authenticatorKey;
    const isPassword =
      key === undefined ||
      key === 'okta_password' ||
      ['enroll-profile', 'identify'].includes(context.remediation);
    // Nobody may look on where the org says so, but a code that was sent is read as it is typed.
    const isHidden = raw['secret'] === true && !isOneTimeCode(key);
    return isPassword || isHidden ? 'password' : 'code';
  }
  if (leaf === 'nextPasscode') return 'code';
  // An answer is not called secret where it is redrawn with an error.
  if (raw['secret'] === true || leaf === 'answer') return 'password';
  if (leaf === 'timezone') return 'timezone';
  if (emailAttributes.includes(leaf)) return 'email';
  if (phoneAttributes.includes(leaf)) return 'tel';
  return 'text';
}

/** Whether the method's codes are of Okta's own making, short and without signs. */
export function isOneTimeCode(authenticatorKey: string | undefined): boolean {
  return ['okta_email', 'phone_number', 'google_otp', 'symantec_vip'].includes(
    authenticatorKey ?? '',
  );
}

/** Profile attributes describe their control and options in one option labelled `display`. */
function displayOf({ raw }: Input): JsonRecord | undefined {
  const [display] = asRecords(raw['options']).map((option) => dig(option, 'value', 'value'));
  return asRecord(display);
}

const yesAndNo = [
  { label: 'true', value: true },
  { label: 'false', value: false },
];

/** The `{label, value}` pairs among which a person chooses; empty for free text. */
export function listedOptions(input: Input): JsonRecord[] {
  if (isHiddenDecision(input)) return yesAndNo;
  const display = displayOf(input);
  // A recording has an empty option.
  return asRecords(display ? display['options'] : input.raw['options']).filter(({ value }) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
}

/** The list decides where the org names a control that the app does not know, or gives no list. */
function displayControl(display: JsonRecord, optionCount: number): FieldControl {
  const inputType = asString(display['inputType']);
  if (inputType === 'checkbox') return 'checkbox';
  if (optionCount === 0) {
    const isCountry = asString(display['format']) === 'country-code';
    return inputType === 'select' && isCountry ? 'country' : 'text';
  }
  if (inputType === 'radio' || inputType === 'select') return inputType;
  return listControl(optionCount);
}

function listControl(optionCount: number): FieldControl {
  return optionCount > 6 ? 'select' : 'radio';
}
