import { secret } from '../ids';

/** What opening a link of a mail leads to. */
export type EmailLinkOutcome =
  | { readonly kind: 'return-to-original-tab' }
  | { readonly kind: 'verified' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'redirect'; readonly uri: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'stale' };

export interface EmailLinks {
  /** The address to put into the mail; `open` decides what happens each time it is opened. */
  add(origin: string, clientId: string, open: () => EmailLinkOutcome): string;
  /** Null for a token nobody was sent. */
  open(token: string): EmailLinkOutcome | null;
}

export function createEmailLinks(): EmailLinks {
  const links = new Map<string, () => EmailLinkOutcome>();
  return {
    add(origin, clientId, open) {
      const token = secret();
      links.set(token, open);
      return `${origin}/email/verify/${clientId}?token=${token}`;
    },
    open: (token) => links.get(token)?.() ?? null,
  };
}
