import { textOf } from '../json';
import { failed, type Outcome, pass, type Seen } from '../outcome';
import { type Answer, ask, errorText } from './ask';
import { judgeOAuthError } from './refusal';
import type { Visit } from './visit';

/** Reads the issuer's OpenID metadata, which auth-js reads first as well, and checks whose it is. */
export async function checkIssuer(visit: Visit): Promise<Outcome> {
  const { connection, isOrgIssuer, facts } = visit;
  facts.isOwnIssuer = false;
  const field = isOrgIssuer ? 'orgUrl' : 'issuer';
  // The org authorization server has an issuer for each client (its "Issuer" setting).
  const query = isOrgIssuer ? `?client_id=${encodeURIComponent(connection.clientId)}` : '';
  const path = '/.well-known/openid-configuration';
  const asked = await ask(visit, `${connection.issuer}${path}${query}`, {
    method: 'GET',
    headers: { accept: 'application/json' },
  });
  if (!asked.ok) return asked.outcome;

  const { json, status } = asked.value;
  const issuer = textOf(json, 'issuer');
  if (status !== 200 || issuer === null) return judgeAbsence(visit, asked.value);
  const seen: Seen[] = [
    { label: 'issuerTyped', value: connection.issuer },
    { label: 'issuerNamed', value: issuer, api: `GET ${path}`, console: 'serverSettings' },
  ];
  // OpenID Connect Discovery 1.0 section 4.3; a token would be refused for it at the very end.
  if (issuer !== connection.issuer) {
    return failed(['issuer-mismatch'], { seen, field, detail: issuer });
  }
  const challengeMethods = json?.['code_challenge_methods_supported'];
  const hasS256 = Array.isArray(challengeMethods) && challengeMethods.includes('S256');
  if (!hasS256) return failed(['not-an-okta-org'], { seen, field, isFinal: true });
  facts.isOwnIssuer = new URL(issuer).origin === connection.orgUrl;
  return pass({ seen });
}

function judgeAbsence(visit: Visit, answer: Answer): Outcome {
  const { facts, isOrgIssuer } = visit;
  const refusal = judgeOAuthError(visit, answer);
  // The client ID stands in the address, and may be what the org does not know.
  if (refusal.field === 'clientId') return refusal;
  const detail = errorText(answer);
  const isOkta = facts.isOktaOrg || textOf(answer.json, 'errorCode') !== null;
  if (isOrgIssuer && facts.isOktaOrg) return refusal;
  if (!isOkta || isOrgIssuer) {
    return failed(['not-an-okta-org'], { field: 'orgUrl', detail, isFinal: true });
  }
  const isFeature =
    /requested feature/i.test(detail ?? '') || textOf(answer.json, 'errorCode') === 'E0000015';
  return failed(
    isFeature
      ? ['no-api-access-management', 'issuer-unknown']
      : ['issuer-unknown', 'no-api-access-management'],
    { field: 'issuer', detail, isFinal: true },
  );
}
