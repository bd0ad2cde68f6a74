import * as v from 'valibot';
import type { ConnectionReport } from '../../preload/schemas/settings';
import { ask } from './answer';
import type { Context } from './context';
import { report } from './report';

/** The part of an IDX response that tells whether a sign-up can begin. */
const IdxResponse = v.object({
  stateHandle: v.optional(v.string()),
  remediation: v.optional(v.object({ value: v.array(v.object({ name: v.string() })) })),
  messages: v.optional(
    v.object({
      value: v.array(
        v.object({
          message: v.optional(v.string()),
          i18n: v.optional(v.object({ key: v.string() })),
        }),
      ),
    }),
  ),
});

const signUpSteps = ['select-enroll-profile', 'enroll-profile'];

export interface Introspection {
  readonly report: ConnectionReport;
  /** What there is to cancel. */
  readonly stateHandle: string | null;
}

/** Looks at what the org offers to somebody who has just arrived: is it to sign up? */
export async function introspect(
  context: Context,
  interactionHandle: string,
): Promise<Introspection> {
  const type = 'application/ion+json; okta-version=1.0.0';
  const answer = await ask(context, `${context.idxUrl}/idp/idx/introspect`, {
    method: 'POST',
    headers: { accept: type, 'content-type': type },
    body: JSON.stringify({ interactionHandle }),
  });
  if (!answer.ok) return { report: answer.report, stateHandle: null };

  const parsed = v.safeParse(IdxResponse, answer.value.json);
  if (!parsed.success) return { report: report('unknown'), stateHandle: null };
  const { stateHandle = null, remediation, messages } = parsed.output;
  const steps = remediation?.value.map((step) => step.name) ?? [];
  const keys = messages?.value.flatMap(({ i18n }) => (i18n ? [i18n.key] : [])) ?? [];
  const detail = messages?.value[0]?.message ?? null;
  return { report: judge(context, steps, keys, detail), stateHandle };
}

function judge(
  { isOrgIssuer }: Context,
  steps: readonly string[],
  keys: readonly string[],
  detail: string | null,
): ConnectionReport {
  if (keys.includes('idx.error.code.no_matching_policy')) {
    return report('no-matching-policy', isOrgIssuer ? null : 'issuer', detail);
  }
  if (keys.includes('tooManyRequests')) return report('too-many-requests', null, detail);
  // Offered and refused at once: the org is in safe mode, which passes.
  if (keys.includes('idx.error.registration.unavailable')) {
    return report('server-error', null, detail);
  }
  const isOffered = steps.some((name) => signUpSteps.includes(name));
  return isOffered ? report('ready') : report('sign-up-not-offered', null, detail);
}
