/** An authorization server of the org: where its issuer and its endpoints are. */
export interface AuthorizationServer {
  /** After the origin; the issuer of the org's own server is the origin itself. */
  readonly issuerPath: string;
  readonly endpointPath: string;
}

/** The org authorization server, and the custom one that every Okta org starts with. */
export const authorizationServers = [
  { issuerPath: '', endpointPath: '/oauth2/v1' },
  { issuerPath: '/oauth2/default', endpointPath: '/oauth2/default/v1' },
] as const satisfies readonly AuthorizationServer[];

export const defaultServer = authorizationServers[1];

/** Custom authorization servers have access policies, and are a product of their own at Okta. */
export function isCustom(server: AuthorizationServer): boolean {
  return server.issuerPath !== '';
}
