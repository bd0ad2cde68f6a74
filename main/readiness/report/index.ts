import type { Finding, ReportRequest } from '../../../preload/contract/readiness';
import type { InferOutput } from 'valibot';
import { type Examination, verdict } from '../examination';
import { findingsOf } from '../findings';
import type { ReadinessTexts } from '../../texts';
import type { Block } from './block';
import { markdown } from './markdown';
import { plain } from './plain';

/**
 * The report for the administrator. It holds settings, the org's own words and what to do; no
 * person is in it, no token and no handle.
 */
export function drawReport(
  examination: Examination,
  format: InferOutput<typeof ReportRequest>['format'],
  texts: ReadinessTexts,
): string {
  const blocks = compose(examination, texts);
  return (format === 'markdown' ? markdown(blocks) : plain(blocks)).slice(0, 200_000);
}

function compose(examination: Examination, texts: ReadinessTexts): Block[] {
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
          [report.scopes, connection.scopes.join(' ')],
        ]
      : []),
  ];
  return [
    { kind: 'title', text: report.title },
    { kind: 'list', items: facts.map(([name, value]) => `${name}: ${value}`) },
    ...findingsOf(examination, texts).flatMap((finding) => describe(finding, texts)),
  ];
}

function describe(finding: Finding, { report }: ReadinessTexts): Block[] {
  const { status, name, summary, causes, seen, detail } = finding;
  const line = (label: string, text: string): Block => ({
    kind: 'line',
    text: `${label}: ${text}`,
  });
  return [
    { kind: 'heading', text: `${report.statuses[status]}: ${name}` },
    ...(summary === '' ? [] : [{ kind: 'line' as const, text: summary }]),
    ...(detail === null ? [] : [line(report.orgSaid, detail)]),
    ...causes.flatMap((cause, index): Block[] => [
      line(causes.length > 1 ? `${report.cause} ${index + 1}` : report.cause, cause.title),
      { kind: 'line', text: cause.wrong },
      line(report.person, cause.person),
      line(report.where, cause.where),
      { kind: 'steps', items: cause.steps },
      line(report.who, cause.who),
      ...(cause.tell === null ? [] : [line(report.tell, cause.tell)]),
    ]),
    ...(seen.length === 0
      ? []
      : [{ kind: 'list' as const, items: seen.map((one) => describeSeen(one)) }]),
  ];
}

function describeSeen({ label, value, api, console }: Finding['seen'][number]): string {
  const places = [api, console].filter((place) => place !== null);
  return `${label}: ${value}${places.length > 0 ? ` (${places.join('; ')})` : ''}`;
}
