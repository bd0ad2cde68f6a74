import type { FieldView } from '../../../preload/contract/registration/field';

/** Text keys under `gates.groups`, in the order in which one would introduce oneself. */
const groups = {
  name: [
    'honorificPrefix',
    'firstName',
    'middleName',
    'lastName',
    'honorificSuffix',
    'displayName',
    'nickName',
  ],
  contact: ['email', 'secondEmail', 'mobilePhone', 'primaryPhone', 'profileUrl'],
  address: [
    'streetAddress',
    'zipCode',
    'postalCode',
    'city',
    'state',
    'country',
    'countryCode',
    'postalAddress',
  ],
  work: [
    'organization',
    'title',
    'department',
    'division',
    'costCenter',
    'employeeNumber',
    'manager',
    'managerId',
    'userType',
  ],
  region: ['preferredLanguage', 'locale', 'timezone'],
  more: [],
  account: ['login', 'passcode'],
} as const;

export type FieldGroupName = keyof typeof groups;

export interface FieldGroup {
  readonly name: FieldGroupName;
  readonly fields: readonly FieldView[];
}

/** Up to here a form is read at a glance. */
const shortForm = 8;

const groupOf: ReadonlyMap<string, FieldGroupName> = new Map(
  Object.entries(groups).flatMap(([group, attributes]) =>
    attributes.map((attribute) => [attribute, group as FieldGroupName] as const),
  ),
);

/** The fields of a long profile by what they are about; null where one list does. */
export function fieldGroups(fields: readonly FieldView[]): FieldGroup[] | null {
  if (fields.length <= shortForm) return null;
  const found = (Object.keys(groups) as FieldGroupName[])
    .map((name) => ({ name, fields: fields.filter((field) => nameOfGroup(field) === name) }))
    .filter((group) => group.fields.length > 0);
  return found.length > 1 ? found : null;
}

function nameOfGroup({ name }: FieldView): FieldGroupName {
  return groupOf.get(name.replace(/^(userProfile|credentials)\./, '')) ?? 'more';
}
