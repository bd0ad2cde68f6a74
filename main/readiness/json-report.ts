import * as v from 'valibot';
import { misconfigurations } from '../../preload/contract/misconfigurations';
import { publicChecks, tokenChecks } from '../../preload/contract/readiness';
import { type Examination, verdict } from './examination';
import { findingsOf } from './findings';
import type { ReadinessTexts } from '../texts';

const nullableText = v.nullable(v.string());

/** What the command prints; `docs/readiness.schema.json` says the same to other programs. */
export const JsonReport = v.strictObject({
  verdict: v.picklist(['ready', 'not-ready', 'cannot-tell']),
  reference: v.string(),
  time: v.string(),
  org: nullableText,
  issuer: nullableText,
  clientId: nullableText,
  redirectUri: nullableText,
  findings: v.array(
    v.strictObject({
      check: v.picklist([...publicChecks, ...tokenChecks]),
      status: v.picklist(['pass', 'warn', 'fail', 'cannot-tell', 'not-checked']),
      name: v.string(),
      summary: v.string(),
      misconfigurations: v.array(v.picklist(misconfigurations)),
      remedy: nullableText,
      where: nullableText,
      who: nullableText,
      detail: nullableText,
      milliseconds: v.number(),
      seen: v.array(
        v.strictObject({
          label: v.string(),
          value: v.string(),
          api: nullableText,
          console: nullableText,
        }),
      ),
    }),
  ),
  notLookedAt: v.array(v.string()),
});
export type JsonReport = v.InferOutput<typeof JsonReport>;

/** Only a sign-up shows these, or only the Admin Console. */
const beyondChecks = [
  'email verification experience callback',
  'countries that texts and calls reach',
  'decisions of a registration inline hook',
];

/** The report of an examination that has ended. */
export function jsonReport(examination: Examination, texts: ReadinessTexts): JsonReport {
  const { connection, reference, startedAt } = examination;
  const findings = findingsOf(examination, texts);
  const leftOut = [
    ...findings.filter(({ status }) => status === 'not-checked').map(({ check }) => check),
    ...tokenChecks.filter((check) => !findings.some((finding) => finding.check === check)),
  ];
  return {
    verdict: verdict(examination),
    reference,
    time: new Date(startedAt).toISOString(),
    org: connection?.orgUrl ?? null,
    issuer: connection?.issuer ?? null,
    clientId: connection?.clientId ?? null,
    redirectUri: connection?.redirectUri ?? null,
    findings: findings.flatMap(({ status, causes, milliseconds, ...finding }) => {
      if (status === 'waiting' || status === 'running') return [];
      const [likeliest] = causes;
      return {
        check: finding.check,
        status,
        name: finding.name,
        summary: finding.summary,
        misconfigurations: causes.flatMap(({ misconfiguration }) => misconfiguration ?? []),
        remedy: likeliest?.steps.join(' ') ?? null,
        where: likeliest?.where ?? null,
        who: likeliest?.who ?? null,
        detail: finding.detail,
        milliseconds: milliseconds ?? 0,
        seen: finding.seen,
      };
    }),
    notLookedAt: [...leftOut, ...beyondChecks],
  };
}
