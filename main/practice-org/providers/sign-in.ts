import type { Reply } from '../http/exchange';
import { advance } from '../idx/advance';
import { takeInWhatHappenedElsewhere } from '../idx/elsewhere';
import { messages } from '../model/messages';
import { checkProfile } from '../idx/profile-check';
import type { Visit } from '../model/visit';
import { comeBack, comeBackRefused } from './come-back';
import { providersOf, type NamedProvider } from '../idx/provider-forms';
import type { VisitedPage } from './visited';

/** Who a person is at a practice provider, unless they say otherwise. */
const practiceProfile = [
  { name: 'firstName', label: 'First name', type: 'text', value: 'Robin' },
  { name: 'lastName', label: 'Last name', type: 'text', value: 'Practice' },
  { name: 'email', label: 'Email', type: 'email', value: 'robin.practice@example.com' },
] as const;

const attributes = practiceProfile.map(({ name, label }) => ({
  name,
  label,
  type: 'string' as const,
  required: true,
  customLabel: false,
}));

const buttons = { continue: 'Continue', refuse: 'Cancel' };

/** `/sso/idps/{id}?stateToken=`: stands in for Google, a company's SAML, a smart card. */
export const signInPage: VisitedPage = {
  path: '/sso/idps/{id}',
  handleName: 'stateToken',
  draw(visit, path) {
    const enrolled = providerOfMethod(visit);
    const name = enrolled?.name ?? findProvider(visit, path)?.name ?? 'your identity provider';
    return {
      key: 'practice.identity-provider',
      title: enrolled ? `Confirm with ${name}` : `Sign in with ${name}`,
      paragraphs: [`This practice page stands in for ${name}. Nothing leaves your computer.`],
      fields: enrolled ? [] : practiceProfile,
      buttons,
    };
  },
  answer(visit, path, sent) {
    const isRefused = sent.get('answer') !== 'continue';
    if (providerOfMethod(visit)) return answerForMethod(visit, isRefused);
    return isRefused ? comeBackRefused(visit.transaction) : signIn(visit, path, sent);
  },
};

function findProvider({ org }: Visit, path: string): NamedProvider | undefined {
  const id = path.split('/').at(-1);
  return providersOf(org.policy).find((provider) => provider.id === id);
}

function providerOfMethod({ transaction: { step } }: Visit) {
  return step.at === 'enrollment' ? step.enrollment.provider : undefined;
}

function answerForMethod(visit: Visit, isRefused: boolean): Reply {
  const { transaction } = visit;
  providerOfMethod(visit)?.finish(isRefused ? 'failed' : 'done');
  if (isRefused) transaction.notices = [messages.enrollmentFailed];
  takeInWhatHappenedElsewhere(visit);
  return comeBack(transaction);
}

function signIn(visit: Visit, path: string, sent: URLSearchParams): Reply {
  const { org, transaction } = visit;
  const { step } = transaction;
  // The page was still open, and the sign-up has gone on.
  if (step.at !== 'identify' && step.at !== 'profile') return comeBack(transaction);
  const { profile, problems } = checkProfile(attributes, Object.fromEntries(sent));
  const provider = findProvider(visit, path);
  const { outcome = 'completes' } = provider ?? {};
  if (outcome === 'fails' || Object.keys(problems).length > 0) {
    transaction.notices = [messages.identityProviderFailed];
    return comeBack(transaction);
  }
  const known = org.accounts.findByLogin(String(profile['email']));
  transaction.account = known?.status === 'ACTIVE' ? known : org.accounts.create(profile);
  transaction.isFederated = outcome === 'completes';
  transaction.identityProvider = provider?.id ?? null;
  advance(visit);
  return comeBack(transaction);
}
