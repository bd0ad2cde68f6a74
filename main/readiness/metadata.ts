import { ask, errorText, textOf } from './answer';
import type { Context } from './context';
import { type StepOutcome, stop } from './report';

/**
 * Reads the issuer's OpenID metadata, which auth-js reads first as well, and checks whose it is.
 * `isOktaOrg`: what the host said of itself.
 */
export async function readMetadata(
  context: Context,
  isOktaOrg: boolean,
): Promise<StepOutcome<null>> {
  const { connection, isOrgIssuer } = context;
  const field = isOrgIssuer ? 'orgUrl' : 'issuer';
  const answer = await ask(context, `${connection.issuer}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) return answer;

  const { json, status } = answer.value;
  const issuer = textOf(json, 'issuer');
  if (status !== 200 || issuer === null) {
    const isOkta = isOktaOrg || textOf(json, 'errorCode') !== null;
    return isOkta && !isOrgIssuer
      ? stop('authorization-server-not-found', 'issuer', errorText(answer.value))
      : stop('not-an-okta-org', 'orgUrl', errorText(answer.value));
  }
  // OpenID Connect Discovery 1.0 section 4.3; a token would be refused for it at the very end.
  if (issuer !== connection.issuer) return stop('issuer-mismatch', field, issuer);
  const challengeMethods = json?.['code_challenge_methods_supported'];
  const hasS256 = Array.isArray(challengeMethods) && challengeMethods.includes('S256');
  return hasS256 ? { ok: true, value: null } : stop('not-an-okta-org', field);
}
