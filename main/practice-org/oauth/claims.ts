import { createHash } from 'node:crypto';
import type { Account } from '../accounts';
import { secret } from '../ids';
import type { Grant } from './grants';

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** What `profile`, `email` and `phone` let a client know (OpenID Connect Core section 5.4). */
export function personalClaims(account: Account, scopes: readonly string[]) {
  const { profile } = account;
  const name = [profile['firstName'], profile['lastName']].filter(Boolean).join(' ');
  const email = String(profile['email']);
  return {
    sub: account.id,
    ...(scopes.includes('profile') && {
      name: name === '' ? email : name,
      preferred_username: email,
      ...(profile['firstName'] !== undefined && { given_name: profile['firstName'] }),
      ...(profile['lastName'] !== undefined && { family_name: profile['lastName'] }),
      locale: 'en_US',
      zoneinfo: 'America/Los_Angeles',
      updated_at: seconds(account.createdAt),
    }),
    ...(scopes.includes('email') && {
      email,
      email_verified: account.enrollments.some(({ key }) => key === 'okta_email'),
    }),
  };
}

interface TokenContext {
  readonly account: Account;
  readonly grant: Grant;
  readonly issuer: string;
  readonly now: number;
  readonly lifetimeSeconds: number;
}

export function idTokenClaims(context: TokenContext, accessToken: string) {
  const { account, grant } = context;
  return {
    ...personalClaims(account, grant.request.scopes),
    ...lifetime(context),
    ver: 1,
    iss: context.issuer,
    aud: grant.request.clientId,
    jti: `ID.${secret()}`,
    amr: account.enrollments.flatMap(({ methods }) =>
      methods.map((method) => amr[method] ?? method),
    ),
    idp: 'practice-org',
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
    scp: grant.request.scopes,
    auth_time: seconds(grant.authenticatedAt),
    sub: account.login,
  };
}

function lifetime({ now, lifetimeSeconds }: TokenContext) {
  return { iat: seconds(now), exp: seconds(now) + lifetimeSeconds };
}

/** RFC 8176 names of what was set up; Okta has one of its own for mail. */
const amr: Readonly<Record<string, string>> = { password: 'pwd', voice: 'tel' };

/** `at_hash` (OpenID Connect Core section 3.1.3.6). */
function leftHalfHash(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}
