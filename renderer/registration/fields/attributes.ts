/** What the app knows of Okta's base attributes and of the fields its own forms use. */
export interface KnownField {
  /** Text key under `registration.labels`. */
  readonly label: string;
  /** Okta's English labels; with any other wording an administrator has spoken. */
  readonly defaults: readonly string[];
  /** WHATWG autofill field name. */
  readonly autocomplete?: string;
}

const keepDefaults = [
  'Keep me signed in',
  'Stay signed in',
  'Remember me',
  'Remember this device',
  'rememberMe',
  'keepMeSignedIn',
];

const known: Readonly<Record<string, KnownField>> = {
  'userProfile.login': field('login', ['Username'], 'username'),
  'userProfile.email': field('email', ['Email', 'Primary email'], 'email'),
  'userProfile.secondEmail': field('secondEmail', ['Secondary email'], 'email'),
  'userProfile.firstName': field('firstName', ['First name'], 'given-name'),
  'userProfile.lastName': field('lastName', ['Last name'], 'family-name'),
  'userProfile.middleName': field('middleName', ['Middle name'], 'additional-name'),
  'userProfile.honorificPrefix': field('honorificPrefix', ['Honorific prefix'], 'honorific-prefix'),
  'userProfile.honorificSuffix': field('honorificSuffix', ['Honorific suffix'], 'honorific-suffix'),
  'userProfile.title': field('jobTitle', ['Title'], 'organization-title'),
  'userProfile.displayName': field('displayName', ['Display name'], 'name'),
  'userProfile.nickName': field('nickName', ['Nickname'], 'nickname'),
  'userProfile.profileUrl': field('profileUrl', ['Profile Url'], 'url'),
  'userProfile.primaryPhone': field('primaryPhone', ['Primary phone'], 'tel'),
  'userProfile.mobilePhone': field('mobilePhone', ['Mobile phone'], 'tel'),
  'userProfile.streetAddress': field('streetAddress', ['Street address'], 'street-address'),
  'userProfile.city': field('city', ['City'], 'address-level2'),
  'userProfile.state': field('state', ['State'], 'address-level1'),
  'userProfile.zipCode': field('zipCode', ['Zip code'], 'postal-code'),
  'userProfile.postalCode': field('zipCode', ['Postal code'], 'postal-code'),
  'userProfile.country': field('country', ['Country'], 'country'),
  'userProfile.countryCode': field('country', ['Country code'], 'country'),
  'userProfile.postalAddress': field('postalAddress', ['Postal Address', 'Postal address']),
  'userProfile.preferredLanguage': field('language', ['Preferred language'], 'language'),
  'userProfile.locale': field('locale', ['Locale']),
  'userProfile.timezone': field('timezone', ['Time zone', 'Timezone']),
  'userProfile.userType': field('userType', ['User type']),
  'userProfile.employeeNumber': field('employeeNumber', ['Employee number']),
  'userProfile.costCenter': field('costCenter', ['Cost center']),
  'userProfile.organization': field('organization', ['Organization'], 'organization'),
  'userProfile.division': field('division', ['Division']),
  'userProfile.department': field('department', ['Department']),
  'userProfile.managerId': field('managerId', ['ManagerId', 'Manager ID']),
  'userProfile.manager': field('manager', ['Manager']),
  'userProfile.rememberMe': field('keepSignedIn', keepDefaults),
  identifier: field('login', ['Username', 'identifier'], 'username'),
  rememberMe: field('keepSignedIn', keepDefaults),
  keepMeSignedIn: field('keepSignedIn', keepDefaults),
  'credentials.passcode': field('password', ['Password', 'Enter password'], 'new-password'),
};

/** An attribute the app has its own label and autofill token for. */
export function knownField(name: string): KnownField | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

function field(label: string, defaults: readonly string[], autocomplete?: string): KnownField {
  return autocomplete === undefined ? { label, defaults } : { label, defaults, autocomplete };
}
