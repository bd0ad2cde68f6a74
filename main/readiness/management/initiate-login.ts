import { inside, objectsOf } from '../json';
import { type Outcome, pass, type Seen, warn } from '../outcome';
import { missingApp } from './app-assignment';
import { show } from './show';
import type { Subject } from './subject';

/**
 * Where does a sign-up end whose e-mail is verified after it? Without an initiate login URI the
 * message leads to Okta's own pages, and nobody comes back to the app.
 */
export async function checkInitiateLogin(subject: Subject): Promise<Outcome> {
  const app = await subject.app();
  if (!app.ok) return missingApp(app) ?? app.outcome;
  const profile = await subject.profilePolicy();
  if (!profile.ok) return profile.outcome;
  const enrollment = await subject.appliedPolicy('MFA_ENROLL');
  if (!enrollment.ok) return enrollment.outcome;

  const isVerified = inside(
    profile.value.rule,
    'actions',
    'profileEnrollment',
    'activationRequirements',
    'emailVerification',
  );
  const uri = inside(app.value, 'settings', 'oauthClient', 'initiate_login_uri');
  const settings = objectsOf(inside(enrollment.value, 'settings', 'authenticators'));
  const email = settings.find(({ key }) => key === 'okta_email') ?? null;
  const isAskedFor = ['OPTIONAL', 'REQUIRED'].includes(String(inside(email, 'enroll', 'self')));
  const seen: Seen[] = [
    {
      label: 'emailVerification',
      value: show(isVerified),
      api: 'GET /api/v1/policies/{policyId}/rules activationRequirements.emailVerification',
      console: 'profilePolicies',
    },
    {
      label: 'initiateLoginUri',
      value: show(uri),
      api: 'GET /api/v1/apps/{appId} settings.oauthClient.initiate_login_uri',
      console: 'initiateLogin',
    },
  ];
  const endsOutside = isVerified === true && !isAskedFor && show(uri) === '–';
  return endsOutside ? warn(['email-verified-outside'], { seen }) : pass({ seen });
}
