import { practiceRedirectUri } from '../client';
import type { Policy } from '../../policy/schema';
import type { GroupName } from './groups';

export type GrantType = 'authorization_code' | 'implicit' | 'interaction_code' | 'refresh_token';

/** The settings of the application that people sign up in. */
export interface AppSetup {
  readonly exists: boolean;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly applicationType: 'native' | 'web' | 'service';
  readonly tokenEndpointAuthMethod: 'none' | 'client_secret_basic';
  readonly grantTypes: readonly GrantType[];
  readonly redirectUris: readonly string[];
  /** Where people are taken who confirm their address outside the app. */
  readonly initiateLoginUri: string | null;
  /** Assigned to everybody without a group. */
  readonly implicitAssignment: boolean;
  readonly assignedTo: readonly GroupName[];
  /** Whether only a zone may use the client, and this computer is not in it. */
  readonly isKeptToZone: boolean;
  readonly dpopBoundAccessTokens: boolean;
  readonly issuerMode: 'ORG_URL' | 'CUSTOM_URL';
  readonly consentMethod: 'TRUSTED' | 'REQUIRED';
}

/** Native apps listen where they can: each stands for any port. */
const loopback = ['http://localhost', 'http://127.0.0.1', 'http://[::1]'];

export function setUpApp(policy: Policy): AppSetup {
  return {
    exists: true,
    status: 'ACTIVE',
    applicationType: 'native',
    tokenEndpointAuthMethod: 'none',
    grantTypes: ['authorization_code', 'refresh_token', 'interaction_code'],
    redirectUris: [practiceRedirectUri, ...loopback],
    initiateLoginUri: practiceRedirectUri,
    implicitAssignment: false,
    assignedTo: policy.appAssignment === 'everyone' ? ['staff', 'everyone'] : [],
    isKeptToZone: false,
    dpopBoundAccessTokens: false,
    issuerMode: 'ORG_URL',
    consentMethod: policy.consent === 'off' ? 'TRUSTED' : 'REQUIRED',
  };
}

const onLoopback = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?:\/[^#]*)?$/;

/** One of the list; a loopback address of it stands for any port and path (RFC 8252 section 7.3). */
export function isRedirectUri({ redirectUris }: AppSetup, uri: string): boolean {
  const host = onLoopback.exec(uri)?.[1];
  return redirectUris.includes(uri) || (host !== undefined && redirectUris.includes(host));
}
