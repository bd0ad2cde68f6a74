import type { AccountView } from '../../preload/contract/account';
import type { TokenClient } from '../network/connection';
import type { IdTokenClaims } from './id-token';
import { type OrgSessionPorts, readUserInfo } from './org-session';

export type Ended = Extract<AccountView, { state: 'ended' }>;

export interface ViewPorts extends OrgSessionPorts {
  readonly now: () => number;
  /** The org at this issuer has ended, and its tokens with it. */
  readonly isGone: (issuer: string) => boolean;
  /** Where a sign-up would go now; null where nothing is chosen, or not started yet. */
  readonly inForce: () => TokenClient | null;
}

/** Why the tokens are of no use here; null where they are. */
export function whyEnded({ now, isGone, inForce }: ViewPorts, claims: IdTokenClaims): Ended | null {
  const isOver = claims.expiresAt <= now() || isGone(claims.issuer);
  if (isOver) return { state: 'ended', reason: 'expired' };
  const org = inForce();
  const isOther = org && (org.issuer !== claims.issuer || org.clientId !== claims.clientId);
  return isOther ? { state: 'ended', reason: 'other-org' } : null;
}

/** Who is signed in, asked at the org: it may say that the tokens are good for nothing any more. */
export async function signedInView(
  ports: ViewPorts,
  session: {
    readonly claims: IdTokenClaims;
    readonly accessToken: string;
    readonly isStored: boolean;
  },
  signal: AbortSignal,
): Promise<AccountView> {
  const { claims, accessToken, isStored } = session;
  const answer = await readUserInfo(ports, claims, accessToken, signal);
  if (answer.kind === 'refused') return { state: 'ended', reason: 'revoked' };
  if (answer.kind === 'other-person') ports.log.warn('account.userinfo', { reason: answer.kind });
  const isConfirmed = answer.kind === 'person';
  const { name, email } = isConfirmed ? answer.person : claims;
  return {
    state: 'signed-in',
    name,
    email,
    orgHost: new URL(claims.issuer).host,
    expiresAt: claims.expiresAt,
    isStored,
    isConfirmed,
  };
}
