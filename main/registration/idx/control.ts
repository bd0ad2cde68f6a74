import type { FieldControl } from '../../../preload/contract/registration/field';
import { asRecord, asRecords, asString, dig, type JsonRecord } from './json';
import { isPhoneNumber } from './phone-attribute';
import type { Input } from './remediation';

export interface ControlContext {
  /** Key of the authenticator that the form is about. */
  readonly authenticatorKey: string | undefined;
  readonly remediation: string;
}

const emailAttributes = ['email', 'secondEmail'];

/** Codes besides the usual `passcode`: of VIP's second one, and of Okta Verify's app. */
const otherCodes = ['nextPasscode', 'totp', 'otp'];

/** Attributes of Okta's base profile whose values are of a form that nobody types by heart. */
const listedAttributes: Readonly<Record<string, FieldControl>> = {
  preferredLanguage: 'language',
  locale: 'locale',
  countryCode: 'country',
  timezone: 'timezone',
};

/** Filled in by main from a page of the org, never by a form of the wizard (docs/sign-up-steps.md, "Captcha"). */
export function isCaptchaOrPasskey(input: Input): boolean {
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
    isMutable &&
    isRequired &&
    !isVisible &&
    isEmpty &&
    !isCaptchaOrPasskey(input) &&
    !isAsked(input)
  );
}

/** Whether a person is asked for it. */
export function isAsked(input: Input): boolean {
  return (
    input.isMutable && !isCaptchaOrPasskey(input) && (input.isVisible || isHiddenDecision(input))
  );
}

/**
 * Whether a person sees a value that the org has set. Okta labels what it means to be read, and
 * leaves the label off what only the next request needs: ids, the kind of a method.
 */
export function isShownFixed(input: Input): boolean {
  const { raw, isMutable, isVisible, path, choices } = input;
  const label = asString(raw['label']) ?? '';
  return (
    !isMutable &&
    isVisible &&
    label.trim() !== '' &&
    raw['secret'] !== true &&
    choices.length === 0 &&
    ['string', 'number', 'boolean'].includes(typeof raw['value']) &&
    raw['value'] !== '' &&
    !isCaptchaOrPasskey(input) &&
    // The page of an app's consent lists these by itself.
    path[0] !== 'optedScopes'
  );
}

/** Granular consent hides the yes or no that only a person can give. */
function isHiddenDecision({ raw, isRequired, isVisible }: Input): boolean {
  return !isVisible && raw['type'] === 'boolean' && isRequired && raw['value'] === undefined;
}

/** Which control a field of the org is shown with. */
export function fieldControl(input: Input, context: ControlContext): FieldControl {
  const { raw } = input;
  const leaf = input.path.at(-1) ?? '';
  if (input.choices.length > 0) return 'choice';
  const options = listedOptions(input);
  const display = displayOf(input);
  if (display !== undefined) return displayControl(input, display, options.length);
  if (options.length > 0) return listControl(options.length);
  if (raw['type'] === 'boolean') return 'checkbox';
  if (leaf === 'passcode') {
    const key = context.authenticatorKey;
    const isPassword =
      key === 'okta_password' || ['enroll-profile', 'identify'].includes(context.remediation);
    const isHidden = raw['secret'] === true && (key === undefined || keptCodes.includes(key));
    return isPassword || isHidden ? 'password' : 'code';
  }
  if (otherCodes.includes(leaf)) return 'code';
  // An answer is not called secret where it is redrawn with an error.
  if (raw['secret'] === true || leaf === 'answer') return 'password';
  return textControl(input);
}

/** Text that a person types, or picks from a list that the app has and the org has not. */
function textControl(input: Input): FieldControl {
  const leaf = input.path.at(-1) ?? '';
  const list = Object.hasOwn(listedAttributes, leaf) ? listedAttributes[leaf] : undefined;
  if (list !== undefined && isText(input)) return list;
  if (emailAttributes.includes(leaf)) return 'email';
  return isText(input) && isPhoneNumber(input) ? 'tel' : 'text';
}

/** A pattern of the org's own says better what it takes than the name does. */
function isText({ raw }: Input): boolean {
  const isString = raw['type'] === undefined || raw['type'] === 'string';
  return isString && raw['pattern'] === undefined;
}

/**
 * Methods whose passcode is worth something to who looks on, or may be: a PIN, or a PIN in front of
 * a code; a YubiKey types by itself. Every other is read as it is typed.
 */
const keptCodes = ['yubikey_token', 'rsa_token', 'onprem_mfa', 'nfc_pin', 'security_question'];

const oneTimeCodes = ['okta_email', 'phone_number', 'google_otp', 'symantec_vip', 'okta_verify'];

/** Whether the method's codes are of Okta's own making, short and without signs. */
export function isOneTimeCode(authenticatorKey: string | undefined): boolean {
  return oneTimeCodes.includes(authenticatorKey ?? '');
}

/** Profile attributes describe their control and options in one option labelled `display`. */
function displayOf({ raw }: Input): JsonRecord | undefined {
  const options: readonly unknown[] = Array.isArray(raw['options']) ? raw['options'] : [];
  return asRecord(dig(options.find(asRecord), 'value', 'value'));
}

/** The page has words for them. */
const yesAndNo = [
  { label: 'true', value: true },
  { label: 'false', value: false },
];

const listed = new WeakMap<Input, readonly JsonRecord[]>();

/** The `{label, value}` pairs among which a person chooses; empty for free text. */
export function listedOptions(input: Input): readonly JsonRecord[] {
  const read = listed.get(input) ?? readOptions(input);
  listed.set(input, read);
  return read;
}

function readOptions(input: Input): readonly JsonRecord[] {
  if (isHiddenDecision(input)) return yesAndNo;
  const display = displayOf(input);
  // A recording has an empty option.
  const pairs = asRecords(display ? display['options'] : input.raw['options']).filter(({ value }) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  const isBareQuestion = input.raw['type'] === 'boolean' && isOfOne(display);
  return pairs.length === 0 && isBareQuestion ? yesAndNo : pairs;
}

/** Of several, one is chosen: of a yes and a no, say. */
function isOfOne(display: JsonRecord | undefined): boolean {
  return ['radio', 'select'].includes(asString(display?.['inputType']) ?? '');
}

const mostRadios = 30;

/** The list decides where the org names a control that the app does not know, or gives no list. */
function displayControl(input: Input, display: JsonRecord, optionCount: number): FieldControl {
  const inputType = asString(display['inputType']);
  if (inputType === 'checkbox') return 'checkbox';
  if (optionCount === 0) {
    const isCountry = asString(display['format']) === 'country-code';
    return inputType === 'select' && isCountry ? 'country' : textControl(input);
  }
  // Nobody reads so many buttons to the end.
  if (inputType === 'radio' && optionCount <= mostRadios) return inputType;
  if (inputType === 'select') return inputType;
  return listControl(optionCount);
}

function listControl(optionCount: number): FieldControl {
  return optionCount > 6 ? 'select' : 'radio';
}
