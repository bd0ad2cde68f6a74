import type { Mode } from '../../preload/contract/desk';
import type { OrgPages } from '../platform';

/** What a mode decides in main; what pages may offer in it is in `preload/contract/desk`. */
export interface ModeRules {
  /** What becomes of people's tokens. */
  readonly tokens: {
    /**
     * Of a finished sign-up. `outcome`: that the account is there is noted, and the tokens are
     * revoked as they are at a kiosk.
     */
    readonly issued: 'kept' | 'outcome' | 'revoked';
    /** Of those that an earlier run left in the keychain. */
    readonly found: 'restored' | 'revoked';
    /** Where those wait that the org has not revoked yet. */
    readonly revocations: 'keychain' | 'memory';
  };
  /** People come one after another: whoever leaves takes everything of theirs along, passkeys too. */
  readonly isShared: boolean;
  /** The desk finds out by itself why a sign-up cannot start, for a reference that staff can use. */
  readonly investigates: boolean;
}

const rules: Readonly<Record<Mode, ModeRules>> = {
  // They stay signed in until they sign out.
  personal: {
    tokens: { issued: 'kept', found: 'restored', revocations: 'keychain' },
    isShared: false,
    investigates: false,
  },
  // Nothing of anybody is stored. What is found is from before the computer became a kiosk.
  kiosk: {
    tokens: { issued: 'revoked', found: 'revoked', revocations: 'memory' },
    isShared: true,
    investigates: true,
  },
  // Staff look for the reason themselves.
  staff: {
    tokens: { issued: 'outcome', found: 'revoked', revocations: 'memory' },
    isShared: true,
    investigates: false,
  },
};

export function rulesOf(mode: Mode): ModeRules {
  return rules[mode];
}

/** What is done where a sign-up cannot start: `investigate`, or nothing, as the mode has it. */
export function whereInvestigated<Org>(
  mode: () => Mode,
  investigate: (org: Org) => string,
): (org: Org) => string | null {
  return (org) => (rulesOf(mode()).investigates ? investigate(org) : null);
}

/** The org's own pages: no passkey is kept in a computer that the next person uses. */
export function pagesOfMode(
  mode: () => Mode,
  anyPasskey: OrgPages,
  keepingNoPasskey: OrgPages,
): OrgPages {
  const pages = () => (rulesOf(mode()).isShared ? keepingNoPasskey : anyPasskey);
  return {
    canShow: (orgUrl, need) => pages().canShow(orgUrl, need),
    perform: (request, signal) => pages().perform(request, signal),
  };
}
