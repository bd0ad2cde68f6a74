import { createHash, randomBytes } from 'node:crypto';
import { classifyInteractError } from '../../diagnosis/interact-error';
import { textOf } from '../json';
import { cannotTell, failed, type Outcome, pass } from '../outcome';
import { ask, errorText } from './ask';
import type { Visit } from './visit';

/** Begins an interaction (RFC 7636, Okta's interaction code grant). */
export async function checkInteract(visit: Visit): Promise<Outcome> {
  const { connection, oauthUrl, facts, isOrgIssuer } = visit;
  facts.interactionHandle = null;
  const asked = await ask(visit, `${oauthUrl}/v1/interact`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      client_id: connection.clientId,
      scope: connection.scopes.join(' '),
      redirect_uri: connection.redirectUri,
      code_challenge: createHash('sha256').update(randomText()).digest('base64url'),
      code_challenge_method: 'S256',
      state: randomText(),
      nonce: randomText(),
    }).toString(),
  });
  if (!asked.ok) return asked.outcome;

  const { status, json } = asked.value;
  facts.interactionHandle = textOf(json, 'interaction_handle');
  if (status === 200 && facts.interactionHandle !== null) return pass();
  const detail = errorText(asked.value);
  const { misconfigurations, field } = classifyInteractError(
    textOf(json, 'error') ?? textOf(json, 'errorCode'),
    detail ?? '',
    { isOrgIssuer, isIdentityEngine: facts.isOktaOrg },
  );
  return misconfigurations.length > 0
    ? failed(misconfigurations, { detail, field, isFinal: true })
    : cannotTell(['unusual-answer'], { detail, isFinal: true });
}

/** 43 characters, within RFC 7636's bounds for a code verifier. Nobody redeems this one. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}
