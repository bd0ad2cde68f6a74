import type { Refusal } from './authenticator';
import type { Policy } from '../policy/schema';
import type { Account } from './accounts';
import type { OrgSetup } from './setup/org-setup';
import type { Drawing, Place } from './drawing';
import type { Message } from './messages';
import type { Visit } from './visit';

/** A page that a policy puts between the steps. A new one is a new file, and a row in `registry.ts`. */
export interface Gate {
  readonly name: string;
  readonly stands: 'before-methods' | 'instead-of-optional-methods' | 'after-methods';
  isWanted(policy: Policy, account: Account, setup: OrgSetup): boolean;
  draw(place: Place): Drawing;
  /** What it takes, by path. */
  readonly answers: Readonly<Record<string, (visit: Visit) => GateResult>>;
}

export type GateResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ended'; readonly status: number; readonly messages: readonly Message[] };

export const passed: GateResult = { kind: 'passed' };
