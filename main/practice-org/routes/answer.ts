import { setTimeout as sleep } from 'node:timers/promises';
import { apiPath, apiRoutes } from '../api/routes';
import { replyOf } from '../model/injections';
import { adminPath, outboxPath, practiceRoutes } from '../admin/routes';
import { answerUnknownForm, idxRoutes } from '../idx/routes';
import { oktaId } from '../ids';
import { oauthRoutes } from '../oauth/routes';
import type { Org } from '../model/org';
import { pageRoutes } from '../pages/email-verify';
import { userHomeRoutes } from '../pages/user-home';
import { captchaRoutes } from '../captcha/routes';
import { orgPagePath } from '../../org-page/address';
import { orgPageRoutes } from '../org-page/routes';
import { providerRoutes } from '../providers/routes';
import { corsHeaders, preflight } from '../http/cors';
import { empty, type Exchange, type Reply } from '../http/exchange';
import { isOwnPageOrTool } from '../http/guard';
import { oktaError } from '../http/okta-error';
import { answerOfOutage } from './outage';
import { findRoute } from '../model/route';

const oktaRoutes = [
  ...oauthRoutes,
  ...idxRoutes,
  ...pageRoutes,
  ...userHomeRoutes,
  ...providerRoutes,
  ...captchaRoutes,
  ...apiRoutes,
];

/** For this computer's own programs and pages; none of it is Okta's. */
const ownRoutes = [...practiceRoutes, ...orgPageRoutes];

/** Null is no answer at all: the org plays dead. */
export async function answer(exchange: Exchange, org: Org): Promise<Reply | null> {
  const isPractice = [outboxPath, adminPath, orgPagePath].some(
    (root) => exchange.path === root || exchange.path.startsWith(`${root}/`),
  );
  return isPractice ? answerPractice(exchange, org) : answerAsOkta(exchange, org);
}

async function answerPractice(exchange: Exchange, org: Org): Promise<Reply> {
  if (!isOwnPageOrTool(exchange.headers, exchange.origin)) return empty(403);
  const match = findRoute(ownRoutes, exchange.method, exchange.path);
  if (match.kind === 'found') return match.route.handle(exchange, org);
  return empty(match.kind === 'none' ? 404 : 405);
}

async function answerAsOkta(exchange: Exchange, org: Org): Promise<Reply | null> {
  const { method, path, headers } = exchange;
  const { origin, referer } = headers;
  org.switchboard.note({
    method,
    path,
    body: bodyOfForm(exchange),
    ...(origin !== undefined && { origin }),
    // What follows in an address may be a secret.
    ...(referer !== undefined && { referer: referer.replace(/[?#].*$/s, '') }),
  });
  await sleep(org.switchboard.delay);
  if (org.switchboard.isDown) return null;
  const wanted = method === 'OPTIONS' ? headers['access-control-request-method'] : method;
  const match = findRoute(oktaRoutes, wanted ?? '', path);
  const isPublic = match.kind === 'found' && match.route.isPublic === true;
  const common = {
    'X-Okta-Request-Id': oktaId('req'),
    'X-Content-Type-Options': 'nosniff',
    // Where the org's clock is wrong, that is how a client can tell.
    ...(org.setup.defects.clockAheadMinutes !== 0 && { Date: new Date(org.now()).toUTCString() }),
    ...corsHeaders(headers, { trustedOrigins: org.policy.trustedOrigins, isPublic }),
  };
  const reply = (given: Reply, more: Readonly<Record<string, string>> = {}): Reply => ({
    ...given,
    headers: { ...common, ...more, ...given.headers },
  });
  if (method === 'OPTIONS') return reply(preflight(headers));
  // A sign-up's own answers are replaced where its state is known.
  const injection = path.startsWith('/idp/idx') ? null : org.switchboard.injections.take(path);
  if (injection) return reply(replyOf(injection, 'application/json'));
  const outage = answerOfOutage(path, isPublic, org);
  if (outage) return reply(outage);
  if (match.kind === 'none') {
    if (path.startsWith(`${apiPath}/`) && method !== 'GET') return reply(oktaError('E0000022'));
    return reply(answerUnknownForm(exchange, org) ?? oktaError('E0000007'));
  }
  if (match.kind === 'other-method') return reply(oktaError('E0000022'));
  if (isPublic) return reply(await match.route.handle(exchange, org));
  const limit = org.rateLimit.count(groupOf(path), org.policy.requestsPerMinute);
  if (limit.isExceeded) {
    org.systemLog.note('system.org.rate_limit.violation', 'DENY');
    return reply(oktaError('E0000047'), limit.headers);
  }
  return reply(await match.route.handle(exchange, org), limit.headers);
}

/** What a form of a sign-up holds; tokens and codes of the OAuth endpoints are nobody's business. */
function bodyOfForm({ path, body }: Exchange): unknown {
  return path.startsWith('/idp/idx/') && body.kind === 'json' ? body.value : undefined;
}

/** `/idp/idx` and `/oauth2` are counted apart, as at Okta. */
function groupOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('/idp/') ? 3 : 2)
    .join('/');
}
