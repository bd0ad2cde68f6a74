import * as v from 'valibot';
import type { Log } from '../log';
import { oauthBase } from '../network/oauth-endpoints';
import { createOktaHttp } from '../network/okta-http';
import type { PersonalNetwork } from '../platform';

const UserInfo = v.object({
  name: v.optional(v.string()),
  given_name: v.optional(v.string()),
  family_name: v.optional(v.string()),
  preferred_username: v.optional(v.string()),
  email: v.optional(v.string()),
});

export type UserInfoOutcome =
  | { readonly kind: 'person'; readonly name: string | null; readonly email: string | null }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-answer' };

export interface OrgSessionPorts {
  readonly openNetwork: () => PersonalNetwork;
  readonly language: () => string;
  readonly log: Log;
}

/** Who the access token belongs to, asked at the org's userinfo endpoint. */
export async function readUserInfo(
  ports: OrgSessionPorts,
  issuer: string,
  accessToken: string,
): Promise<UserInfoOutcome> {
  const outcome = await withHttp(ports, issuer, (http) =>
    http.send({
      method: 'GET',
      url: `${oauthBase(issuer)}/v1/userinfo`,
      headers: { Accept: 'application/json', Authorization: `Bearer ${accessToken}` },
      timeout: 10_000,
    }),
  );
  if (outcome.kind !== 'answered') return { kind: 'no-answer' };
  // RFC 6750: 401 for a token that is revoked or expired. A 403 may be a network rule.
  if (outcome.status === 401) return { kind: 'refused' };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), UserInfo), outcome.text);
  if (outcome.status !== 200 || !parsed.success) return { kind: 'no-answer' };
  const { name, given_name, family_name, preferred_username, email } = parsed.output;
  const fullName = [given_name, family_name].filter(Boolean).join(' ');
  return {
    kind: 'person',
    name: name ?? (fullName || preferred_username) ?? null,
    email: email ?? null,
  };
}

/** Revokes a token (RFC 7009). The answer does not matter: the token is deleted here regardless. */
export async function revokeToken(
  ports: OrgSessionPorts,
  { issuer, clientId }: { issuer: string; clientId: string },
  token: string,
  hint: 'access_token' | 'refresh_token',
): Promise<void> {
  const body = new URLSearchParams({ token, token_type_hint: hint, client_id: clientId });
  await withHttp(ports, issuer, (http) =>
    http.send({
      method: 'POST',
      url: `${oauthBase(issuer)}/v1/revoke`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      timeout: 5_000,
    }),
  );
}

async function withHttp<Outcome>(
  { openNetwork, language, log }: OrgSessionPorts,
  issuer: string,
  use: (http: ReturnType<typeof createOktaHttp>) => Promise<Outcome>,
): Promise<Outcome> {
  const network = openNetwork();
  try {
    const allowedOrigins = [new URL(issuer).origin];
    return await use(createOktaHttp({ fetch: network.fetch, allowedOrigins, language, log }));
  } finally {
    await network.close();
  }
}
