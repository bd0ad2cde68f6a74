/** Okta's own, which every authorization server begins with. */
export const supportedScopes = [
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
] as const;

/** The custom authorization server, and the one rule of its access policy. */
export interface AuthorizationServerSetup {
  readonly exists: boolean;
  readonly scopes: readonly string[];
  readonly rule: {
    readonly grantTypes: readonly string[];
    /** Whether it holds for everybody, or for the group of staff alone. */
    readonly people: 'everyone' | 'staff';
    /** `*` is any. */
    readonly scopes: readonly string[];
  };
}

export const defaultAuthorizationServer: AuthorizationServerSetup = {
  exists: true,
  scopes: supportedScopes,
  rule: {
    grantTypes: ['authorization_code', 'interaction_code', 'refresh_token'],
    people: 'everyone',
    scopes: ['*'],
  },
};
