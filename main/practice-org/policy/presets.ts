import { everything } from './everything';
import type { PolicyInput } from './schema';

/** The policies that have a name. Each says only how it differs from the default. */
export const presets = {
  default: {},
  'password-or-phone': {
    authenticators: { okta_email: 'optional', phone_number: 'optional' },
    requireOneOf: ['okta_email', 'phone_number'],
  },
  'email-only': {
    authenticators: { okta_password: 'optional', phone_number: 'off' },
  },
  'password-on-profile': { passwordOn: 'profile' },
  everything,
} as const satisfies Record<string, PolicyInput>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

export function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(presets, name);
}
