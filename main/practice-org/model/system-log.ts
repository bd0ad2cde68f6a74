import { randomUUID } from 'node:crypto';

/** What the org writes into its System Log, and Okta's words for it. */
const displayMessages = {
  'app.oauth2.interact.interaction_handle': 'OAuth2 interaction handle is granted',
  'app.oauth2.interact.interaction_code': 'OAuth2 interaction code is granted',
  'app.oauth2.as.token.grant': 'OAuth2 token request',
  'app.oauth2.as.token.revoke': 'OAuth2 token revocation request',
  'app.generic.unauth_app_access_attempt': 'User attempted unauthorized access to app',
  'policy.evaluate_sign_on': 'Evaluation of sign-on policy',
  'user.lifecycle.create': 'Create okta user',
  'inline_hook.executed': 'Inline hook executed',
  'system.sms.send_phone_verification_message': 'Send SMS phone verification message',
  'system.voice.send_phone_verification_call': 'Send voice phone verification call',
  'system.org.rate_limit.violation': 'Rate limit violation',
} as const;
export type LoggedEvent = keyof typeof displayMessages;

export interface LogEntry {
  readonly id: string;
  readonly at: number;
  readonly event: LoggedEvent;
  readonly displayMessage: string;
  readonly result: 'SUCCESS' | 'FAILURE' | 'DENY';
  readonly reason: string | null;
}

export interface SystemLog {
  /** Who it was about is left out: a log of people's names is of no use here. */
  note(event: LoggedEvent, result: LogEntry['result'], reason?: string): void;
  /** Oldest first. */
  list(): readonly LogEntry[];
}

const kept = 500;

export function createSystemLog(now: () => number): SystemLog {
  const entries: LogEntry[] = [];
  return {
    note(event, result, reason) {
      const displayMessage = displayMessages[event];
      entries.push({
        id: randomUUID(),
        at: now(),
        event,
        displayMessage,
        result,
        reason: reason ?? null,
      });
      if (entries.length > kept) entries.shift();
    },
    list: () => entries,
  };
}
