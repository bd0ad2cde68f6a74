import { createCaptcha, type Captcha } from './captcha';
import { createAuthenticatorApp, type AuthenticatorApp } from './authenticator-app';
import { createApiAccess, type ApiAccess } from './api-access';
import { createSystemLog, type SystemLog } from './system-log';
import { createAccounts, type Accounts } from './accounts';
import { createRateLimit, type RateLimit } from './rate-limit';
import { oktaId } from '../ids';
import { createNamedIds, type NamedIds } from './named-ids';
import { createTransactions, type Transactions } from './transactions';
import { practiceClientId } from './client';
import { createGrants, type Grants } from './grants';
import { createSigningKey, type SigningKey } from './signing-key';
import { createOutbox, type Outbox } from './outbox';
import { putInForce, type InForce } from './setup/in-force';
import type { OrgSetup } from './setup/org-setup';
import { authenticatorKeys, type AuthenticatorKey, type Policy } from '../policy/schema';
import type { OutboxMessage } from '../../../preload/contract/practice';
import { createSwitchboard, type Switchboard } from './switchboard';
import { createTickets, type Tickets } from './tickets';
import { createEmailLinks, type EmailLinks } from './email-links';

/** Everything one practice org knows. Endpoints get it; nothing of it outlives the server. */
export interface Org {
  /** Replaced as a whole when another policy is put in force. */
  inForce: InForce;
  readonly policy: Policy;
  readonly setup: OrgSetup;
  /** The time as this org has it, which may be wrong. */
  readonly now: () => number;
  readonly startedAt: number;
  readonly id: string;
  /** Ids of what has no other place here: groups, policies, rules. */
  readonly idOf: NamedIds;
  readonly app: { readonly id: string; readonly label: string };
  readonly authenticatorIds: Readonly<Record<AuthenticatorKey, string>>;
  readonly accounts: Accounts;
  readonly transactions: Transactions;
  readonly grants: Grants;
  readonly signingKey: SigningKey;
  readonly outbox: Outbox;
  readonly emailLinks: EmailLinks;
  readonly authenticatorApp: AuthenticatorApp;
  readonly orgPages: Tickets;
  readonly captcha: Captcha;
  readonly rateLimit: RateLimit;
  readonly switchboard: Switchboard;
  readonly apiAccess: ApiAccess;
  readonly systemLog: SystemLog;
}

export function createOrg(options: {
  policy: Policy;
  now: () => number;
  onMail: (messages: readonly OutboxMessage[]) => void;
  keepsBodies: boolean;
}): Org {
  let inForce = putInForce(options.policy);
  const now = () => options.now() + inForce.setup.defects.clockAheadMinutes * 60_000;
  return {
    get inForce() {
      return inForce;
    },
    set inForce(next) {
      inForce = next;
    },
    get policy() {
      return inForce.policy;
    },
    get setup() {
      return inForce.setup;
    },
    now,
    startedAt: now(),
    id: oktaId('00o'),
    idOf: createNamedIds(),
    app: { id: practiceClientId, label: 'Frontdesk' },
    authenticatorIds: Object.fromEntries(
      authenticatorKeys.map((key) => [key, oktaId('aut')]),
    ) as Record<AuthenticatorKey, string>,
    accounts: createAccounts(now),
    transactions: createTransactions(now),
    grants: createGrants(now),
    signingKey: createSigningKey(),
    outbox: createOutbox(now, options.onMail),
    emailLinks: createEmailLinks(),
    authenticatorApp: createAuthenticatorApp(now),
    orgPages: createTickets(now),
    captcha: createCaptcha(now),
    rateLimit: createRateLimit(now),
    switchboard: createSwitchboard(now, options.keepsBodies),
    apiAccess: createApiAccess(),
    systemLog: createSystemLog(now),
  };
}
