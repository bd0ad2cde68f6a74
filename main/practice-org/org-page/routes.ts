import { orgPagePath } from '../../org-page/address';
import { orgPageHeaders } from '../../org-page/headers';
import { readOutcome, readTask, toPageTask } from '../../org-page/messages';
import { sourcesOf } from '../../org-page/sources';
import { empty, json, record, type Exchange, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { builtRenderer, serveAsset, servePage } from './built-page';

/**
 * Frontdesk's own page at the org's address, for browsers that no app can put one into: the
 * browser shell leaves a task here, and the page in the person's browser does it. No Okta org has it.
 */
export function createOrgPageRoutes(folder: string): readonly Route[] {
  return [
    { method: 'POST', path: `${orgPagePath}/register`, handle: forApp(register) },
    { method: 'GET', path: `${orgPagePath}/outcome`, handle: forApp(outcome) },
    {
      method: 'GET',
      path: orgPagePath,
      handle: (exchange, org) => servePage(folder, headersFor(exchange, org)),
    },
    {
      method: 'GET',
      path: `${orgPagePath}/assets/{name}`,
      handle: ({ path }) => serveAsset(folder, path, orgPageHeaders([])),
    },
    { method: 'GET', path: `${orgPagePath}/task`, handle: task },
    { method: 'POST', path: `${orgPagePath}/result`, handle: fromPage(result) },
    { method: 'POST', path: `${orgPagePath}/left`, handle: fromPage(left) },
  ];
}

export const orgPageRoutes = createOrgPageRoutes(builtRenderer);

/** Only for programs: a browser says where each of its requests comes from. */
function forApp(handle: Route['handle']): Route['handle'] {
  return (exchange, org) => {
    const { origin, 'sec-fetch-site': site } = exchange.headers;
    return origin === undefined && site === undefined ? handle(exchange, org) : empty(403);
  };
}

/** Only for the page: browsers put the page's origin on every POST. */
function fromPage(handle: Route['handle']): Route['handle'] {
  return (exchange, org) =>
    exchange.headers.origin === exchange.origin ? handle(exchange, org) : empty(403);
}

function register({ body, origin }: Exchange, { orgPages }: Org): Reply {
  const sent = record(body.kind === 'json' ? body.value : undefined);
  const { ticket, language } = sent;
  const asked = readTask(sent['task']);
  const isComplete = typeof ticket === 'string' && ticket.length >= 32 && ticket.length <= 100;
  if (!isComplete || typeof language !== 'string' || !asked) return empty(400);
  return empty(orgPages.add(ticket, { orgUrl: origin, language, task: asked }) ? 204 : 409);
}

async function outcome({ query }: Exchange, { orgPages }: Org): Promise<Reply> {
  const outcome = await orgPages.redeem(ticketOf(query));
  if (outcome === null) return empty(404);
  return outcome === 'pending' ? empty(204) : json(200, outcome);
}

function task({ query }: Exchange, { orgPages }: Org): Reply {
  const request = orgPages.find(ticketOf(query));
  return request ? json(200, toPageTask(request), orgPageHeaders([])) : empty(404);
}

function result({ query, body }: Exchange, { orgPages }: Org): Reply {
  const outcome = readOutcome(body.kind === 'json' ? body.value : undefined);
  if (!outcome) return empty(400);
  return empty(orgPages.settle(ticketOf(query), outcome) ? 204 : 404);
}

function left({ query }: Exchange, { orgPages }: Org): Reply {
  orgPages.leave(ticketOf(query));
  return empty(204);
}

function headersFor({ query }: Exchange, { orgPages }: Org): Readonly<Record<string, string>> {
  const request = orgPages.find(ticketOf(query));
  return orgPageHeaders(request ? sourcesOf(request.task, request.orgUrl) : []);
}

function ticketOf(query: URLSearchParams): string {
  return query.get('ticket') ?? '';
}
