import type { MainHandlers } from '../../preload/contract';
import { fail, ok, type Result } from '../../preload/contract/define';
import type { EndedView } from '../../preload/contract/registration/ending';
import type { RegistrationState } from '../../preload/contract/registration';
import type { ReturnedLink } from '../platform';
import type { RegistrationPorts } from './ports';
import { isActivation } from './returned';
import { RegistrationSession } from './session';

export type { RegistrationPorts } from './ports';
export { keepingNoPasskey } from './passkey';
export type { IssuedTokens } from './tokens';

export interface Registration {
  readonly handlers: MainHandlers['registration'];
  state(): RegistrationState;
  /** What an address is that a redirect brought back; looking at it changes nothing. */
  recognize(address: string): ReturnedLink;
  /** An address that a redirect brought back to the app. */
  resume(address: string): Promise<void>;
  /** Forgets the person and drops their network. */
  forget(): Promise<void>;
}

/** Sign-ups, one at a time; each person gets a session, a network and an SDK of their own. */
export function createRegistration(ports: RegistrationPorts): Registration {
  let session: RegistrationSession | null = null;
  let isStarting = false;
  let attempt = 0;
  let lastSerial = 0;
  const nextSerial = () => (lastSerial += 1);
  /** Why an address that came without a sign-up leads nowhere. */
  let notice: EndedView | null = null;
  let idle: RegistrationState = { phase: 'idle', serial: nextSerial() };
  const state = () => session?.state ?? notice ?? idle;

  /** Every page of the app shows the same sign-up, whichever of them moved it on. */
  function tell<Outcome extends Result<RegistrationState, string>>(outcome: Outcome): Outcome {
    if (outcome.ok) ports.onChange(outcome.value);
    return outcome;
  }

  async function begin(): Promise<Result<RegistrationState, 'no-org'>> {
    const forgotten = forget();
    // Counted before the last sign-up has ended, which may take a while and be given up too.
    const thisAttempt = attempt;
    await forgotten;
    const org = await ports.connection();
    if (!org) return fail('no-org');
    // Given up while the practice org was still starting.
    if (attempt !== thisAttempt) return ok(state());
    session = new RegistrationSession({ ...ports, org, nextSerial });
    await session.start();
    return ok(state());
  }

  async function forget(): Promise<void> {
    attempt += 1;
    const ended = session;
    session = null;
    notice = null;
    const closing = ended?.close();
    idle = { phase: 'idle', serial: nextSerial() };
    await closing;
  }

  return {
    handlers: {
      read: async () => ok(state()),
      async start() {
        if (isStarting || session?.state.phase === 'step') return fail('busy');
        isStarting = true;
        try {
          const result = await begin();
          // Also without an org: another page may be waiting for this start.
          ports.onChange(state());
          return result;
        } finally {
          isStarting = false;
        }
      },
      async submit(request) {
        return session ? tell(await session.submit(request)) : fail('no-registration');
      },
      async open(request) {
        return session ? tell(await session.open(request)) : fail('no-registration');
      },
      async cancel() {
        // Telling the org may take a while; the person need not wait for it.
        ports.unforeseen.own(forget());
        return tell(ok(state()));
      },
    },
    recognize(address) {
      if (session?.isOwn(address)) return 'own';
      return isActivation(address) ? 'activation' : 'foreign';
    },
    async resume(address) {
      if (session) tell(await session.resume(address));
      else if (isActivation(address)) tell(ok((notice = activationNotice(nextSerial()))));
    },
    state,
    forget,
  };
}

/** An administrator's activation link needs a client secret, which no app on a desk can keep. */
function activationNotice(serial: number): EndedView {
  return {
    phase: 'ended',
    serial,
    outcome: {
      kind: 'terminal',
      reason: 'activation-link-not-here',
      isAccountCreated: false,
      reference: null,
      retryAfter: null,
      misconfigurations: [],
    },
    messages: [],
    detail: null,
    links: [],
  };
}
