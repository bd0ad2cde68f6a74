import type { Profile } from '../model/accounts';
import { record } from '../http/exchange';
import { toPattern } from '../policy/profile-attribute';
import type { ProfileAttribute } from '../policy/schema';
import { messages, type Message } from '../model/messages';

const emailShape = /^[^\s@<>(),;:"[\]\\]+@[^\s@.<>(),;:"[\]\\]+(\.[^\s@.<>(),;:"[\]\\]+)+$/;

export interface CheckedProfile {
  readonly profile: Profile;
  /** By attribute, as paths of the request body. */
  readonly problems: Readonly<Record<string, readonly Message[]>>;
}

/** Keeps the attributes that a page asks for and checks each; what nobody asked for is dropped. */
export function checkProfile(
  attributes: readonly ProfileAttribute[],
  userProfile: unknown,
): CheckedProfile {
  const sent = record(userProfile);
  const profile: Profile = {};
  const problems: Record<string, readonly Message[]> = {};
  for (const attribute of attributes) {
    const value = read(attribute, sent[attribute.name]);
    const found = check(attribute, value);
    if (found.length > 0) problems[`userProfile.${attribute.name}`] = found;
    else if (value !== '') profile[attribute.name] = value;
  }
  return { profile, problems };
}

/** Radios send booleans as the strings "true" and "false". */
function read({ type }: ProfileAttribute, value: unknown): string | boolean {
  if (type === 'boolean' && value !== undefined && value !== '') {
    return value === true || value === 'true';
  }
  return typeof value === 'string' ? value.trim() : '';
}

function check(attribute: ProfileAttribute, value: string | boolean): readonly Message[] {
  if (typeof value === 'boolean') return [];
  const { name, label, required, minLength, maxLength, options, pattern } = attribute;
  if (value === '') return required ? [messages.required] : [];
  const length = [...value].length;
  const found: Message[] = [];
  if (minLength !== undefined && length < minLength) found.push(messages.tooShort(minLength));
  if (maxLength !== undefined && length > maxLength) found.push(messages.tooLong(maxLength));
  if (name.toLowerCase().endsWith('email') && !emailShape.test(value)) {
    found.push(messages.invalidLoginEmail(label), messages.doesNotMatchPattern(label));
  }
  const isListed = options?.some((option) => option.value === value) ?? true;
  if (!isListed || toPattern(pattern)?.test(value) === false) {
    found.push(messages.doesNotMatchPattern(label));
  }
  return found;
}
