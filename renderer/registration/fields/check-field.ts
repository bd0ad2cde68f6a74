import { cleanIdentifier, holdsIdentifier } from '../../../preload/typed/identifier';
import type { FieldView } from '../../../preload/contract/registration/field';
import { codeShape } from '../../../preload/typed/code-shape';
import { withoutUnseen } from '../../../preload/typed/plain-text';
import { readCode } from '../../../preload/typed/read-code';
import type { Value } from '../../stores/drafts';
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
  if (control === 'code') return withoutUnseen(value);
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

/** What is no code is told before it is sent; only main knows what a link is good for. */
function checkCode(field: FieldView, text: string): FieldProblem | null {
  if (/[a-z]:\\?\/|[\w-]\.[\w.-]+(?::\d+)?[/?]\S/i.test(text)) return null;
  const shape = codeShape(field);
  const reading = readCode(text, shape);
  if (reading.kind !== 'problem') return null;
  const { name } = field;
  const { min, max, signs } = shape;
  switch (reading.problem) {
    case 'none':
      return { name, key: 'codeNone' };
    case 'several':
      return { name, key: 'codeSeveral' };
    case 'digits':
      return { name, key: 'codeDigits' };
    case 'signs':
      return { name, key: 'codeSigns' };
    case 'short':
    case 'long': {
      const isExact = min === max && signs !== 'any';
      const exactly = signs === 'digits' ? 'codeLengthDigits' : 'codeLengthSigns';
      const [key, count] =
        reading.problem === 'short' ? (['codeShort', min] as const) : (['codeLong', max] as const);
      return { name, key: isExact ? exactly : key, params: { count } };
    }
  }
}
