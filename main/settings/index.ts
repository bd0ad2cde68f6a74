export { parseConnection } from './connection';
export { openSettings, type SettingsOptions } from './open-settings';
export type { Settings } from './settings';
export {
  type CertificateIssuer,
  comparable,
  type IssuerAttribute,
} from './rules/certificate-issuer';
export { defaultRedirectUri, type SettingKey, type SettingValues } from './table';
