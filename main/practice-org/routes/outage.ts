import { page } from '../pages/page';
import type { Org } from '../model/org';
import type { Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';

/** What comes in place of the org's own answer to this path; null where the org answers. */
export function answerOfOutage(path: string, isMetadata: boolean, org: Org): Reply | null {
  const outage = org.setup.defects.outages.find(
    ({ paths, coversMetadata }) =>
      (coversMetadata || !isMetadata) && paths.some((root) => isWithin(path, root)),
  );
  switch (outage?.answer) {
    case undefined:
      return null;
    case 'network-policy':
      return blocked;
    case 'E0000047':
      org.systemLog.note('system.org.rate_limit.violation', 'DENY');
      return oktaError(outage.answer, usedUp(org));
    case 'E0000010':
    case 'E0000060':
      return oktaError(outage.answer);
  }
}

function isWithin(path: string, root: string): boolean {
  return root === '/' || path === root || path.startsWith(`${root}/`);
}

/** As a company's proxy says it, which knows nothing of Okta's formats. */
const blocked = page(403, {
  key: 'network-policy',
  title: 'Access denied by network policy',
  paragraphs: ['Your network does not let this computer reach this address.'],
});

function usedUp({ policy, now }: Org) {
  return {
    'X-Rate-Limit-Limit': String(policy.requestsPerMinute),
    'X-Rate-Limit-Remaining': '0',
    'X-Rate-Limit-Reset': String(Math.ceil(now() / 1000) + 60),
  };
}
