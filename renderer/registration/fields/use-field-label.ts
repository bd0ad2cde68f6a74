import { useI18n } from 'vue-i18n';
import type { FieldView } from '../../../preload/contract/registration/field';
import { knownField } from './attributes';
import { methodLabel } from './method-labels';

/**
 * The app's own words for a field, unless an administrator chose others. What the org does not name
 * is called by its path.
 */
export function useFieldLabel(): (field: FieldView) => string {
  const { t } = useI18n();
  return ({ name, label, hasCustomLabel, control }) => {
    if (hasCustomLabel) return label;
    if (control === 'code' && isDefault(label, codeLabels)) return t('registration.labels.code');
    const ofMethod = methodLabel(name, label);
    if (ofMethod !== undefined) return t(ofMethod);
    const own = knownField(name);
    const unnamed = name.split('.').at(-1) ?? name;
    return own && isDefault(label, [...own.defaults, unnamed])
      ? t(`registration.labels.${own.label}`)
      : label;
  };
}

const codeLabels = ['Enter code', 'Enter Code', 'Code', 'passcode'];

function isDefault(label: string, defaults: readonly string[]): boolean {
  return defaults.some((text) => text.toLowerCase() === label.trim().toLowerCase());
}
