import type { OrgSetup } from './setup/org-setup';
import type { AuthorizationServer } from './authorization-server';

/** The issuer that metadata and tokens name, which is the org's own domain where it has one. */
export function issuerOf(
  setup: OrgSetup,
  { issuerPath }: Pick<AuthorizationServer, 'issuerPath'>,
  origin: string,
): string {
  return `${setup.hasCustomDomain ? customDomain(origin) : origin}${issuerPath}`;
}

/** The other name of this computer stands in for a domain that the org's owner bought. */
export function customDomain(origin: string): string {
  return `http://127.0.0.1:${new URL(origin).port}`;
}
