export const supportedScopes = [
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
] as const;

export function parseScopes(scope: string | null): readonly string[] {
  return (scope ?? '').split(' ').filter((name) => name !== '');
}

export function areSupported(scopes: readonly string[]): boolean {
  const supported: readonly string[] = supportedScopes;
  return scopes.every((scope) => supported.includes(scope));
}
