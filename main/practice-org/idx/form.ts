import { ionType } from '../http/exchange';
import type { Message } from './messages';

/** A field of an ION form, as far as this org uses them. */
export interface Field {
  readonly name: string;
  readonly label?: string;
  readonly type?: 'string' | 'object' | 'boolean';
  readonly required?: boolean;
  readonly mutable?: boolean;
  readonly visible?: boolean;
  readonly secret?: boolean;
  readonly customLabel?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly value?: unknown;
  readonly options?: readonly unknown[];
  readonly form?: { readonly value: readonly Field[] };
  readonly relatesTo?: string;
  readonly messages?: { readonly type: 'array'; readonly value: readonly Message[] };
}

/** A remediation or an action, before it is drawn for one transaction. */
export interface Form {
  readonly name: string;
  readonly path: string;
  readonly fields?: readonly Field[];
  readonly relatesTo?: readonly string[];
  /** Milliseconds between two polls. */
  readonly refresh?: number;
  /** `application/json` unless the endpoint takes something else. */
  readonly accepts?: string;
}

/** Messages for fields, by the field's path in the request body (`userProfile.email`). */
export type FieldMessages = Readonly<Record<string, readonly Message[]>>;

export function group(name: string, fields: readonly Field[], rest: Partial<Field> = {}): Field {
  return { name, type: 'object', form: { value: fields }, required: true, ...rest };
}

export function drawForm(
  form: Form,
  at: { origin: string; stateHandle: string },
  fieldMessages: FieldMessages = {},
) {
  const { name, path, fields = [], relatesTo, refresh } = form;
  return {
    rel: ['create-form'],
    name,
    ...(relatesTo && { relatesTo }),
    href: `${at.origin}${path}`,
    method: 'POST',
    produces: ionType,
    ...(refresh !== undefined && { refresh }),
    value: [
      ...fields.map((field) => withMessages(field, field.name, fieldMessages)),
      {
        name: 'stateHandle',
        required: true,
        value: at.stateHandle,
        visible: false,
        mutable: false,
      },
    ],
    accepts: form.accepts ?? 'application/json; okta-version=1.0.0',
  };
}

function withMessages(field: Field, path: string, all: FieldMessages): Field {
  const own = all[path];
  const inner = field.form?.value.map((child) => withMessages(child, `${path}.${child.name}`, all));
  return {
    ...field,
    ...(inner && { form: { value: inner } }),
    ...(own && { messages: { type: 'array', value: own } }),
  };
}
