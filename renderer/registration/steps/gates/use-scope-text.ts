import { useI18n } from 'vue-i18n';

interface ScopeWords {
  readonly name: string;
  readonly label: string | null;
  readonly description: string | null;
}

/** OpenID Connect's own scopes, and the English words Okta gives them. */
const known: Readonly<Record<string, string>> = {
  openid: '',
  profile: 'View your profile information.',
  email: 'View your email address.',
  phone: 'View your phone number.',
  address: 'View your address.',
  offline_access: '',
};

/** What an app asks for, in the app's words where the org has none of its own. */
export function useScopeText() {
  const { t } = useI18n();
  const isOwn = ({ name, label }: ScopeWords) =>
    Object.hasOwn(known, name) && (label === null || label === name || label === known[name]);
  return {
    labelOf: (scope: ScopeWords): string =>
      isOwn(scope) ? t(`gates.scopes.${scope.name}`) : (scope.label ?? scope.name),
    descriptionOf: (scope: ScopeWords): string | null => (isOwn(scope) ? null : scope.description),
  };
}
