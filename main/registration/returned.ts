/** What the address says that a browser brought back to the app. */
export type Returned =
  /** The sign-up is complete: the code is exchanged for tokens. */
  | { readonly kind: 'interaction-code'; readonly code: string }
  /** The org has more to ask (`error=interaction_required`). */
  | { readonly kind: 'continue' }
  /** The code of a mail, from Okta's e-mail verification callback. */
  | { readonly kind: 'email-code' }
  /** An administrator's activation link, which needs a client secret. */
  | { readonly kind: 'activation' }
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  /** Another sign-up's, or nobody's. */
  | { readonly kind: 'foreign' };

/**
 * Reads an address that the system handed to the app. Anything on the machine can do that, so an
 * OAuth answer counts only under the redirect URI of this sign-up, with its `state`, and with every
 * parameter once (RFC 6749 sections 3.1 and 10.12). A code needs the `state` as well: a made-up one
 * would cost the person an attempt.
 */
export function readReturned(
  address: string,
  { redirectUri, state }: { redirectUri: string; state: string | undefined },
): Returned {
  if (!URL.canParse(address)) return { kind: 'foreign' };
  const { searchParams } = new URL(address);
  const names = [...searchParams.keys()];
  if (new Set(names).size !== names.length) return { kind: 'foreign' };
  if (isActivation(address)) return { kind: 'activation' };
  if (state === undefined || searchParams.get('state') !== state) return { kind: 'foreign' };
  if (searchParams.has('otp')) return { kind: 'email-code' };
  if (address.split('?', 1)[0] !== redirectUri) return { kind: 'foreign' };
  const error = searchParams.get('error');
  if (error === 'interaction_required') return { kind: 'continue' };
  if (error !== null) {
    return { kind: 'refused', error, description: searchParams.get('error_description') ?? '' };
  }
  const code = searchParams.get('interaction_code');
  return code === null ? { kind: 'foreign' } : { kind: 'interaction-code', code };
}

/** Okta's activation mails carry the token under either spelling. */
export function isActivation(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { searchParams, pathname } = new URL(address);
  return (
    searchParams.has('activationToken') ||
    searchParams.has('activation_token') ||
    /^\/welcome\/[\w-]+$/.test(pathname)
  );
}
