import type { Log } from '../../log';
import { type CertificateIssuer, comparable, type IssuerAttribute } from '../../settings';

/** A certificate of this computer, as far as it is judged. */
export interface ClientCertificate {
  readonly issuer: {
    readonly commonName: string;
    readonly country: string;
    readonly locality: string;
    readonly organizations: readonly string[];
    readonly organizationUnits: readonly string[];
    readonly state: string;
  };
  /** Seconds since 1970, as is `validExpiry`. */
  readonly validStart: number;
  readonly validExpiry: number;
}

export interface CertificateEvents {
  on(
    event: 'select-client-certificate',
    listener: <Certificate extends ClientCertificate>(
      event: { preventDefault(): void },
      contents: unknown,
      url: string,
      certificates: readonly Certificate[],
      choose: (certificate?: Certificate) => void,
    ) => void,
  ): unknown;
}

/** The certificate that an administrator has one org shown. */
export interface WantedCertificate {
  readonly orgUrl: string;
  readonly issuer: CertificateIssuer;
}

/**
 * Sends no certificate of this computer to a server that asks for one, but to the configured org the
 * one of the issuer that an administrator named. Unless this is decided, Electron sends the first
 * that fits, since version 44 also for requests of main, and a certificate tells who owns the computer.
 *
 * @param wanted which org is shown a certificate, and of which issuer; null for none
 */
export function chooseClientCertificates(
  app: CertificateEvents,
  wanted: () => WantedCertificate | null,
  log: Log,
): void {
  app.on('select-client-certificate', (event, _contents, asking, certificates, choose) => {
    event.preventDefault();
    const shown = wanted();
    const host = hostOf(asking);
    const isOrg = shown !== null && host !== null && host === hostOf(shown.orgUrl);
    const fitting = isOrg ? certificates.filter((one) => isOf(one, shown.issuer)) : [];
    const [chosen] = fitting
      .filter(isValidNow)
      .sort((one, other) => other.validExpiry - one.validExpiry);
    if (chosen) log.info('client-certificate.shown');
    else log.info('client-certificate.withheld', { reason: isOrg ? 'no-match' : 'not-the-org' });
    choose(chosen);
  });
}

/**
 * Host and port of who asks. Electron's documentation has an address there, its source
 * (`shell/browser/api/electron_api_app.cc`) host and port; a proxy that asks is named like a server.
 */
function hostOf(asking: string): string | null {
  const url = URL.parse(asking.includes('://') ? asking : `https://${asking}`);
  return url && (url.protocol === 'https:' ? `${url.hostname}:${url.port || '443'}` : null);
}

function isOf({ issuer }: ClientCertificate, wanted: CertificateIssuer): boolean {
  const told: Readonly<Record<IssuerAttribute, readonly string[]>> = {
    CN: [issuer.commonName],
    O: issuer.organizations,
    OU: issuer.organizationUnits,
    C: [issuer.country],
    ST: [issuer.state],
    L: [issuer.locality],
  };
  const compared: readonly IssuerAttribute[] = wanted.isWhole
    ? ['CN', 'O', 'OU', 'C', 'ST', 'L']
    : ['CN'];
  return compared.every((name) => asOne(told[name]) === asOne(wanted.names[name] ?? []));
}

/** The values of an attribute in no order; Electron gives an empty text where there is none. */
function asOne(values: readonly string[]): string {
  const given = values.map(comparable).filter((value) => value !== '');
  return JSON.stringify(given.sort());
}

function isValidNow({ validStart, validExpiry }: ClientCertificate): boolean {
  const now = Date.now() / 1000;
  return validStart <= now && now <= validExpiry;
}
