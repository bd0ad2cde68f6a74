import { createHash, randomBytes } from 'node:crypto';
import { textOf } from '../json';
import { type Outcome, pass } from '../outcome';
import { ask } from './ask';
import { judgeOAuthError } from './refusal';
import type { Visit } from './visit';

/** Begins an interaction (RFC 7636, Okta's interaction code grant). */
export async function checkInteract(visit: Visit): Promise<Outcome> {
  const { connection, oauthUrl, facts } = visit;
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
  return judgeOAuthError(visit, asked.value);
}

/** 43 characters, within RFC 7636's bounds for a code verifier. Nobody redeems this one. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}
