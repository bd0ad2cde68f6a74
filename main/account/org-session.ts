import * as v from 'valibot';
import type { Log } from '../log';
import { foreignAnswerOf, isPage } from '../network/foreign-answer';
import { oauthBase } from '../network/oauth-endpoints';
import { createOktaHttp, type OktaHttp } from '../network/okta-http';
import { readJson } from '../network/read-json';
import type { PersonalNetwork } from '../platform';
import { type Person, personClaims, Subject, toPerson } from './person';

/** A `sub` of another kind is nobody's, so the answer says nothing about anybody. */
const UserInfo = v.object({ sub: v.fallback(v.nullish(Subject), null), ...personClaims });

export type UserInfoOutcome =
  | { readonly kind: 'person'; readonly person: Person }
  /** The answer is about somebody else, or does not say about whom. */
  | { readonly kind: 'other-person' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-answer' };

export interface OrgSessionPorts {
  readonly openNetwork: () => PersonalNetwork;
  readonly language: () => string;
  readonly log: Log;
}

/**
 * Who the access token belongs to, asked at the org's userinfo endpoint. An answer whose `sub` is
 * not the ID token's must not be used (OpenID Connect Core 5.3.2).
 */
export async function readUserInfo(
  ports: OrgSessionPorts,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  accessToken: string,
  signal?: AbortSignal,
): Promise<UserInfoOutcome> {
  const outcome = await withHttp(
    ports,
    issuer,
    (http) =>
      http.send({
        method: 'GET',
        url: `${oauthBase(issuer)}/v1/userinfo`,
        headers: { Accept: 'application/json', Authorization: `Bearer ${accessToken}` },
        timeout: 10_000,
      }),
    signal,
  );
  if (outcome.kind !== 'answered') return { kind: 'no-answer' };
  // Whoever is on the way knows nothing of the token.
  if (isPage(outcome) || foreignAnswerOf(outcome) !== null) return { kind: 'no-answer' };
  // RFC 6750: 401 for a token that is revoked or expired. A 403 may be a network rule.
  if (outcome.status === 401) return { kind: 'refused' };
  const reading = readJson(outcome.text);
  const parsed = v.safeParse(UserInfo, reading.kind === 'json' ? reading.value : null);
  if (outcome.status !== 200 || !parsed.success) return { kind: 'no-answer' };
  if (parsed.output.sub !== subject) return { kind: 'other-person' };
  return { kind: 'person', person: toPerson(parsed.output) };
}

/** Asks the org over a network that nothing else uses; aborting the signal ends what is on its way. */
export async function withHttp<Outcome>(
  { openNetwork, language, log }: OrgSessionPorts,
  issuer: string,
  use: (http: OktaHttp) => Promise<Outcome>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const network = openNetwork();
  try {
    const allowedOrigins = [new URL(issuer).origin];
    const http = createOktaHttp({ fetch: network.fetch, allowedOrigins, language, log });
    if (signal?.aborted) http.abort();
    signal?.addEventListener('abort', http.abort);
    return await use(http);
  } finally {
    await network.close();
  }
}
