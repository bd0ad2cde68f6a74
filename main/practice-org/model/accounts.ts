import type { AuthenticatorKey } from '../policy/schema';
import { oktaId } from '../ids';

export type Profile = Record<string, string | boolean>;

export interface EnrolledAuthenticator {
  readonly id: string;
  readonly key: AuthenticatorKey;
  readonly methods: readonly string[];
  /** Of a passkey, base64url. */
  readonly credentialId?: string;
}

/** A person's account. Passwords are checked and forgotten: nobody signs in here again. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly profile: Profile;
  /** Okta's word for an account whose required methods are not all set up yet is STAGED. */
  status: 'STAGED' | 'ACTIVE';
  readonly enrollments: EnrolledAuthenticator[];
  readonly createdAt: number;
}

export interface Accounts {
  /** Opens an account; a staged one with the same login, left unfinished, is replaced. */
  create(profile: Profile): Account;
  /** Whether an active account has this login. Case does not matter, as at Okta. */
  isTaken(login: string): boolean;
  find(id: string): Account | undefined;
  findByLogin(login: string): Account | undefined;
  list(): readonly Account[];
  remove(id: string): void;
  clear(): void;
}

export function createAccounts(now: () => number): Accounts {
  const byId = new Map<string, Account>();
  const withLogin = (login: string) =>
    [...byId.values()].find((account) => account.login === login.toLowerCase());
  return {
    create(profile) {
      const login = String(profile['email']).toLowerCase();
      const unfinished = withLogin(login);
      if (unfinished) byId.delete(unfinished.id);
      const account: Account = {
        id: oktaId('00u'),
        login,
        profile,
        status: 'STAGED',
        enrollments: [],
        createdAt: now(),
      };
      byId.set(account.id, account);
      return account;
    },
    isTaken: (login) => withLogin(login)?.status === 'ACTIVE',
    find: (id) => byId.get(id),
    findByLogin: withLogin,
    list: () => [...byId.values()],
    remove: (id) => byId.delete(id),
    clear: () => byId.clear(),
  };
}

export function enrol(
  account: Account | null,
  key: AuthenticatorKey,
  methods: readonly string[],
  credentialId?: string,
): void {
  const enrolled = { id: oktaId('eae'), key, methods };
  account?.enrollments.push(credentialId === undefined ? enrolled : { ...enrolled, credentialId });
}
