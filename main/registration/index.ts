import type { MainHandlers } from '../../preload/contract';
import { fail, ok, type Result } from '../../preload/contract/define';
import type { EndedView } from '../../preload/contract/registration/ending';
import type { RegistrationState } from '../../preload/contract/registration';
import type { ReturnedLink } from '../platform';
import {
  type Belonging,
  type SignUpBelonging,
  type SignUpBelongings,
  signUpBelongings,
} from './belongings';
import type { RegistrationPorts } from './ports';
import { isActivation } from './returned';
import { RegistrationSession } from './session';

export type { RegistrationPorts } from './ports';
export { keepingNoPasskey } from './passkey';
export type { IssuedTokens } from './tokens';

export interface Registration {
  readonly handlers: MainHandlers['registration'];
  state(): RegistrationState;
  /** Takes an address that a browser brought to a page, and does nothing but for this sign-up's own. */
  takeCallback(address: string): ReturnedLink;
  /** What an address is that a redirect brought back; looking at it changes nothing. */
  recognize(address: string): ReturnedLink;
  /** An address that a redirect brought back to the app. */
  resume(address: string): Promise<void>;
  /** What there is of the person who signs up, or was the last to; empty once it is forgotten. */
  readonly belongings: SignUpBelongings;
  /** Forgets all of it. */
  forget(): Promise<void>;
}

/** Sign-ups, one at a time; each person gets a session, a network and an SDK of their own. */
export function createRegistration(ports: RegistrationPorts): Registration {
  let session: RegistrationSession | null = null;
  /** The sign-up before, emptied: it can be seen to be. */
  let last: RegistrationSession | null = null;
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
    const forgotten = ports.forgetPerson(true);
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

  function belonging(name: SignUpBelonging): Belonging {
    return {
      forget() {
        // A start on its way comes to nothing.
        if (name === 'requests') attempt += 1;
        const whose = session ?? last;
        if (name === 'session') {
          last = whose;
          session = null;
          notice = null;
          idle = { phase: 'idle', serial: nextSerial() };
        }
        return whose?.belongings[name].forget();
      },
      remains() {
        const isHere = name === 'session' && (session ?? notice) !== null;
        return isHere || ((session ?? last)?.belongings[name].remains() ?? false);
      },
    };
  }

  const belongings: SignUpBelongings = {
    requests: belonging('requests'),
    'typed-values': belonging('typed-values'),
    session: belonging('session'),
    'sdk-storage': belonging('sdk-storage'),
    'issued-tokens': belonging('issued-tokens'),
    'cookies-and-cache': belonging('cookies-and-cache'),
  };

  async function forget(): Promise<void> {
    await Promise.all(signUpBelongings.map((name) => belongings[name].forget()));
  }

  function recognize(address: string): ReturnedLink {
    if (session?.isOwn(address)) return 'own';
    return isActivation(address) ? 'activation' : 'foreign';
  }

  async function resume(address: string): Promise<void> {
    if (session) tell(await session.resume(address));
    else if (isActivation(address)) tell(ok((notice = activationNotice(nextSerial()))));
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
        ports.unforeseen.own(ports.forgetPerson(false));
        return tell(ok(state()));
      },
    },
    recognize,
    takeCallback(address) {
      const link = recognize(address);
      if (link === 'own') ports.unforeseen.own(resume(address));
      return link;
    },
    resume,
    state,
    belongings,
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
