import { bounds } from '../../../preload/contract/registration/bounds';
import { type FieldView, type OptionView } from '../../../preload/contract/registration/field';
import {
  type ControlContext,
  fieldControl,
  isAsked,
  isShownFixed,
  listedOptions,
} from '../idx/control';
import {
  asNumber,
  asRecord,
  asString,
  asWords,
  clamp,
  dig,
  type JsonRecord,
  resolveRelatesTo,
} from '../idx/json';
import { codeFormat } from '../idx/code-format';
import { type Choice, type IdxResponse, type Input, inputName } from '../idx/remediation';
import { toAuthenticatorView } from './authenticator';
import type { Capabilities } from './availability';
import type { LinkBook } from '../idx/links';
import { messagesOf } from '../idx/messages';
import type { Room } from './room';

export interface FieldContext extends ControlContext {
  readonly response: IdxResponse;
  readonly capabilities: Capabilities;
  readonly links: LinkBook;
  /** What the step has room for. */
  readonly room: Room;
}

/**
 * The fields that a person fills in, and between them what the org has set. The rest is echoed or
 * filled in by main.
 */
export function toFieldViews(inputs: readonly Input[], context: FieldContext): FieldView[] {
  const asked = new Set(askedInputs(inputs));
  return context.room
    .fields(inputs.filter((input) => asked.has(input) || isShownFixed(input)))
    .map((input) => (asked.has(input) ? toFieldView(input, context) : toFixedView(input, context)));
}

export function askedInputs(inputs: readonly Input[]): Input[] {
  return inputs.filter((input) => isAsked(input) && isFillable(input));
}

/** An object without fields and a list without options leave nothing to fill in. */
function isFillable({ raw, choices }: Input): boolean {
  if (choices.length > 0) return true;
  return (
    raw['type'] !== 'object' && !(Array.isArray(raw['options']) && raw['options'].length === 0)
  );
}

function toFieldView(input: Input, context: FieldContext): FieldView {
  const { raw } = input;
  const control = fieldControl(input, context);
  const isSecret = raw['secret'] === true || control === 'password' || control === 'code';
  const said = control === 'code' ? codeFormat(raw, context.authenticatorKey) : saidOf(raw);
  const description = asString(raw['desc']);
  const pin = context.authenticatorKey === 'nfc_pin' ? pinLengthOf(context) : undefined;
  return {
    name: clamp(inputName(input), bounds.name),
    label: clamp(asString(raw['label']) ?? input.path.at(-1) ?? '', bounds.label),
    description: description === undefined ? null : clamp(description, bounds.message),
    hasCustomLabel: raw['customLabel'] === true,
    control,
    isRequired: input.isRequired,
    isSecret,
    minLength: said.minLength ?? asNumber(pin?.['minLength']) ?? null,
    maxLength: said.maxLength ?? asNumber(pin?.['maxLength']) ?? null,
    format: said.format === null ? null : clamp(said.format, bounds.name),
    value: isSecret ? null : suggestedValue(raw['value'], control),
    options: toOptionViews(input, context),
    messages: [...context.room.messages(messagesOf(raw, context.links))],
  };
}

function saidOf(raw: JsonRecord) {
  return {
    format: asString(raw['format']) ?? null,
    minLength: asNumber(raw['minLength']) ?? null,
    maxLength: asNumber(raw['maxLength']) ?? null,
  };
}

/** What the org says of a fixed value stands above the form, with everything that has no box. */
function toFixedView(input: Input, context: FieldContext): FieldView {
  const { value } = input.raw;
  return {
    ...toFieldView(input, context),
    control: 'fixed',
    isRequired: false,
    isSecret: false,
    value: clamp(asWords(value) ?? '', bounds.value),
    messages: [],
  };
}

/** The length of a PIN stands beside its form. */
function pinLengthOf({ response }: FieldContext): JsonRecord | undefined {
  return asRecord(dig(response.body, 'currentAuthenticator', 'value', 'settings'));
}

/** Whether a box is ticked comes as a boolean or as a word, and goes back as a boolean. */
function suggestedValue(value: unknown, control: FieldView['control']): FieldView['value'] {
  if (control === 'checkbox' && typeof value === 'string') return value === 'true';
  if (typeof value === 'boolean') return value;
  const words = asWords(value);
  return words === undefined ? null : clamp(words, bounds.value);
}

function toOptionViews(input: Input, context: FieldContext): OptionView[] {
  if (input.choices.length > 0) {
    return context.room.options(input.choices).map((choice) => toChoiceView(choice, context));
  }
  return context.room.options(listedOptions(input)).map(({ label, value }) => ({
    id: clamp(asWords(value) ?? '', bounds.value),
    label: clamp(asString(label) ?? asWords(value) ?? '', bounds.label),
    fields: [],
    authenticator: null,
  }));
}

function toChoiceView(choice: Choice, context: FieldContext): OptionView {
  const related = resolveRelatesTo(context.response.body, choice.raw['relatesTo']);
  const label = asString(choice.raw['label']);
  const authenticator = toAuthenticatorView(context.response, related, context.capabilities, label);
  return {
    id: choice.id,
    label: clamp(label ?? authenticator?.displayName ?? choice.id, bounds.label),
    fields: toFieldViews(choice.inputs, context),
    authenticator,
  };
}
