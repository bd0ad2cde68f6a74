import type { Org } from './org';
import type { Form } from './form';
import type { Message } from './messages';
import type { Transaction } from './transactions';

/** Which transaction is drawn, and for which client's view of this host. */
export interface Place {
  readonly org: Org;
  readonly transaction: Transaction;
  readonly origin: string;
}

/** What a step puts into an answer. */
export interface Drawing {
  readonly forms?: readonly Form[];
  readonly rest?: Readonly<Record<string, unknown>>;
  readonly messages?: readonly Message[];
}
