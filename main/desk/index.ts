import type { PageName } from '../../preload/contract/pages';
import type { ReturnedLink } from '../platform';
import type { CertificateIssuer } from '../settings';
import type { Unforeseen } from '../unforeseen';

export { createSettingsChanges, runLater } from './changes';
export { createHandlers } from './handlers';
export { pagesOfMode, rulesOf, whereInvestigated } from './modes';
export { createOrgInUse } from './org-in-use';
export { createPerson, gatherBelongings } from './person';
export { createDeskState } from './state';
export { createTokenFate } from './tokens';

/** What the shell drives: the app, as `createApp` builds it. */
export interface App {
  /** Serves the contract on the platform's doorway. */
  start(): Promise<void>;
  /** The address that a redirect to the app's own scheme brought back. Never logged. */
  handleRedirect(address: string): void;
  /**
   * The address that a browser brought to a page of the shell's. Any site can lead a browser there,
   * so one without this sign-up's `state` changes nothing, and the page says so. Never logged.
   */
  handleCallback(address: string): ReturnedLink;
  /** Asks the renderer to show a page. */
  navigate(page: PageName): void;
  /** The renderer is gone: whatever belongs to the person is wiped. */
  forgetPerson(): Promise<void>;
  /** Takes what nothing in the process caught. */
  readonly noteUnforeseen: Unforeseen['note'];
  /** The org that is shown a certificate of this computer, and of which issuer; null for none. */
  clientCertificate(): { readonly orgUrl: string; readonly issuer: CertificateIssuer } | null;
  /** Ends sign-ups, the practice org and every timer. */
  stop(): Promise<void>;
}
