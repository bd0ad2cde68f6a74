import { type IdxResponse, type Remediation, remediationsOf } from '../idx/remediation';
import { enrollsProvider } from './authenticator';

/**
 * Remediations that stand beside the one a step is about. The higher the number, the later it is
 * taken as the step itself; what is not named comes first, in the org's order.
 */
const rank: Readonly<Record<string, number>> = {
  'select-enrollment-channel': 1,
  'select-authenticator-enroll': 2,
  'select-authenticator-authenticate': 2,
  identify: 3,
  'redirect-idp': 4,
  'piv-idp': 4,
  'launch-authenticator': 4,
  'launch-webauthn-authenticator': 4,
  'select-enroll-profile': 5,
  'unlock-account': 6,
  'identify-recovery': 6,
  'select-identify': 7,
  skip: 8,
};

export interface Layout {
  /** The form the step shows. */
  readonly shown: Remediation;
  /** False while the person looks at another form of the answer than the org put first. */
  readonly isOrgsChoice: boolean;
  /** The other forms of the same answer. */
  readonly others: readonly Remediation[];
}

/**
 * Which form of an answer is the step. `focus` names another form that the person asked for, which
 * wins while the answer offers it.
 */
export function layoutOf(response: IdxResponse, focus: string | null): Layout | null {
  const remediations = remediationsOf(response);
  const byRank = [...remediations].sort((a, b) => rankOf(a, response) - rankOf(b, response));
  const [first] = byRank;
  if (!first) return null;
  const shown = remediations.find(({ name }) => name === focus) ?? first;
  return {
    shown,
    isOrgsChoice: shown === first,
    others: remediations.filter((remediation) => remediation !== shown),
  };
}

/** The enrollment of an external identity provider is the step; others are ways around a form. */
function rankOf(remediation: Remediation, response: IdxResponse): number {
  const { name } = remediation;
  if (enrollsProvider(response, remediation)) return 0;
  return Object.hasOwn(rank, name) ? (rank[name] ?? 0) : 0;
}
