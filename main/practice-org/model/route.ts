import type { Org } from './org';
import type { Exchange, Reply } from '../http/exchange';

/** A new endpoint is a new row in one of the route tables. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A segment in braces matches anything: `/email/verify/{clientId}`. */
  readonly path: string;
  readonly handle: (exchange: Exchange, org: Org) => Reply | Promise<Reply>;
  /** Metadata and keys: readable from any origin, and not rate limited. */
  readonly isPublic?: boolean;
}

export type Match =
  | { readonly kind: 'found'; readonly route: Route }
  | { readonly kind: 'other-method' }
  | { readonly kind: 'none' };

export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const here = routes.filter((route) => matches(route.path, path));
  const route = here.find((candidate) => candidate.method === method);
  if (route) return { kind: 'found', route };
  return { kind: here.length > 0 ? 'other-method' : 'none' };
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  );
}
