import type { Misconfiguration } from '../../../../preload/contract/misconfigurations';
import { app } from './app';
import { authenticators } from './authenticators';
import { authorizationServer } from './authorization-server';
import type { Change } from './change';
import { oauthRefusals } from './oauth-refusals';
import { signUp } from './sign-up';
import { stepRefusals } from './step-refusals';

/** Every way in which the org can be set up wrong; one that is missing does not compile. */
export const misconfigured: Readonly<Record<Misconfiguration, Change>> = {
  ...signUp,
  ...app,
  ...authorizationServer,
  ...authenticators,
  ...oauthRefusals,
  ...stepRefusals,
};
