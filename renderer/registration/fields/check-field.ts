import { cleanIdentifier, holdsIdentifier } from '../../../preload/identifier';
import type { FieldView } from '../../../preload/schemas/registration';
import type { Value } from '../drafts';
import { looksLikeEmail } from './email';

/** What is wrong with a field: a text key under `registration.problems`, or a whole one with dots. */
export interface FieldProblem {
  readonly name: string;
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * What can be said about a value before it is sent: presence, the org's lengths (in UTF-16 units,
 * as Okta counts), the shape of an address or a code. The server has the last word.
 */
export function checkField(field: FieldView, value: Value): FieldProblem | null {
  const { name } = field;
  if (typeof value === 'boolean') return null;
  const text = asSent(field, value);
  if (text === '') return field.isRequired ? { name, key: missingKey(field) } : null;
  if (field.options.length > 0) return null;
  if (field.control === 'code') return checkCode(field, text);
  // Measured as it is sent, by the field itself.
  if (field.control === 'tel') return null;
  if (field.minLength !== null && text.length < field.minLength) {
    return { name, key: 'tooShort', params: { count: field.minLength } };
  }
  if (field.maxLength !== null && text.length > field.maxLength) {
    return { name, key: 'tooLong', params: { count: field.maxLength } };
  }
  if (field.control === 'email' && !looksLikeEmail(text)) return { name, key: 'email' };
  return null;
}

/** As main posts it: lengths and shape are those of what the org will see. */
function asSent({ name, control, options }: FieldView, value: string): string {
  if (control === 'password') return value;
  const isIdentifier = options.length === 0 && holdsIdentifier(name);
  return isIdentifier ? cleanIdentifier(value) : value.trim();
}

function missingKey({ control }: FieldView): string {
  const isChosen = [
    'select',
    'radio',
    'choice',
    'country',
    'timezone',
    'language',
    'locale',
  ].includes(control);
  return isChosen ? 'notChosen' : 'missing';
}

/** A lone code is measured; a pasted message or link is for main to look through. */
function checkCode({ name, format, minLength, maxLength }: FieldView, text: string) {
  const code = text.replace(/[\s\u2010-\u2015-]/gu, '');
  if (/[^\p{L}\p{N}]/u.test(code) || /\p{L}{3,}\s/u.test(text)) return null;
  if (format === 'numeric' && /\P{N}/u.test(code)) return { name, key: 'codeDigits' };
  if (minLength !== null && code.length < minLength) {
    return { name, key: 'codeShort', params: { count: minLength } };
  }
  if (maxLength !== null && code.length > maxLength) {
    return { name, key: 'codeLong', params: { count: maxLength } };
  }
  return null;
}
