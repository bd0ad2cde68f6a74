import { createHash } from 'node:crypto';
import type { Account } from '../model/accounts';
import { secret } from '../ids';
import { amrOf } from './amr';
import { isCustom, type AuthorizationServer } from '../model/authorization-server';
import type { Grant } from '../model/grants';

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** The claims of `profile` that are attributes of Okta's base profile. */
const profileClaims = {
  given_name: 'firstName',
  middle_name: 'middleName',
  family_name: 'lastName',
  nickname: 'nickName',
  profile: 'profileUrl',
} as const;

/** What `profile`, `email` and `phone` let a client know (OpenID Connect Core section 5.4). */
export function personalClaims(account: Account, scopes: readonly string[]) {
  const { profile } = account;
  const claims = Object.entries(profileClaims).flatMap(([claim, attribute]) => {
    const value = profile[attribute];
    return value === undefined ? [] : [[claim, value] as const];
  });
  const phone = profile['primaryPhone'];
  return {
    sub: account.id,
    ...thinClaims(account, scopes),
    ...(scopes.includes('profile') && {
      ...Object.fromEntries(claims),
      locale: 'en-US',
      zoneinfo: 'America/Los_Angeles',
      updated_at: seconds(account.createdAt),
    }),
    ...(scopes.includes('email') && {
      email_verified: account.enrollments.some(({ key }) => key === 'okta_email'),
    }),
    ...(scopes.includes('phone') && phone !== undefined && { phone_number: phone }),
  };
}

/**
 * What an ID token of the org authorization server has of a person where an access token comes with it; `userinfo`
 * has the rest (Okta's OpenID Connect reference, "Scope-dependent claims").
 */
function thinClaims(account: Account, scopes: readonly string[]) {
  const { profile } = account;
  const name = [profile['firstName'], profile['lastName']].filter(Boolean).join(' ');
  const email = String(profile['email']);
  return {
    ...(scopes.includes('profile') && {
      name: name === '' ? email : name,
      preferred_username: account.login,
    }),
    ...(scopes.includes('email') && { email }),
  };
}

interface TokenContext {
  readonly account: Account;
  readonly grant: Grant;
  /** Of this token; a refresh may have asked for less than was granted. */
  readonly scopes: readonly string[];
  readonly server: AuthorizationServer;
  readonly orgId: string;
  readonly issuer: string;
  readonly now: number;
  readonly lifetimeSeconds: number;
}

/** The base claims and those of the scopes, as Okta's OpenID Connect reference lists them. */
export function idTokenClaims(context: TokenContext, accessToken: string) {
  const { account, grant, orgId, scopes, server } = context;
  const personal = isCustom(server) ? personalClaims(account, scopes) : thinClaims(account, scopes);
  return {
    sub: account.id,
    ...personal,
    ...lifetime(context),
    ver: 1,
    iss: context.issuer,
    aud: grant.request.clientId,
    jti: `ID.${secret()}`,
    amr: amrOf(account.enrollments, grant.identityProvider !== null),
    idp: grant.identityProvider ?? orgId,
    auth_time: seconds(grant.authenticatedAt),
    at_hash: leftHalfHash(accessToken),
    ...(grant.request.nonce !== null && { nonce: grant.request.nonce }),
  };
}

export function accessTokenClaims(context: TokenContext) {
  const { account, grant } = context;
  return {
    ...lifetime(context),
    ver: 1,
    iss: context.issuer,
    aud: context.issuer,
    jti: `AT.${secret()}`,
    cid: grant.request.clientId,
    uid: account.id,
    scp: context.scopes,
    auth_time: seconds(grant.authenticatedAt),
    sub: account.login,
  };
}

function lifetime({ now, lifetimeSeconds }: TokenContext) {
  return { iat: seconds(now), exp: seconds(now) + lifetimeSeconds };
}

/** `at_hash` (OpenID Connect Core section 3.1.3.6). */
function leftHalfHash(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}
