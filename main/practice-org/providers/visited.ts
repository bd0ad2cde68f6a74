import type { Exchange, Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { FormLink } from '../model/form';
import type { Visit } from '../model/visit';
import type { Org } from '../model/org';
import { page, type Page, type PageForm } from '../pages/page';

/** A page away from the sign-up, to which a link of an answer leads. */
export interface VisitedPage {
  readonly path: string;
  readonly handleName: FormLink['handleName'];
  draw(visit: Visit, path: string): Omit<Page, 'form'> & Pick<PageForm, 'fields' | 'buttons'>;
  answer(visit: Visit, path: string, sent: URLSearchParams): Reply;
}

/** The page, and what its form is sent to: the same address. */
export function visitedRoutes(visited: VisitedPage): readonly Route[] {
  const { path, handleName } = visited;
  return [
    {
      method: 'GET',
      path,
      handle: (exchange, org) => {
        const visit = findVisit(exchange, org, exchange.query.get(handleName));
        return visit ? show(visited, visit, exchange.path) : expired;
      },
    },
    {
      method: 'POST',
      path,
      handle: (exchange, org) => {
        const sent = exchange.body.kind === 'form' ? exchange.body.value : new URLSearchParams();
        const visit = findVisit(exchange, org, sent.get(handleName));
        return visit ? visited.answer(visit, exchange.path, sent) : expired;
      },
    },
  ];
}

function findVisit({ origin }: Exchange, org: Org, handle: string | null): Visit | null {
  const transaction = org.transactions.byStateHandle(handle ?? '');
  if (!transaction) return null;
  transaction.expiresAt = org.now() + org.policy.sessionLifetimeSeconds * 1000;
  return { org, transaction, origin, body: {} };
}

function show(visited: VisitedPage, visit: Visit, path: string): Reply {
  const { fields, buttons, ...content } = visited.draw(visit, path);
  const { request, stateHandle } = visit.transaction;
  return page(200, {
    ...content,
    form: {
      leadsTo: new URL(request.redirectUri).protocol,
      hidden: { [visited.handleName]: stateHandle },
      fields,
      buttons,
    },
  });
}

const expired = page(400, {
  key: 'idx.session.expired',
  title: 'This page is out of date',
  paragraphs: ['Return to the app and start again from there.'],
});
