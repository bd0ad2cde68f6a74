import type { Misconfiguration } from '../../../preload/contract/misconfigurations';
import {
  type EndingDetail,
  notReadyReasons,
  type TerminalReason,
} from '../../../preload/contract/registration/ending';
import { type LinkView, type MessageView } from '../../../preload/contract/registration/message';

export interface Ending {
  readonly reason: TerminalReason;
  /** `possible`: the form that creates it was sent, and nobody said what became of it. */
  readonly account: 'none' | 'possible' | 'created';
  readonly reference: string | null;
  readonly retryAfter: number | null;
  /** How the org may be set up wrong, most likely first. */
  readonly misconfigurations: readonly Misconfiguration[];
  readonly messages: readonly MessageView[];
  readonly detail: EndingDetail | null;
  /** Where the org sends a browser from here. */
  readonly links: readonly LinkView[];
}

/** The one main thing to do on an ending. */
export type EndingAction = 'restart' | 'leave' | 'settings';

interface EndingKind {
  readonly level: 'info' | 'success' | 'warning' | 'error';
  readonly action: EndingAction;
  /** Who can change it, where it is not the person alone. */
  readonly fixer: 'person' | 'administrator' | 'anyone';
}

const again = { level: 'warning', action: 'restart', fixer: 'person' } as const;
const wait = { level: 'warning', action: 'restart', fixer: 'anyone' } as const;
const setUp = { level: 'error', action: 'settings', fixer: 'administrator' } as const;
const policy = { level: 'error', action: 'leave', fixer: 'administrator' } as const;

export const endingKinds: Readonly<Record<TerminalReason, EndingKind>> = {
  'email-verification-required': { level: 'info', action: 'leave', fixer: 'person' },
  'sign-up-not-offered': policy,
  'registration-unavailable': { ...policy, level: 'warning', action: 'restart' },
  'not-assigned': policy,
  'no-matching-policy': policy,
  'access-denied': policy,
  'network-not-allowed': { ...policy, action: 'restart' },
  'session-expired': again,
  'too-many-requests': wait,
  cancelled: { level: 'info', action: 'restart', fixer: 'person' },
  'account-creation-failed': again,
  'continued-elsewhere': { level: 'success', action: 'leave', fixer: 'person' },
  'link-expired': again,
  'return-to-original': { level: 'success', action: 'leave', fixer: 'person' },
  'code-for-original': { level: 'info', action: 'leave', fixer: 'person' },
  'continue-in-browser': { level: 'info', action: 'leave', fixer: 'person' },
  'activation-link-expired': policy,
  'activation-link-invalid': policy,
  'activation-link-not-here': policy,
  'activation-mail-sent': { level: 'success', action: 'leave', fixer: 'person' },
  'account-suspended': policy,
  'device-not-compliant': again,
  'device-enrollment-required': { level: 'info', action: 'restart', fixer: 'person' },
  'set-up-unavailable': wait,
  'identity-provider-failed': wait,
  'feature-not-enabled': policy,
  'client-rejected': setUp,
  'client-type-rejected': setUp,
  'redirect-uri-rejected': setUp,
  'scope-rejected': setUp,
  'interaction-code-disabled': { ...policy, action: 'restart' },
  'org-not-found': setUp,
  'not-an-identity-engine-org': setUp,
  'id-token-audience': policy,
  'id-token-incomplete': policy,
  'id-token-form': policy,
  'tokens-rejected': policy,
  'clock-skew': again,
  unreachable: again,
  timeout: wait,
  'server-error': wait,
  'network-sign-in': { level: 'warning', action: 'restart', fixer: 'person' },
  'gateway-refused': { level: 'error', action: 'restart', fixer: 'administrator' },
  'gateway-unavailable': wait,
  'request-too-large': { level: 'error', action: 'restart', fixer: 'administrator' },
  'unreadable-answer': wait,
  'other-host': setUp,
  unknown: wait,
};

/** The org, or this computer, is not set up: nothing that the person does would help. */
export function isDeskNotReady({ reason }: Ending): boolean {
  return notReadyReasons.includes(reason);
}

/** The org's deadline has passed while nothing was sent. */
export function timeIsUp(mayHaveAccount: boolean): Ending {
  return {
    reason: 'session-expired',
    account: mayHaveAccount ? 'possible' : 'none',
    reference: null,
    retryAfter: null,
    misconfigurations: [],
    messages: [],
    detail: null,
    links: [],
  };
}
