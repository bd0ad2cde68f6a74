import type { Connection } from '../../network/connection';
import type { Sending } from '../request';
import type { IdxAnswer } from './idx-answer';

/** What earlier checks learnt, for those that stand on it. */
export interface Facts {
  /** The host says that it is an Okta org. */
  isOktaOrg: boolean;
  /** The host serves the metadata of an authorization server that is its own. */
  isOwnIssuer: boolean;
  organization: Readonly<Record<string, unknown>> | null;
  interactionHandle: string | null;
  /** The sign-up that was begun and has to be cancelled. */
  stateHandle: string | null;
  firstPage: IdxAnswer | null;
}

/** How long an answer took, and by how much its clock differs from this one's. */
export interface Timing {
  readonly milliseconds: number;
  /** Of the server's clock against this one; null where the answer carries no `Date`. */
  readonly skew: number | null;
}

/** One look at an org without admin rights. */
export interface Visit {
  readonly connection: Connection;
  readonly sending: Sending;
  /** Whether the issuer is the org itself, Okta's org authorization server. */
  readonly isOrgIssuer: boolean;
  /** Where the OAuth endpoints are, found as auth-js finds them. */
  readonly oauthUrl: string;
  /** Where the Identity Engine's endpoints are, found as auth-js finds them. */
  readonly idxUrl: string;
  readonly facts: Facts;
  readonly timings: Timing[];
}

export function createVisit(connection: Connection, sending: Sending, facts?: Facts): Visit {
  const { issuer, orgUrl } = connection;
  return {
    connection,
    sending,
    isOrgIssuer: issuer === orgUrl,
    oauthUrl: issuer.includes('/oauth2') ? issuer : `${issuer}/oauth2`,
    idxUrl: issuer.split('/oauth2')[0] ?? orgUrl,
    facts: facts ?? {
      isOktaOrg: false,
      isOwnIssuer: false,
      organization: null,
      interactionHandle: null,
      stateHandle: null,
      firstPage: null,
    },
    timings: [],
  };
}
