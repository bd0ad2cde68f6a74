import * as v from 'valibot';
import { json, type Exchange, type Reply } from '../http/exchange';
import { issuerOf } from '../model/issuer';
import type { Org } from '../model/org';

const Wanted = v.strictObject({
  scopes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/))), v.maxLength(100)),
});

const lifetimeSeconds = 3_600;

/** An access token for the management API with these scopes and no others, as a service app gets it. */
export async function mintAccessToken({ body, origin }: Exchange, org: Org): Promise<Reply> {
  const parsed = v.safeParse(Wanted, body.kind === 'json' ? body.value : undefined);
  if (!parsed.success) return json(400, { problems: ['scopes is a list of names of scopes'] });
  const { scopes } = parsed.output;
  const issuedAt = Math.floor(org.now() / 1000);
  const issuer = issuerOf(org.setup, { issuerPath: '' }, origin);
  const accessToken = await org.signingKey.sign({
    iss: issuer,
    aud: issuer,
    sub: org.idOf('0oa', 'readiness'),
    cid: org.idOf('0oa', 'readiness'),
    scp: scopes,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
  });
  org.apiAccess.admit(accessToken, scopes);
  return json(200, { accessToken });
}
