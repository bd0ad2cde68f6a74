import type { Account } from '../../model/accounts';
import type { Visit } from '../../model/visit';
import { consent } from './consent';
import { deviceAssurance } from './device-assurance';
import { emailRecovery } from './email-recovery';
import type { Gate } from '../../model/gate';
import { identityVerification } from './identity-verification';
import { keepMeSignedIn } from './keep-me-signed-in';
import { passkeyPromotion } from './passkey-promotion';
import { profileUpdate, progressiveProfile } from './profile';
import { optionalMethodsUnavailable, serverBusy } from './safe-mode';

/** In the order in which people meet them. */
export const gates: readonly Gate[] = [
  identityVerification,
  emailRecovery,
  serverBusy,
  optionalMethodsUnavailable,
  progressiveProfile,
  profileUpdate,
  deviceAssurance,
  consent,
  passkeyPromotion,
  keepMeSignedIn,
];

/** The gate at this place that a person has not passed yet. */
export function nextGate(
  stands: Gate['stands'],
  { org, transaction }: Visit,
  account: Account,
): Gate | undefined {
  return gates.find(
    (gate) =>
      gate.stands === stands &&
      !transaction.passed.has(gate.name) &&
      gate.isWanted(org.policy, account, org.setup),
  );
}
