import type { Form } from '../model/form';
import type { IdentityProvider } from '../policy/pages';
import type { Policy } from '../policy/schema';

/** A provider with the id that its address has. */
export interface NamedProvider extends IdentityProvider {
  readonly id: string;
}

export function providersOf({ identityProviders }: Policy): readonly NamedProvider[] {
  return identityProviders.map((provider, index) => ({
    ...provider,
    // Smart cards go through one address for all, which asks for a certificate.
    id: provider.id ?? (provider.type === 'X509' ? 'mtlsidp' : `0oaPractice${index + 1}`),
  }));
}

/** The providers, as an answer offers them beside a form. */
export function providerForms(policy: Policy): readonly Form[] {
  return providersOf(policy).map(({ id, type, name }) => ({
    name: type === 'X509' ? 'piv-idp' : 'redirect-idp',
    path: `/sso/idps/${id}`,
    link: { handleName: 'stateToken', type, idp: { id, name } },
  }));
}
