import type { Route } from '../model/route';
import { identityVerificationPage } from './identity-verification';
import { signInPage } from './sign-in';
import { visitedRoutes } from './visited';

export const providerRoutes: readonly Route[] = [signInPage, identityVerificationPage].flatMap(
  visitedRoutes,
);
