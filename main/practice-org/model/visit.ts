import type { Refusal } from './authenticator';
import type { Org } from './org';
import { messages } from './messages';
import type { Transaction } from './transactions';

/** One IDX request, with the transaction its state handle belongs to. */
export interface Visit {
  readonly org: Org;
  readonly transaction: Transaction;
  readonly origin: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an action leaves to say; null when the transaction's step speaks for itself. */
export type Outcome = Refusal | null;

export const badRequest: Refusal = { status: 400, messages: [messages.badRequest] };

/** An IDX endpoint. */
export interface Action {
  readonly path: string;
  /** Polling does not keep a session alive. */
  readonly isPassive?: boolean;
  readonly act: (visit: Visit) => Outcome;
}
