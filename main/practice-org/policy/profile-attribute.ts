import * as v from 'valibot';
import { count, words } from './parts';

export const ProfileAttribute = v.strictObject({
  /** Okta's name of the attribute, as in `userProfile.firstName`. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,99}$/)),
  label: words(200),
  /** What the org says below the label. */
  description: v.optional(words(500)),
  type: v.optional(v.picklist(['string', 'boolean']), 'string'),
  required: v.optional(v.boolean(), true),
  minLength: v.optional(count(0, 1000)),
  maxLength: v.optional(count(1, 1000)),
  /** A regular expression for the whole value. Okta tells clients nothing of it. */
  pattern: v.optional(words(500)),
  /** How Okta asks for it to be drawn; a plain text box where absent. */
  input: v.optional(v.picklist(['text', 'select', 'radio', 'checkbox'])),
  format: v.optional(v.literal('country-code')),
  options: v.optional(
    v.pipe(
      v.array(v.strictObject({ label: words(200), value: words(200) })),
      v.minLength(1),
      v.maxLength(200),
    ),
  ),
  /** The administrator wrote the label: clients do not translate it. */
  customLabel: v.optional(v.boolean(), false),
});
export type ProfileAttribute = v.InferOutput<typeof ProfileAttribute>;

const isEachNamedOnce = (attributes: ProfileAttribute[]) =>
  new Set(attributes.map(({ name }) => name)).size === attributes.length;

const haveOptions = (attributes: ProfileAttribute[]) =>
  attributes.every(
    ({ input, options, format }) =>
      (input !== 'select' && input !== 'radio') || options !== undefined || format !== undefined,
  );

/** The fields of a page, in order. */
export const ProfileAttributes = v.pipe(
  v.array(ProfileAttribute),
  v.minLength(1),
  v.maxLength(50),
  v.check(isEachNamedOnce, 'must name each attribute once'),
  v.check(haveOptions, 'must have options where input is select or radio'),
  v.check(
    (attributes) => attributes.every(({ pattern }) => toPattern(pattern) !== null),
    'must have regular expressions as patterns',
  ),
);

/** The expression that a whole value has to match; null where it is none. */
export function toPattern(pattern: string | undefined): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern ?? '.*'})$`, 'su');
  } catch {
    return null;
  }
}
