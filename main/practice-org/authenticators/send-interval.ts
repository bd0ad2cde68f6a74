import type { EnrollmentContext } from '../model/authenticator';

/** Whether something was sent to this address over this channel within the resend interval. */
export function wasSentRecently({ org, transaction }: EnrollmentContext, address: string): boolean {
  const sentAt = transaction.lastSent.get(address);
  return sentAt !== undefined && org.now() < sentAt + org.policy.resendSeconds * 1000;
}

export function noteSent({ org, transaction }: EnrollmentContext, address: string): void {
  transaction.lastSent.set(address, org.now());
}
