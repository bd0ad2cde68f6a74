/**
 * Whose desk this is. `personal`: one person's own computer. `kiosk`: visitors sign up one after
 * another, unattended. `staff`: support staff bring new people on board.
 */
export const modes = ['personal', 'kiosk', 'staff'] as const;
export type Mode = (typeof modes)[number];

/** What a page may offer at a desk. Pages ask for these and never which mode it is. */
export interface Capabilities {
  /** Pages outside the app may be opened in a browser of this computer. */
  readonly canOpenOutside: boolean;
  /** Whoever sits here may read and change settings, and check the org's readiness. */
  readonly showsSettings: boolean;
  /** Whoever sits here can do something about an org that is not set up, or knows who can. */
  readonly explainsToAdministrator: boolean;
  /** A person stays signed in after a sign-up, and what the keychain does is their affair. */
  readonly keepsAccount: boolean;
  /** The next sign-up is likely the same person's, so what they typed is offered again. */
  readonly offersTypedAgain: boolean;
}

const capabilities: Readonly<Record<Mode, Capabilities>> = {
  personal: {
    canOpenOutside: true,
    showsSettings: true,
    explainsToAdministrator: true,
    keepsAccount: true,
    offersTypedAgain: true,
  },
  kiosk: {
    // Some methods can be set up in a browser alone, and nothing else is offered in its place yet.
    canOpenOutside: true,
    showsSettings: false,
    explainsToAdministrator: false,
    keepsAccount: false,
    offersTypedAgain: false,
  },
  staff: {
    canOpenOutside: true,
    showsSettings: true,
    explainsToAdministrator: true,
    keepsAccount: false,
    offersTypedAgain: false,
  },
};

export function capabilitiesOf(mode: Mode): Capabilities {
  return capabilities[mode];
}
