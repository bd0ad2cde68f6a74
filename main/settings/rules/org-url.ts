import type { Checked } from './rule';
import { parseWebAddress } from './web-address';

/** An org's URL is an origin: what comes after the host is dropped. */
export function checkOrgUrl(typed: string): Checked {
  const address = parseWebAddress(typed);
  return 'problem' in address ? address : { value: address.url.origin };
}
