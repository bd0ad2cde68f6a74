/** A request that a readiness check may send: it reads, or it begins or ends a sign-up. */
export interface AllowedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
}

const id = "(?:[\\w.~!*'()-]|%[\\dA-F]{2}){1,300}";
const at = (method: AllowedRequest['method'], path: string): AllowedRequest => ({
  method,
  path: new RegExp(`^${path.replaceAll('{id}', id)}$`),
});
/** An authorization server below the org, or the org itself. */
const server = `(/oauth2(/${id})?)?`;

/**
 * All of them. `enroll` asks for the form and sends none, so no user comes of it; `simulate` is a
 * POST that only reads (https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Policy/).
 */
export const allowedRequests: readonly AllowedRequest[] = [
  at('GET', '/.well-known/okta-organization'),
  at('GET', `${server}/.well-known/openid-configuration`),
  at('POST', `/oauth2(/${id})?/v1/interact`),
  at('POST', '/idp/idx/introspect'),
  at('POST', '/idp/idx/enroll'),
  at('POST', '/idp/idx/cancel'),
  at('POST', '/api/v1/policies/simulate'),
  at('GET', '/api/v1/policies'),
  at('GET', '/api/v1/policies/{id}'),
  at('GET', '/api/v1/policies/{id}/(rules|mappings|app)'),
  at('GET', '/api/v1/apps/{id}'),
  at('GET', '/api/v1/apps/{id}/groups'),
  at('GET', '/api/v1/groups'),
  at('GET', '/api/v1/authenticators'),
  at('GET', '/api/v1/authenticators/{id}/methods'),
  at('GET', '/api/v1/authorizationServers'),
  at('GET', '/api/v1/authorizationServers/{id}'),
  at('GET', '/api/v1/authorizationServers/{id}/(policies|scopes)'),
  at('GET', '/api/v1/authorizationServers/{id}/policies/{id}/rules'),
  at('GET', '/api/v1/org/captcha'),
  at('GET', '/api/v1/domains'),
  at('GET', '/api/v1/inlineHooks/{id}'),
  at('GET', '/api/v1/rate-limit-settings/per-client'),
  at('GET', '/api/v1/logs'),
];

export function isAllowed(method: string, path: string): boolean {
  return allowedRequests.some((one) => one.method === method && one.path.test(path));
}
