import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import type { LogEntry } from '../model/system-log';
import { parseFilter } from './filter';
import { onePage } from './paging';
import { readRoute } from './read-route';

export const logRoutes: readonly Route[] = [
  readRoute('logs', 'okta.logs.read', (reading) => {
    const { org, exchange } = reading;
    const { query } = exchange;
    const matches = parseFilter(query.get('filter'));
    const since = timeOf(query.get('since'), Number.NEGATIVE_INFINITY);
    const until = timeOf(query.get('until'), Number.POSITIVE_INFINITY);
    if (!matches || since === null || until === null) return oktaError('E0000031');
    const found = org.systemLog
      .list()
      .filter(({ at }) => at >= since && at < until)
      .map((entry) => drawEntry(org, entry))
      .filter(matches)
      .map((event) => ({ id: event.uuid, event }));
    const sorted = query.get('sortOrder') === 'DESCENDING' ? found.toReversed() : found;
    return onePage(reading, sorted, 100, ({ event }) => event);
  }),
];

function timeOf(text: string | null, otherwise: number): number | null {
  const time = text === null ? otherwise : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function drawEntry({ app }: Org, entry: LogEntry) {
  const { id, at, event, displayMessage, result, reason } = entry;
  const client = { id: app.id, alternateId: app.id, displayName: app.label, detailEntry: null };
  return {
    uuid: id,
    published: new Date(at).toISOString(),
    eventType: event,
    version: '0',
    severity: result === 'SUCCESS' ? 'INFO' : 'WARN',
    legacyEventType: null,
    displayMessage,
    actor: { ...client, type: 'PublicClientApp' },
    client: {
      id: app.id,
      ipAddress: '127.0.0.1',
      userAgent: null,
      zone: 'null',
      device: null,
      geographicalContext: null,
    },
    outcome: { result, reason },
    target: [{ ...client, type: 'AppInstance' }],
    transaction: { type: 'WEB', id, detail: {} },
    debugContext: { debugData: { clientId: app.id } },
    authenticationContext: { authenticationStep: 0, externalSessionId: null },
    securityContext: {},
    request: { ipChain: [] },
  };
}
