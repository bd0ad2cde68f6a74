import { setTimeout as sleep } from 'node:timers/promises';
import type { OrgPageOutcome } from '../../platform';
import type { OrgPageRequest } from '../../org-page/messages';

interface Ticket {
  readonly request: OrgPageRequest;
  readonly expiresAt: number;
  readonly settled: Promise<OrgPageOutcome>;
  readonly settle: (outcome: OrgPageOutcome) => void;
  isSettled: boolean;
  leaving?: NodeJS.Timeout | undefined;
}

/** What the app has asked of the page, by the ticket in the page's address. */
export interface Tickets {
  /** False for a ticket that was used before, and while too many are open. */
  add(ticket: string, request: OrgPageRequest): boolean;
  /** What the page is to do; null for no ticket, and for one that has served. */
  find(ticket: string): OrgPageRequest | null;
  /** Takes what came of it, once. */
  settle(ticket: string, outcome: OrgPageOutcome): boolean;
  /** The page is being left: given up, unless it comes back at once, as a page loaded anew does. */
  leave(ticket: string): void;
  /** Waits for what came of it, and gives it once: 'pending' after a while, null for no ticket. */
  redeem(ticket: string): Promise<OrgPageOutcome | 'pending' | null>;
}

const lifetime = 6 * 60_000;
const mostOpen = 50;

/** `patience` and `grace` are in milliseconds. */
export function createTickets(
  now: () => number,
  { patience = 20_000, grace = 3_000 } = {},
): Tickets {
  const tickets = new Map<string, Ticket>();

  function get(name: string): Ticket | null {
    for (const [old, { expiresAt }] of tickets) if (expiresAt <= now()) tickets.delete(old);
    return tickets.get(name) ?? null;
  }

  function getOpen(name: string): Ticket | null {
    const ticket = get(name);
    if (!ticket || ticket.isSettled) return null;
    clearTimeout(ticket.leaving);
    return ticket;
  }

  function settle(name: string, outcome: OrgPageOutcome): boolean {
    const ticket = getOpen(name);
    if (!ticket) return false;
    ticket.isSettled = true;
    ticket.settle(outcome);
    return true;
  }

  return {
    settle,
    add(name, request) {
      if (get(name) || tickets.size >= mostOpen) return false;
      let settle: Ticket['settle'] = () => {};
      const settled = new Promise<OrgPageOutcome>((resolve) => (settle = resolve));
      tickets.set(name, {
        request,
        settled,
        settle,
        expiresAt: now() + lifetime,
        isSettled: false,
      });
      return true;
    },
    find: (name) => getOpen(name)?.request ?? null,
    leave(name) {
      const ticket = getOpen(name);
      // Not waited for when the org stops.
      if (ticket)
        ticket.leaving = setTimeout(() => settle(name, { kind: 'dismissed' }), grace).unref();
    },
    async redeem(name) {
      const ticket = get(name);
      if (!ticket) return null;
      const outcome = await Promise.race([
        ticket.settled,
        sleep(patience, 'pending' as const, { ref: false }),
      ]);
      if (outcome !== 'pending') tickets.delete(name);
      return outcome;
    },
  };
}
