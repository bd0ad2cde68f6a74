import type { FieldView } from '../../../preload/contract/registration/field';
import type { Value } from '../../stores/drafts';

/** Forms that are about one method: to go on with it is to choose the only way there is. */
const dataForms = ['authenticator-enrollment-data', 'enrollment-channel-data'];

/**
 * What a field holds before a person has touched it: what the org suggests, and in forms about one
 * method the only way there is. A yes is never given for anybody: consent is an act of the person's
 * own (GDPR, recital 32), and a box ticked beforehand is none.
 */
export function presetOf(field: FieldView, step: string): Value {
  const { control, value, options } = field;
  if (control === 'checkbox') return false;
  if (control === 'fixed') return value ?? '';
  if (meansConsent(field)) return '';
  if (value !== null) return value;
  const [only, ...more] = options;
  return only && more.length === 0 && dataForms.includes(step) ? only.id : '';
}

/**
 * Whether to preselect an answer would be to agree to something in somebody's place. A method, its
 * kind and its channel are ways to go on, and bind nobody.
 */
export function meansConsent({ name, label, control, value, options }: FieldView): boolean {
  if (control === 'checkbox') return true;
  const leaf = name.split('.').at(-1) ?? '';
  if (name.startsWith('authenticator') || ['methodType', 'channel'].includes(leaf)) return false;
  const asked = words(`${leaf} ${label}`);
  const isAgreement = agreement.test(asked) || topics.test(asked);
  if (options.length === 0) return isAgreement && /^(true|yes|y|on|1)$/i.test(String(value));
  if (options.length === 1 || isYes(value, options)) return true;
  return (
    isAgreement || options.some((option) => agreement.test(words(`${option.id} ${option.label}`)))
  );
}

function isYes(value: FieldView['value'], options: FieldView['options']): boolean {
  const isYesOrNo = options.every(({ id }) => ['true', 'false'].includes(id));
  return isYesOrNo && String(value) === 'true';
}

/** Words of an agreement, in the languages of the app and in names of attributes. */
const agreement =
  /\bconsent|\bagree|\baccept|\bi confirm\b|\bopt[ -]?in\b|\bsubscribe|einwillig|zustimm|einverstanden|akzeptier|\bacept|\bconsient|de acuerdo|\baccord|\bd accord|\bconsens|同意|承諾|承認|أوافق|موافق|أقبل/u;

/** What is agreed to. */
const topics =
  /\bterms\b|\btos\b|\beula\b|\bgdpr\b|\bdsgvo\b|\brgpd\b|\bagb\b|\bprivacy|\bmarketing|\bnewsletter|datenschutz|nutzungsbedingungen|geschäftsbedingungen|privacidad|términos|confidentialité|conditions d utilisation|利用規約|規約|プライバシー|الشروط|الخصوصية/u;

/** `marketingOptIn` as `marketing opt in`. */
function words(text: string): string {
  return text
    .replaceAll(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/[_.’'-]+/g, ' ')
    .toLowerCase();
}
