import type { Log } from '../../log';

export interface CertificateEvents {
  on(
    event: 'select-client-certificate',
    listener: (
      event: { preventDefault(): void },
      contents: unknown,
      url: string,
      certificates: readonly unknown[],
      choose: () => void,
    ) => void,
  ): unknown;
}

/**
 * Sends no certificate of this computer to a server that asks for one. Unless this is decided,
 * Electron sends the first that fits, since version 44 also for requests of main, and a certificate
 * tells who owns the computer.
 */
export function withholdClientCertificates(app: CertificateEvents, log: Log): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    log.info('client-certificate.withheld');
    choose();
  });
}
