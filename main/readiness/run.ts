import type { CheckId } from '../../preload/contract/readiness';
import type { Log } from '../log';
import { manageAt, type ManagementChecks } from './management';
import { cannotTell, notChecked, type Outcome } from './outcome';
import { checkCancel } from './public/cancel';
import { checkClock } from './public/clock';
import { checkEnrollmentForm } from './public/enrollment-form';
import { checkInteract } from './public/interact';
import { checkIntrospect } from './public/introspect';
import { checkIssuer } from './public/issuer';
import { checkLatency } from './public/latency';
import { checkOrganization } from './public/organization';
import { checkOrgAddress } from './public/org-address';
import type { Visit } from './public/visit';

type PublicCheck = Exclude<CheckId, keyof ManagementChecks>;

const publicTable: Readonly<Record<PublicCheck, (visit: Visit) => Promise<Outcome>>> = {
  'org-address': checkOrgAddress,
  organization: checkOrganization,
  issuer: checkIssuer,
  interact: checkInteract,
  introspect: checkIntrospect,
  'enrollment-form': checkEnrollmentForm,
  cancel: checkCancel,
  clock: checkClock,
  latency: checkLatency,
};

/** They mean something once an answer has come, whatever was in it. */
const ofAnyAnswer: readonly CheckId[] = ['cancel', 'clock', 'latency'];

/** They end the hope that the host is an org of the Identity Engine. */
const ofHost: readonly CheckId[] = ['org-address', 'organization'];

/** A token goes to no host that has not shown to be an org, by what it says of itself or serves. */
function isOrgKnown({ facts }: Visit, stopped: CheckId | null): boolean {
  const isRuledOut = stopped !== null && ofHost.includes(stopped);
  return !isRuledOut && (facts.isOktaOrg || facts.isOwnIssuer);
}

export interface RunOptions {
  readonly visit: Visit;
  /** Null where no administrator gave one. */
  readonly token: string | null;
  readonly log: Log;
  /** In their order. */
  readonly checks: readonly CheckId[];
  readonly onStart: (check: CheckId) => void;
  /** `milliseconds` is how long the check took. */
  readonly onEnd: (check: CheckId, outcome: Outcome, milliseconds: number) => void;
}

/**
 * Runs checks one after another, until one makes the rest meaningless, the person cancels or the
 * budget of the run is spent.
 */
export async function runChecks(options: RunOptions): Promise<void> {
  const { visit, token, log, checks, onStart, onEnd } = options;
  const management = token === null ? null : manageAt(visit, token);
  /** The check that made the rest of its kind meaningless. */
  let stopped: CheckId | null = null;
  for (const check of checks) {
    const isPublic = isPublicCheck(check);
    const isHeld = isPublic
      ? stopped === 'org-address' || (stopped !== null && !ofAnyAnswer.includes(check))
      : !isOrgKnown(visit, stopped);
    if (visit.sending.signal.aborted && check !== 'cancel') {
      onEnd(check, notChecked('cancelled'), 0);
    } else if (visit.sending.budget?.isSpent && check !== 'cancel') {
      onEnd(check, notChecked('budget'), 0);
    } else if (isHeld) {
      onEnd(check, notChecked('stopped', { check: stopped ?? 'organization' }), 0);
    } else {
      onStart(check);
      const began = performance.now();
      const outcome = await settle(check, log, async () =>
        isPublic
          ? publicTable[check](visit)
          : ((await management?.[check]()) ?? notChecked('needs-token')),
      );
      const ended = check === 'cancel' ? outcome : (interrupted(visit) ?? outcome);
      onEnd(check, ended, Math.round(performance.now() - began));
      if (outcome.isFinal && isPublic) stopped ??= check;
    }
  }
}

/** What was cut off in its middle has found nothing, whatever it made of the part that it saw. */
function interrupted({ sending }: Visit): Outcome | null {
  if (sending.signal.aborted) return notChecked('cancelled');
  return sending.budget?.isSpent ? notChecked('budget') : null;
}

/** An org may send anything: what a check trips over is an answer that it does not know. */
async function settle(check: CheckId, log: Log, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    log.error('readiness.failed', { key: check, kind: error instanceof Error ? error.name : '' });
    return cannotTell(['unusual-answer'], { isFinal: true });
  }
}

function isPublicCheck(check: CheckId): check is PublicCheck {
  return Object.hasOwn(publicTable, check);
}
