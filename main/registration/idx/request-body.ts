import { cleanIdentifier, holdsIdentifier } from '../../../preload/typed/identifier';
import { codeShape } from '../../../preload/typed/code-shape';
import { withoutUnseen } from '../../../preload/typed/plain-text';
import { type CodeContext, extractCode, type UnusableLink } from './code';
import { codeFormat } from './code-format';
import { fieldControl, isCaptchaOrPasskey, listedOptions } from './control';
import { asWords } from './json';
import { isPhoneNumber } from './phone-attribute';
import { type Input, inputName, type Remediation } from './remediation';

export type FormValues = Readonly<Record<string, string | boolean>>;

export type BodyOutcome =
  | { readonly kind: 'body'; readonly body: Record<string, unknown> }
  /** A value that the form has no field or option for. */
  | { readonly kind: 'invalid' }
  /** Words, or a wrong number of signs, where a code is asked for. */
  | { readonly kind: 'no-code' }
  | { readonly kind: UnusableLink }
  /** Nothing to post: the pasted link of a mail has to be opened instead. */
  | { readonly kind: 'email-link'; readonly href: string };

export interface BodyContext {
  readonly stateHandle: string | undefined;
  readonly authenticatorKey: string | undefined;
  readonly code: CodeContext;
}

/**
 * Builds what a form posts: typed values at their paths, immutable values echoed also in nested
 * groups (the SDK fills in only the top level), empty optional fields left out.
 */
export function toRequestBody(
  remediation: Remediation,
  values: FormValues,
  context: BodyContext,
): BodyOutcome {
  const body: Record<string, unknown> = {};
  const unused = new Set(Object.keys(values));
  let refusal: BodyOutcome | undefined;

  function place(input: Input): void {
    if (!input.isMutable || isCarried(input)) {
      const value = input.raw['value'];
      if (value !== undefined && value !== null) setAt(body, input.path, value);
      return;
    }
    const name = inputName(input);
    if (isCaptchaOrPasskey(input)) return;
    const typed = Object.hasOwn(values, name) ? values[name] : undefined;
    unused.delete(name);
    if (input.choices.length > 0) return placeChoice(input, typed);
    const parsed = parseValue(input, typed, context, remediation.name);
    if (parsed.kind === 'value') setAt(body, input.path, parsed.value);
    else if (parsed.kind !== 'none') refusal ??= parsed;
  }

  function placeChoice(input: Input, typed: string | boolean | undefined): void {
    if (typed === undefined || typed === '') return;
    const choice = input.choices.find(({ id }) => id === typed);
    if (!choice) refusal ??= { kind: 'invalid' };
    else choice.inputs.forEach(place);
  }

  remediation.inputs.forEach(place);
  if (refusal) return refusal;
  if (unused.size > 0) return { kind: 'invalid' };
  const stateHandle = remediation.stateHandle ?? context.stateHandle;
  return { kind: 'body', body: stateHandle === undefined ? body : { ...body, stateHandle } };
}

/** The same body with what a captcha or a passkey gave, by field name. */
export function withObtained(
  body: object,
  remediation: Remediation,
  obtained: Readonly<Record<string, string>>,
): object {
  const whole: Record<string, unknown> = structuredClone({ ...body });
  for (const input of remediation.inputs.filter(
    (one) => one.isMutable && !isCarried(one) && isCaptchaOrPasskey(one),
  )) {
    const name = inputName(input);
    if (Object.hasOwn(obtained, name)) setAt(whole, input.path, obtained[name]);
  }
  return whole;
}

/** Nobody sees it and no box could hold it: it goes back as it came, like what is immutable. */
function isCarried({ raw, isVisible }: Input): boolean {
  return !isVisible && typeof raw['value'] === 'object';
}

type Parsed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'none' }
  | Exclude<BodyOutcome, { kind: 'body' }>;

function parseValue(
  input: Input,
  typed: string | boolean | undefined,
  context: BodyContext,
  remediation: string,
): Parsed {
  if (typed === undefined) {
    const suggested = input.raw['value'];
    const isScalar = ['string', 'number', 'boolean'].includes(typeof suggested);
    return isScalar ? { kind: 'value', value: suggested } : { kind: 'none' };
  }
  if (typeof typed === 'boolean') return booleanValue(input, typed);
  const control = fieldControl(input, { authenticatorKey: context.authenticatorKey, remediation });
  if (control === 'code') {
    if (withoutUnseen(typed) === '') return { kind: input.isRequired ? 'no-code' : 'none' };
    const shape = codeShape(codeFormat(input.raw, context.authenticatorKey));
    const extracted = extractCode(typed, shape, context.code);
    if (extracted.kind === 'code') return { kind: 'value', value: extracted.code };
    return extracted.kind === 'no-code' ? { kind: 'no-code' } : extracted;
  }
  const value = control === 'password' ? typed : plainText(input, typed);
  if (value === '') return isClearable(input) ? { kind: 'value', value } : { kind: 'none' };
  return optionValue(input, value);
}

/** An option's own value is no text of the person's: it is given back as the org wrote it. */
function plainText(input: Input, typed: string): string {
  if (listedOptions(input).length > 0) return typed.trim();
  if (holdsIdentifier(inputName(input))) return cleanIdentifier(typed);
  return isPhoneNumber(input) ? withoutUnseen(typed) : typed.trim();
}

/** Okta takes an empty second e-mail address as "none", and wants to be told, as its own sign-up page does. */
function isClearable(input: Input): boolean {
  return inputName(input) === 'userProfile.secondEmail';
}

/** A suggested yes comes back as one, also where the org's options are the words for it. */
function booleanValue(input: Input, typed: boolean): Parsed {
  return listedOptions(input).length === 0
    ? { kind: 'value', value: typed }
    : optionValue(input, String(typed));
}

/** Option values may be numbers or booleans on the wire; the renderer names them as strings. */
function optionValue(input: Input, typed: string): Parsed {
  const options = listedOptions(input);
  if (options.length === 0) return { kind: 'value', value: typed };
  const option = options.find(({ value }) => asWords(value) === typed);
  return option ? { kind: 'value', value: option['value'] } : { kind: 'invalid' };
}

function setAt(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const last = path.at(-1);
  if (last === undefined) return;
  let group = body;
  for (const key of path.slice(0, -1)) {
    const inner = Object.hasOwn(group, key) ? group[key] : undefined;
    const next = typeof inner === 'object' && inner !== null ? (inner as typeof body) : {};
    Object.defineProperty(group, key, { value: next, enumerable: true, configurable: true });
    group = next;
  }
  Object.defineProperty(group, last, { value, enumerable: true, configurable: true });
}
