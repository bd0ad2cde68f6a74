import type { Finding, ReportRequest } from '../../../preload/contract/readiness';
import type { WayBackKind } from '../../../preload/contract/app';
import type { Connection } from '../../network/connection';
import type { InferOutput } from 'valibot';
import { type Examination, verdict } from '../examination';
import { findingsOf } from '../findings';
import { fill, type ReadinessTexts } from '../../texts';
import type { Block } from './block';
import { markdown } from './markdown';
import { plain } from './plain';

/** Why a connection has its redirect URI. A command that signs nobody up has no way back. */
type WayBackOf = (connection: Connection) => WayBackKind;

/**
 * The report for the administrator. It holds settings, the org's own words and what to do; no
 * person is in it, no token and no handle.
 */
export function drawReport(
  examination: Examination,
  format: InferOutput<typeof ReportRequest>['format'],
  texts: ReadinessTexts,
  wayBack?: WayBackOf,
): string {
  const blocks = compose(examination, texts, wayBack);
  return (format === 'markdown' ? markdown(blocks) : plain(blocks)).slice(0, 200_000);
}

function compose(examination: Examination, texts: ReadinessTexts, wayBack?: WayBackOf): Block[] {
  const { report } = texts;
  const { connection, reference, startedAt } = examination;
  const facts = [
    [report.verdict, report.verdicts[verdict(examination)]],
    [report.reference, reference],
    [report.time, new Date(startedAt).toISOString()],
    ...(connection
      ? [
          [report.org, connection.orgUrl],
          [report.issuer, connection.issuer],
          [report.clientId, connection.clientId],
          [report.redirectUri, connection.redirectUri],
          ...(wayBack ? [[report.wayBack, report.waysBack[wayBack(connection)]]] : []),
          [report.scopes, connection.scopes.join(' ')],
        ]
      : []),
  ];
  return [
    { kind: 'title', text: report.title },
    { kind: 'list', items: facts.map(([name = '', value = '']) => pair(name, value, texts)) },
    ...findingsOf(examination, texts).flatMap((finding) => describe(finding, texts)),
  ];
}

function describe(finding: Finding, texts: ReadinessTexts): Block[] {
  const { report } = texts;
  const { status, name, summary, causes, seen, detail } = finding;
  const line = (label: string, text: string): Block => ({
    kind: 'line',
    text: pair(label, text, texts),
  });
  return [
    { kind: 'heading', text: pair(report.statuses[status], name, texts) },
    ...(summary === '' ? [] : [{ kind: 'line' as const, text: summary }]),
    ...(detail === null ? [] : [line(report.orgSaid, detail)]),
    ...causes.flatMap((cause, index): Block[] => [
      line(
        causes.length > 1
          ? fill(report.numberedCause, { number: String(index + 1) })
          : report.cause,
        cause.title,
      ),
      { kind: 'line', text: cause.wrong },
      line(report.person, cause.person),
      line(report.where, cause.where),
      { kind: 'steps', items: cause.steps },
      line(report.who, cause.who),
      ...(cause.tell === null ? [] : [line(report.tell, cause.tell)]),
    ]),
    ...(seen.length === 0
      ? []
      : [{ kind: 'list' as const, items: seen.map((one) => describeSeen(one, texts)) }]),
  ];
}

function describeSeen(
  { label, value, api, console }: Finding['seen'][number],
  texts: ReadinessTexts,
): string {
  const { both, placed } = texts.report;
  const place = api && console ? fill(both, { first: api, second: console }) : (api ?? console);
  return pair(label, place ? fill(placed, { value, place }) : value, texts);
}

/** A name and its value with what the language puts between them. */
function pair(name: string, value: string, { report }: ReadinessTexts): string {
  return fill(report.pair, { name, value });
}
