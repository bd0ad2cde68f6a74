import type { MainHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/define';
import type { RegistrationState } from '../../preload/schemas/registration';
import type { RegistrationPorts } from './ports';
import { RegistrationSession } from './session';

export type { Connection } from './okta-client';
export type { RegistrationPorts } from './ports';
export type { IssuedTokens } from './tokens';

export interface Registration {
  readonly handlers: MainHandlers['registration'];
  /** An address that a redirect brought back to the app. */
  resume(address: string): Promise<void>;
  /** Forgets the person and drops their network. */
  forget(): Promise<void>;
}

/** Sign-ups, one at a time; each person gets a session, a network and an SDK of their own. */
export function createRegistration(ports: RegistrationPorts): Registration {
  let session: RegistrationSession | null = null;
  let lastSerial = 0;
  const nextSerial = () => (lastSerial += 1);
  const state = (): RegistrationState => session?.state ?? { phase: 'idle' };

  async function forget(): Promise<void> {
    const ended = session;
    session = null;
    await ended?.close();
  }

  return {
    handlers: {
      read: async () => ok(state()),
      async start() {
        const connection = ports.connection();
        if (!connection) return fail('no-org');
        if (session && session.state.phase !== 'ended') return fail('busy');
        await forget();
        const started = new RegistrationSession({ ...ports, org: connection, nextSerial });
        session = started;
        await started.start();
        return ok(state());
      },
      async submit(request) {
        if (!session) return fail('no-registration');
        return session.submit(request);
      },
      async cancel() {
        // Telling the org may take a while; the person need not wait for it.
        void forget();
        return ok(state());
      },
      async resume({ address }) {
        if (!session) return fail('no-registration');
        return session.resume(address);
      },
    },
    async resume(address) {
      const result = await session?.resume(address);
      if (result?.ok) ports.onChange(result.value);
    },
    forget,
  };
}
