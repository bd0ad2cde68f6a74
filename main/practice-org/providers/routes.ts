import type { Route } from '../http/route';
import { identityVerificationPage } from './identity-verification';
import { signInPage } from './sign-in';
import { visitedRoutes } from './visited';

export const providerRoutes: readonly Route[] = [signInPage, identityVerificationPage].flatMap(
  visitedRoutes,
);
