import { supportedScopes } from '../model/setup/authorization-server';
import type { OrgSetup } from '../model/setup/org-setup';
import { isCustom, type AuthorizationServer } from '../model/authorization-server';

export function parseScopes(scope: string | null): readonly string[] {
  return (scope ?? '').split(' ').filter((name) => name !== '');
}

/** The scopes that a server has; those of the org's own server cannot be changed. */
export function scopesOf(setup: OrgSetup, server: AuthorizationServer): readonly string[] {
  return isCustom(server) ? setup.server.scopes : supportedScopes;
}

export function areConfigured(scopes: readonly string[], configured: readonly string[]): boolean {
  return scopes.every((scope) => configured.includes(scope));
}
