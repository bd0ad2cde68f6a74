import { createHash, randomBytes } from 'node:crypto';
import { ask, errorText, textOf } from './answer';
import type { Context } from './context';
import { classifyInteractError } from '../network/interact-error';
import { report, type StepOutcome, stop } from './report';

/** Begins an interaction (RFC 7636, Okta's interaction code grant); the value is its handle. */
export async function interact(context: Context): Promise<StepOutcome<string>> {
  const { connection, oauthUrl } = context;
  const answer = await ask(context, `${oauthUrl}/v1/interact`, {
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
  if (!answer.ok) return answer;

  const { status, json } = answer.value;
  const handle = textOf(json, 'interaction_handle');
  if (status === 200 && handle !== null) return { ok: true, value: handle };
  if (!json) return stop('unknown', null);
  const text = errorText(answer.value);
  const [finding, field] = classifyInteractError(textOf(json, 'error'), text ?? '', context);
  return { ok: false, report: report(finding, field, text) };
}

/** 43 characters, within RFC 7636's bounds for a code verifier. Nobody redeems this one. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}
