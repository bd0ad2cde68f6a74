import type { SettingKey } from '../../../preload/contract/settings';
import { checkAppearance, checkLanguage } from './choices';
import { checkClientId } from './client-id';
import { checkIssuer } from './issuer';
import { checkOrgUrl } from './org-url';
import { checkRedirectUri } from './redirect-uri';
import type { Checked } from './rule';
import { checkScopes } from './scopes';

/** One rule for a value wherever it comes from: typed, stored or managed. Each is idempotent. */
export const rules: Readonly<Record<SettingKey, (typed: string) => Checked>> = {
  orgUrl: checkOrgUrl,
  clientId: checkClientId,
  issuer: checkIssuer,
  redirectUri: checkRedirectUri,
  scopes: checkScopes,
  language: checkLanguage,
  appearance: checkAppearance,
};

export { resolveIssuer } from './issuer';
export type { Checked } from './rule';
