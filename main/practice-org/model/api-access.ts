import { secret } from '../ids';

/** What a caller of the management API may read: anything, or what these scopes are for. */
export type Reach = 'everything' | ReadonlySet<string>;

export interface ApiAccess {
  /** The API token of an administrator who may read everything and change nothing. */
  readonly token: string;
  /** Lets an OAuth access token read what its scopes are for. */
  admit(accessToken: string, scopes: readonly string[]): void;
  /** What an `Authorization` header allows; null where it is worth nothing. */
  reachOf(authorization: string | undefined): Reach | null;
}

export function createApiAccess(): ApiAccess {
  const token = `00${secret()}`;
  const accessTokens = new Map<string, ReadonlySet<string>>();
  return {
    token,
    admit: (accessToken, scopes) => accessTokens.set(accessToken, new Set(scopes)),
    reachOf(authorization = '') {
      const [scheme, value = ''] = authorization.split(' ');
      switch (scheme?.toLowerCase()) {
        case 'ssws':
          return value === token ? 'everything' : null;
        case 'bearer':
          return accessTokens.get(value) ?? null;
        default:
          return null;
      }
    },
  };
}
