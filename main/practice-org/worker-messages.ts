import type { OutboxMessage } from '../../preload/contract/practice';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { LogFields } from '../log';
import type { ListenFailure } from './http/listen';
import type { PresetName } from './policy/presets';
import type { PolicyInput } from './policy/schema';
import type { OrgAddresses } from './server';

/** What the worker is started with. */
export interface WorkerInput {
  readonly policy: PresetName | PolicyInput;
  readonly port: number;
  /** Besides those of the policy. */
  readonly misconfigurations: readonly Misconfiguration[];
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly addresses: OrgAddresses }
  | { readonly kind: 'failed'; readonly reason: ListenFailure | 'policy'; readonly detail: string }
  /** Nothing in the worker caught an error of this kind. */
  | { readonly kind: 'unforeseen'; readonly detail: string }
  | { readonly kind: 'mail'; readonly messages: readonly OutboxMessage[] }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly event: string;
      readonly fields: LogFields;
    };

export type ToWorker = { readonly kind: 'close' | 'clear-outbox' };
