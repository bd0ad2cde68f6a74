import { type Asked, isTick } from './form';
import { at, isLoose, type Loose, words } from './loose';

/** What somebody could type, by the last name of a field's path. */
const byLeaf: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  secondEmail: 'lovelace@example.org',
  login: 'ada@example.com',
  phoneNumber: '+12025550143',
  mobilePhone: '+12025550143',
  primaryPhone: '+12025550143',
  profileUrl: 'https://example.com/ada',
  timezone: 'Europe/Berlin',
  countryCode: 'DE',
  preferredLanguage: 'en',
  locale: 'en_US',
  credentialId: 'VSMT12345678',
  question: 'Which machine came first?',
  answer: 'The analytical engine',
  clientData: 'ada.lovelace',
};

/** A value that the org could accept, or `true` for a box to tick. */
export function plausible(field: Asked, authenticator: string): string | number | boolean {
  const [first] = field.values;
  if (first !== undefined) return first;
  if (isTick(field)) return true;
  const leaf = field.path.at(-1) ?? '';
  if (leaf === 'passcode' || leaf === 'nextPasscode') return secret(field, authenticator);
  if (isCountry(field.raw)) return 'DE';
  return fitted(byLeaf[leaf] ?? 'Analytical', field.raw);
}

/** A password where one is made up; elsewhere a code that somebody was shown or sent. */
function secret({ raw, path }: Asked, authenticator: string): string {
  const isPassword = authenticator === 'okta_password' || authenticator === '';
  if (isPassword && path.at(-1) === 'passcode') return 'Correct4Horse!Battery';
  if (authenticator === 'nfc_pin') return '4829';
  return words(raw['format']) === 'alphanumeric' ? fitted('A1B2C3D4', raw) : fitted('482913', raw);
}

function isCountry(raw: Loose): boolean {
  const options: unknown = raw['options'];
  return (
    Array.isArray(options) &&
    (options as unknown[]).some(
      (option) => isLoose(option) && at(option, 'value', 'value', 'format') === 'country-code',
    )
  );
}

/** As long as the org wants it. */
function fitted(text: string, raw: Loose): string {
  const min = Number(raw['minLength'] ?? 0);
  const max = Number(raw['maxLength'] ?? 1000);
  return text.padEnd(min, '7').slice(0, Math.max(max, 1));
}
