import { phoneOutcomes, type PhoneOutcome } from '../model/authenticator';
import { empty, json, record, type Exchange, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { Org } from '../model/org';

/** The phone that everybody in a practice org holds. */
export const phoneRoutes = (adminPath: string): readonly Route[] => [
  {
    method: 'GET',
    path: `${adminPath}/totp`,
    handle: (_, { authenticatorApp }) => json(200, authenticatorApp.entries()),
  },
  { method: 'POST', path: `${adminPath}/okta-verify/approve`, handle: reportOutcome },
];

/**
 * What Okta Verify did: `{"login", "outcome"}`, both optional. Without a login it is so for
 * everybody who waits; without an outcome the account was added.
 */
function reportOutcome({ body }: Exchange, { transactions }: Org): Reply {
  const sent = record(body.kind === 'json' ? body.value : {});
  const outcome = readOutcome(sent['outcome']);
  if (body.kind === 'malformed' || !outcome) {
    return json(400, { problems: [`outcome is one of ${phoneOutcomes.join(', ')}`] });
  }
  const login = sent['login'];
  const waiting = transactions.list().flatMap(({ step, account }) => {
    const isMeant = login === undefined || account?.login === String(login).toLowerCase();
    return step.at === 'enrollment' && step.enrollment.report && isMeant ? [step.enrollment] : [];
  });
  if (waiting.length === 0) return json(404, { problems: ['nobody is waiting for a phone'] });
  for (const enrollment of waiting) enrollment.report?.(outcome);
  return empty(204);
}

function readOutcome(outcome: unknown): PhoneOutcome | undefined {
  return outcome === undefined ? 'approved' : phoneOutcomes.find((known) => known === outcome);
}
