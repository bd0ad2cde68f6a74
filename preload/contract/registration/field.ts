import * as v from 'valibot';
import { text } from '../common';
import { bounds } from './bounds';
import { MessageView } from './message';
import { AuthenticatorView } from './authenticator';

export const fieldControls = [
  'text',
  'email',
  'tel',
  'password',
  'code',
  'select',
  'radio',
  'checkbox',
  'country',
  'timezone',
  /** A language tag (RFC 5646): `en-GB`. */
  'language',
  /** Language and country as Okta joins them: `en_GB`. */
  'locale',
  /** Shown with its value, which the org has set and nobody changes here. */
  'fixed',
  /** Options that each carry fields of their own: methods, kinds of security question. */
  'choice',
] as const;
export type FieldControl = (typeof fieldControls)[number];

export interface OptionView {
  /** What is submitted as the field's value. */
  id: string;
  label: string;
  /** Fields to fill in when this option is chosen; only `choice` fields have any. */
  fields: FieldView[];
  authenticator: AuthenticatorView | null;
}

export interface FieldView {
  /** The field's path in the request body, joined by dots; also the control's `name`. */
  name: string;
  label: string;
  /** What the org says of it below its label. */
  description: string | null;
  /** The administrator's own wording: shown as it is, never translated. */
  hasCustomLabel: boolean;
  control: FieldControl;
  isRequired: boolean;
  isSecret: boolean;
  minLength: number | null;
  maxLength: number | null;
  format: string | null;
  /** What the org suggests or has set, never a secret. */
  value: string | boolean | null;
  options: OptionView[];
  messages: MessageView[];
}

export const OptionView: v.GenericSchema<OptionView> = v.strictObject({
  id: text(bounds.value),
  label: text(bounds.label),
  fields: v.pipe(v.array(v.lazy(() => FieldView)), v.maxLength(bounds.fields)),
  authenticator: v.nullable(AuthenticatorView),
});

export const FieldView: v.GenericSchema<FieldView> = v.strictObject({
  name: text(bounds.name),
  label: text(bounds.label),
  description: v.nullable(text(bounds.message)),
  hasCustomLabel: v.boolean(),
  control: v.picklist(fieldControls),
  isRequired: v.boolean(),
  isSecret: v.boolean(),
  minLength: v.nullable(v.number()),
  maxLength: v.nullable(v.number()),
  format: v.nullable(text(bounds.name)),
  value: v.nullable(v.union([text(bounds.value), v.boolean()])),
  options: v.pipe(v.array(OptionView), v.maxLength(bounds.options)),
  messages: v.pipe(v.array(MessageView), v.maxLength(bounds.messages)),
});
