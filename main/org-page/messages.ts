import * as v from 'valibot';
import type { OrgPageOutcome, OrgPageTask } from '../platform';
import { scriptOf } from './sources';

/** One thing to be done on the page, and in which language it speaks. */
export interface OrgPageRequest {
  readonly orgUrl: string;
  readonly language: string;
  readonly task: OrgPageTask;
}

/** What the page learns of its task. */
export function toPageTask({ orgUrl, language, task }: OrgPageRequest) {
  return { language, task: { ...task, script: scriptOf(task, orgUrl, language) } };
}

/** More than any attestation with its certificates. */
const value = v.pipe(v.string(), v.maxLength(200_000));

const Task = v.variant('kind', [
  v.strictObject({
    kind: v.literal('captcha'),
    provider: v.picklist(['hcaptcha', 'recaptcha']),
    siteKey: value,
  }),
  v.strictObject({
    kind: v.literal('passkey'),
    options: v.record(v.string(), v.unknown()),
    existing: v.array(value),
  }),
]);

const Outcome = v.variant('kind', [
  v.strictObject({
    kind: v.literal('done'),
    values: v.partial(
      v.strictObject({
        token: value,
        clientData: value,
        attestation: value,
        transports: value,
        clientExtensions: value,
      }),
    ),
  }),
  v.strictObject({
    kind: v.picklist(['dismissed', 'failed', 'unavailable', 'already-registered']),
  }),
]);

/** Null for what is no task. */
export function readTask(received: unknown): OrgPageTask | null {
  const parsed = v.safeParse(Task, received);
  return parsed.success ? parsed.output : null;
}

/** Null for what is no outcome, such as values that no form asks for. */
export function readOutcome(received: unknown): OrgPageOutcome | null {
  const parsed = v.safeParse(Outcome, received);
  if (!parsed.success) return null;
  if (parsed.output.kind !== 'done') return { kind: parsed.output.kind };
  const given = Object.entries(parsed.output.values).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return { kind: 'done', values: Object.fromEntries(given) };
}
