export { openSettings, type SettingsOptions } from './open-settings';
export { parseConnection } from './parse-connection';
export type { Settings } from './settings';
export { defaultRedirectUri } from './values';
export {
  type CertificateIssuer,
  comparable,
  type IssuerAttribute,
} from './rules/certificate-issuer';
