import { type Outcome, pass } from '../outcome';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

const path = '/api/v1/rate-limit-settings/per-client';

/** Whether Okta limits each client by itself: a hundred kiosks of one client share its limits. */
export async function checkRateLimits({ api }: Subject): Promise<Outcome> {
  const limits = await api.get(path, scopes.rateLimits);
  if (!limits.ok) return limits.outcome;
  const overrides = limits.value['useCaseModeOverrides'];
  const place = { api: `GET ${path}`, console: 'rateLimits' as const };
  return pass({
    seen: [
      { label: 'rateLimitMode', value: show(limits.value['defaultMode']), ...place },
      { label: 'rateLimitOverrides', value: show(overrides), ...place },
    ],
  });
}
