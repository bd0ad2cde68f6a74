import { ask, textOf } from './answer';
import type { Context } from './context';
import { type StepOutcome, stop } from './report';

/**
 * Whether the host says it is an Okta org; one on the Classic Engine ends the test. Whatever else
 * answers is judged by its metadata.
 */
export async function readOrganization(context: Context): Promise<StepOutcome<boolean>> {
  const { orgUrl } = context.connection;
  const answer = await ask(context, `${orgUrl}/.well-known/okta-organization`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) return answer;
  const pipeline = textOf(answer.value.json, 'pipeline');
  return pipeline === 'v1' ? stop('classic-org', 'orgUrl') : { ok: true, value: pipeline !== null };
}
