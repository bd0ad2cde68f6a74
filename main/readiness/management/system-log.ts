import type { CauseId } from '../causes/cause-id';
import { asObject, inside, type Json, objectsOf, textOf } from '../json';
import { type Outcome, pass, type Seen, warn } from '../outcome';
import { maskPeople } from './mask-people';
import { scopes } from './scopes';
import type { Subject } from './subject';

const hour = 3_600_000;

/** Events that are a cause by themselves. */
const causesByEvent: Readonly<Record<string, CauseId>> = {
  'system.operation.rate_limit.violation': 'rate-limited',
  'system.org.rate_limit.violation': 'rate-limited',
};

/**
 * What the org noted of this client in the last hour: names and numbers of events alone. Who was
 * meant stays in the System Log.
 */
export async function checkSystemLog({ api, connection }: Subject): Promise<Outcome> {
  const { clientId } = connection;
  const now = Date.now();
  const query = new URLSearchParams({
    since: new Date(now - hour).toISOString(),
    // Without an end it is a poll, whose pages always name a next one.
    until: new Date(now).toISOString(),
    filter: `target.id eq "${clientId}" or actor.id eq "${clientId}" or client.id eq "${clientId}"`,
    limit: '1000',
  });
  const events = await api.list(`/api/v1/logs?${query.toString()}`, scopes.logs);
  if (!events.ok) return events.outcome;
  const counts = new Map<string, number>();
  for (const event of events.value) {
    const line = describe(event);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const seen: Seen[] = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 20)
    .map(([line, count]) => ({
      label: 'logEvents',
      value: `${count} × ${line}`,
      api: 'GET /api/v1/logs',
      console: 'log',
    }));
  if (!events.value.some(isRefusal)) return pass({ seen, summary: 'log-quiet' });
  const causes = events.value.flatMap((event) => causesByEvent[String(event['eventType'])] ?? []);
  return warn([...new Set(causes)], { seen, summary: 'log-refusals' });
}

function describe(event: Json): string {
  const result = inside(event, 'outcome', 'result');
  const reason = inside(event, 'outcome', 'reason');
  const told = typeof reason === 'string' ? maskPeople(reason, namesIn(event)) : null;
  const words = [result, told].filter((word) => typeof word === 'string');
  return `${textOf(event, 'eventType') ?? '–'} ${words.join(' ')}`.trim();
}

/** What the event calls the people that it is about. */
function namesIn(event: Json): string[] {
  const about = [asObject(event['actor']) ?? {}, ...objectsOf(event['target'])];
  return about
    .filter(({ type }) => ['User', 'AppUser'].includes(String(type)))
    .flatMap((one) => [textOf(one, 'alternateId') ?? '', textOf(one, 'displayName') ?? ''])
    .filter((name) => name !== '');
}

function isRefusal(event: Json): boolean {
  return ['FAILURE', 'DENY'].includes(String(inside(event, 'outcome', 'result')));
}
