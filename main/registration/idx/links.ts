import { bounds } from '../../../preload/contract/registration/bounds';
import { type LinkView } from '../../../preload/contract/registration/message';
import { clamp } from './json';

export interface PlannedLink {
  readonly href: URL;
  /** The page sends the person back to the app's redirect URI when they are done there. */
  readonly isRoundTrip: boolean;
}

/** Okta Verify's own schemes, which set up an account in it. */
const verifySchemes = ['com-okta-authenticator:', 'oktaverify:'];

/**
 * The addresses of one view. The page gets ids; whatever the org names here is opened by main, in
 * the system's browser, and only if it is https, Okta Verify's or of the org itself.
 */
export class LinkBook {
  readonly #links = new Map<string, PlannedLink>();

  constructor(private readonly orgUrl: string) {}

  /** The link's id, or null where the address is not one that the app opens. */
  add(href: string | undefined, { id, isRoundTrip = false }: LinkOptions = {}): string | null {
    if (href === undefined || href === '' || !URL.canParse(href, this.orgUrl)) return null;
    const url = new URL(href, this.orgUrl);
    if (!this.#mayOpen(url) || this.#links.size >= 200) return null;
    const wanted = clamp(id ?? `link:${this.#links.size}`, bounds.name);
    this.#links.set(wanted, { href: url, isRoundTrip });
    return wanted;
  }

  /** The link for the page, with the org's own words for it. */
  view(href: string | undefined, label: string | undefined): LinkView[] {
    const id = this.add(href);
    if (id === null) return [];
    return [{ id, label: label === undefined ? null : clamp(label, bounds.label) }];
  }

  find(id: string): PlannedLink | undefined {
    return this.#links.get(id);
  }

  #mayOpen({ protocol, origin, username, password }: URL): boolean {
    if (username !== '' || password !== '') return false;
    return protocol === 'https:' || origin === this.orgUrl || verifySchemes.includes(protocol);
  }
}

interface LinkOptions {
  readonly id?: string;
  readonly isRoundTrip?: boolean;
}
