import type { submitErrors } from '../../preload/schemas/registration';
import type { OrgPages } from '../platform';
import { isCeremonial } from './idx/control';
import type { IdxResponse, Remediation } from './idx/remediation';

export interface CeremonyPorts {
  /** The answer that the form is part of. */
  readonly response: IdxResponse;
  readonly orgPages: OrgPages;
  readonly orgUrl: string;
  readonly language: () => string;
  /** JSON of the org; undefined where none came. */
  readonly get: (url: string) => Promise<unknown>;
  /** Aborted when the person gives up. */
  readonly signal: AbortSignal;
}

export type CeremonyOutcome =
  /** Values for the form, by field name. */
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, string>> }
  | {
      readonly kind: 'failed';
      readonly code: Extract<
        (typeof submitErrors)[number],
        'not-available' | 'dismissed' | 'verification-failed' | 'already-registered'
      >;
    };

/** Solves the captcha or makes the passkey that a form asks for, before it is sent. */
export async function performCeremony(
  remediation: Remediation,
  ports: CeremonyPorts,
): Promise<CeremonyOutcome> {
  if (!remediation.inputs.some(isCeremonial)) return { kind: 'values', values: {} };
  return { kind: 'failed', code: ports.signal.aborted ? 'dismissed' : 'not-available' };
}
