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
  readonly desc?: string;
  /** Who fills it in, where no person does: `webauthn`, `captcha`. */
  readonly hint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly value?: unknown;
  readonly options?: readonly unknown[];
  /** Options that are forms of their own; drawn as `options`. */
  readonly choices?: readonly FormOption[];
  readonly form?: { readonly value: readonly Field[] };
  readonly relatesTo?: string;
  readonly messages?: { readonly type: 'array'; readonly value: readonly Message[] };
}

export interface FormOption {
  readonly label: string;
  readonly value: { readonly form: { readonly value: readonly Field[] } };
  readonly relatesTo?: string;
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
  /** What else a client reads from the remediation itself: the scopes of a consent. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** A page to open in a browser, instead of something to post. */
  readonly link?: FormLink;
}

export interface FormLink {
  /** The parameter that tells the page whose sign-up it is. */
  readonly handleName: 'stateToken' | 'stateTokenExternalId';
  readonly type?: string;
  readonly idp?: { readonly id: string; readonly name: string };
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
  const { name, path, fields = [], relatesTo, refresh, more, link } = form;
  if (link) return drawLink(form, link, at);
  return {
    rel: ['create-form'],
    name,
    ...(relatesTo && { relatesTo }),
    href: `${at.origin}${path}`,
    method: 'POST',
    produces: ionType,
    ...(refresh !== undefined && { refresh }),
    ...more,
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

function drawLink(
  { name, path, relatesTo, more }: Form,
  { handleName, type, idp }: FormLink,
  { origin, stateHandle }: { origin: string; stateHandle: string },
) {
  return {
    name,
    ...(type !== undefined && { type }),
    ...(idp && { idp }),
    ...more,
    href: `${origin}${path}?${handleName}=${encodeURIComponent(stateHandle)}`,
    method: 'GET',
    ...(relatesTo && { relatesTo }),
  };
}

function withMessages(drawn: Field, path: string, all: FieldMessages): Field {
  const { choices, ...field } = drawn;
  const own = all[path];
  const within = (children: readonly Field[]) => ({
    value: children.map((child) => withMessages(child, `${path}.${child.name}`, all)),
  });
  return {
    ...field,
    ...(field.form && { form: within(field.form.value) }),
    ...(choices && {
      options: choices.map((choice) => ({
        ...choice,
        value: { form: within(choice.value.form.value) },
      })),
    }),
    ...(own && { messages: { type: 'array', value: own } }),
  };
}
