import type { AppState, OrgKind, WayBackKind } from '../../preload/contract/app';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { PolicyPreset, SettingProblem, SettingsDraft } from '../../preload/contract/settings';
import type { Connection, TokenClient } from '../network/connection';
import { isLoopbackHost } from '../network/loopback';

type Preview = Connection | { readonly problems: readonly SettingProblem[] };

interface RunningOrg extends TokenClient {
  readonly redirectUri: string;
  readonly apiToken: string;
}

export interface OrgPorts<Issuer> {
  readonly settings: {
    readonly org: OrgKind | null;
    readonly practicePolicy: PolicyPreset;
    readonly clientCertificateIssuer: Issuer | null;
    connection(): Connection | null;
    preview(draft: SettingsDraft): Preview;
    selectOrg(org: OrgKind, policy?: PolicyPreset): unknown;
  };
  readonly practice: {
    readonly org: RunningOrg | null;
    misconfiguration: Misconfiguration | null;
    use(policy: PolicyPreset): Promise<RunningOrg | null>;
    leave(): Promise<void>;
  };
  /** The app's own scheme. */
  readonly appRedirectUri: string;
  /** Where the shell itself takes a browser back; null where it has no such address. */
  readonly platform: {
    readonly loopbackRedirectUri: string | null;
    /** Whether the system brings links with the app's own scheme to this app. */
    readonly takesAppScheme: boolean;
  };
}

/** What is chosen on the page of the settings. */
export interface OrgChoice {
  readonly org: OrgKind;
  readonly policy?: PolicyPreset | undefined;
  readonly misconfiguration?: Misconfiguration | null | undefined;
}

/** The org that a sign-up goes to, Okta's or the practice org, and the way back from a browser. */
export interface OrgInUse<Issuer = unknown> {
  readonly kind: OrgKind | null;
  /** Null while no org is set up, or where the practice org cannot start. */
  connection(): Promise<Connection | null>;
  /** The connection that typed settings would make. */
  preview(draft: SettingsDraft): Preview;
  /** Whose tokens are of use; null where nothing is chosen, or not started yet. */
  client(): TokenClient | null;
  /** The practice org forgets everything when the app closes; its next run has another issuer. */
  isGone(issuer: string): boolean;
  /** The org that is shown a certificate of this computer, and of which issuer; null for none. */
  clientCertificate(): { readonly orgUrl: string; readonly issuer: Issuer } | null;
  /** The read-only token of the practice org in use. */
  practiceToken(): { readonly token: string; readonly orgUrl: string } | null;
  /** Why a sign-up has this redirect URI, and whether a browser that goes there comes back here. */
  wayBack(connection: Connection): WayBackKind;
  /** The redirect URI of sign-ups at the org in use; null while none is set up. */
  shownWayBack(): AppState['wayBack'];
  /** What the pages show of it. */
  shown(): AppState['org'];
  /** Starts the practice org where it is chosen. False where it does not start. */
  start(): Promise<boolean>;
  /** From here on sign-ups go there; the practice org is neither started nor stopped by it. */
  choose(choice: OrgChoice): void;
  /** Ends the practice org unless it is in use. */
  tidy(): Promise<void>;
}

export function createOrgInUse<Issuer>(ports: OrgPorts<Issuer>): OrgInUse<Issuer> {
  const { settings, practice } = ports;

  /**
   * An org on this machine is a practice org too, in a process of its own, and takes any loopback
   * address. Okta's takes only the redirect URI that is registered, also where nothing answers there.
   */
  function withWayBack(connection: Connection): Connection {
    const { loopbackRedirectUri } = ports.platform;
    const isOnThisMachine = isLoopbackHost(new URL(connection.orgUrl).hostname);
    const isAppScheme = connection.redirectUri === ports.appRedirectUri;
    return loopbackRedirectUri !== null && isOnThisMachine && isAppScheme
      ? { ...connection, redirectUri: loopbackRedirectUri }
      : connection;
  }

  function practiceConnection({ issuer, clientId, redirectUri }: RunningOrg): Connection {
    return {
      orgUrl: new URL(issuer).origin,
      issuer,
      clientId,
      redirectUri: ports.platform.loopbackRedirectUri ?? redirectUri,
      scopes: ['openid', 'profile', 'email'],
    };
  }

  function wayBack({ redirectUri }: Connection): WayBackKind {
    const { loopbackRedirectUri, takesAppScheme } = ports.platform;
    if (redirectUri === loopbackRedirectUri) return 'loopback';
    if (redirectUri !== ports.appRedirectUri) return 'set';
    return takesAppScheme ? 'scheme' : 'scheme-elsewhere';
  }

  return {
    get kind() {
      return settings.org;
    },
    async connection() {
      if (settings.org !== 'practice') {
        const chosen = settings.org && settings.connection();
        return chosen && withWayBack(chosen);
      }
      const org = await practice.use(settings.practicePolicy);
      return org && practiceConnection(org);
    },
    preview(draft) {
      const previewed = settings.preview(draft);
      return 'problems' in previewed ? previewed : withWayBack(previewed);
    },
    client: () => (settings.org === 'practice' ? practice.org : settings.connection()),
    isGone: (issuer) =>
      settings.org === 'practice' && issuer.startsWith('http:') && issuer !== practice.org?.issuer,
    clientCertificate() {
      const { clientCertificateIssuer: issuer } = settings;
      const org = settings.connection();
      return issuer && org && { orgUrl: org.orgUrl, issuer };
    },
    practiceToken() {
      const { org } = practice;
      return org && { token: org.apiToken, orgUrl: new URL(org.issuer).origin };
    },
    wayBack,
    shownWayBack() {
      const chosen =
        settings.org === 'practice'
          ? practice.org && practiceConnection(practice.org)
          : settings.org && settings.connection();
      const connection = chosen && withWayBack(chosen);
      return connection && { redirectUri: connection.redirectUri, kind: wayBack(connection) };
    },
    shown() {
      const kind = settings.org;
      const practiceUrl = practice.org?.issuer ?? 'http://localhost';
      const orgUrl = kind === 'practice' ? practiceUrl : settings.connection()?.orgUrl;
      if (!kind || orgUrl === undefined) return null;
      const misconfiguration = kind === 'practice' ? practice.misconfiguration : null;
      return { kind, host: new URL(orgUrl).host, misconfiguration };
    },
    start: async () =>
      settings.org !== 'practice' || (await practice.use(settings.practicePolicy)) !== null,
    choose({ org, policy, misconfiguration = null }) {
      practice.misconfiguration = misconfiguration;
      settings.selectOrg(org, policy);
    },
    async tidy() {
      if (settings.org !== 'practice') await practice.leave();
    },
  };
}
