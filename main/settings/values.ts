import type { SettingKey } from '../../preload/contract/settings';

/** Checked values in the form the rules give them; what is not set is not there. */
export type SettingValues = Readonly<Partial<Record<SettingKey, string>>>;

export type SettingDefaults = Readonly<Record<SettingKey, string>>;

/** The app's own scheme, registered with the system (RFC 8252 section 7.1). */
export const defaultRedirectUri = 'app.frontdesk.desktop:/callback';

/** Okta asks for `openid`; the other two carry the name and e-mail of the signed-in page. */
export function settingDefaults(redirectUri: string): SettingDefaults {
  return {
    orgUrl: '',
    clientId: '',
    issuer: '',
    redirectUri,
    scopes: 'openid profile email',
    language: '',
    appearance: 'system',
  };
}
