import { useI18n } from 'vue-i18n';
import type { ActionView } from '../../../preload/contract/registration/step';

/** Okta's types of identity providers that have a name of their own; every other is named by an administrator. */
const names: Readonly<Record<string, string>> = {
  ADOBE: 'Adobe',
  AMAZON: 'Amazon',
  APPLE: 'Apple',
  BITBUCKET: 'Bitbucket',
  DISCORD: 'Discord',
  FACEBOOK: 'Facebook',
  GITHUB: 'GitHub',
  GITLAB: 'GitLab',
  GOOGLE: 'Google',
  LINE: 'LINE',
  LINKEDIN: 'LinkedIn',
  LOGINGOV: 'Login.gov',
  LOGINGOV_SANDBOX: 'Login.gov Sandbox',
  MICROSOFT: 'Microsoft',
  OKTA: 'Okta',
  ORCID: 'ORCID',
  PAYPAL: 'PayPal',
  PAYPAL_SANDBOX: 'PayPal Sandbox',
  QUICKBOOKS: 'QuickBooks',
  SALESFORCE: 'Salesforce',
  SPOTIFY: 'Spotify',
  XERO: 'Xero',
  YAHOO: 'Yahoo',
  YAHOOJP: 'Yahoo! JAPAN',
};

/** A service through which one can sign up, as its button says it. */
export interface ProviderButton {
  readonly action: ActionView;
  /** Text key under `gates.providers`. */
  readonly text: 'with' | 'smartCard' | 'other';
  readonly name: string;
  /** The administrator's name, where several buttons would say the same. */
  readonly own: string | null;
}

/** Okta types a check of somebody's identity (`ID_PROOFING`) as it types providers. */
export function isProvider({ kind, name, provider }: ActionView): boolean {
  if (kind !== 'open' || name === 'redirect-idverify') return false;
  return provider !== null || ['redirect-idp', 'piv-idp'].includes(name);
}

export function toProviderButtons(actions: readonly ActionView[]): ProviderButton[] {
  const buttons = actions.map((action) => ({ action, ...wordsOf(action) }));
  return buttons.map((button) => {
    const alike = buttons.filter(({ text, name }) => text === button.text && name === button.name);
    const own = button.action.provider?.name ?? button.action.label;
    return { ...button, own: alike.length > 1 && own !== button.name ? own : null };
  });
}

function wordsOf({ name: remediation, label, provider }: ActionView) {
  const type = provider?.type.toUpperCase() ?? '';
  if (type === 'X509' || remediation === 'piv-idp') return { text: 'smartCard', name: '' } as const;
  const name = (Object.hasOwn(names, type) ? names[type] : undefined) ?? provider?.name ?? label;
  return name ? ({ text: 'with', name } as const) : ({ text: 'other', name: '' } as const);
}

/** The buttons whose words hold every word that was typed. */
export function useProviderSearch() {
  const { t } = useI18n();
  return (buttons: readonly ProviderButton[], typed: string) => {
    const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return buttons.filter(({ text, name, own }) => {
      const label = `${t(`gates.providers.${text}`, { name })} ${own ?? ''}`.toLocaleLowerCase();
      return words.every((word) => label.includes(word));
    });
  };
}
