import type { Misconfiguration } from '../../../../../preload/contract/misconfigurations';
import {
  ada,
  fieldMessages,
  goodPassword,
  interactForm,
  interactionCode,
  list,
  messageKeys,
  newVerifier,
  openSignUp,
  optionLabels,
  startTestOrg,
  type Answered,
  type SignUp,
  type TestOrg,
} from '../../practice';

/** What a client meets in an org, stage by stage, as far as it gets. */
export type Portrait = Readonly<Record<string, string>>;

/** Starts an org that is set up wrong in these ways, and signs somebody up with text message and all. */
export async function portraitOf(...misconfigurations: Misconfiguration[]): Promise<Portrait> {
  const org = await startTestOrg({ misconfigurations });
  const portrait: Record<string, string> = {};
  try {
    for await (const [stage, seen] of walk(org)) {
      portrait[stage] = seen.replaceAll(org.origin, 'ORG').replaceAll(/:\d{4,5}/g, ':PORT');
    }
  } finally {
    await org.close();
  }
  return portrait;
}

async function* walk(org: TestOrg): AsyncGenerator<[string, string]> {
  yield* walkToFirstPage(org);
  const refused = await org.postForm('/oauth2/default/v1/interact', interactForm(org));
  yield ['interact', tell(refused)];
  if (refused.status !== 200) return;
  const signUp = await openSignUp(org, {}, 'default/');
  yield ['introspect', tell(signUp.last())];
  if (!signUp.steps().includes('select-enroll-profile')) return;
  for (const [stage, act] of steps(org, signUp)) {
    const answer = await act();
    yield [stage, stage === 'email' ? `${tell(answer)} ${await tellOfLink(org)}` : tell(answer)];
    if (answer.status >= 400 || signUp.steps().length === 0) break;
    if (signUp.steps().includes('authenticator-verification-data')) return;
    if (signUp.steps().includes('keep-me-signed-in')) return;
  }
  const code = interactionCode(signUp.last());
  if (code !== 'undefined') yield ['token', tell(await signUp.redeem(code))];
}

async function* walkToFirstPage(org: TestOrg): AsyncGenerator<[string, string]> {
  const organization = await org.get('/.well-known/okta-organization');
  const ahead = Date.parse(organization.headers.get('date') ?? '') - Date.now();
  yield ['clock', `${Math.round(ahead / 60_000)} minutes ahead`];
  yield ['organization', tell(organization)];
  yield ['metadata', tell(await org.get('/oauth2/default/.well-known/openid-configuration'))];
  const own = { ...interactForm(org, newVerifier()), scope: 'openid' };
  yield ['org server', tell(await org.postForm('/oauth2/v1/interact', own))];
}

function steps(org: TestOrg, signUp: SignUp): [string, () => Promise<Answered>][] {
  const phone = { methodType: 'sms', phoneNumber: '+1 415 555 0100' };
  return [
    ['enroll', () => signUp.post('select-enroll-profile')],
    ['profile', () => signUp.post('enroll-profile', { userProfile: ada })],
    ['choose password', () => signUp.choose('Password')],
    ['password', () => signUp.code(goodPassword)],
    ['email', () => signUp.choose('Email')],
    ['email code', () => signUp.code(org.latest('email').code)],
    ['phone', () => signUp.choose('Phone', phone)],
    ['phone code', () => signUp.code(org.latest('sms').code)],
  ];
}

/** The part of an answer that a client or a person goes by. */
function tell({ status, json, text }: Answered): string {
  if (json['error_description']) {
    return `${status} ${String(json['error'])}: ${String(json['error_description'])}`;
  }
  if (json['errorCode']) {
    return `${status} ${String(json['errorCode'])}: ${String(json['errorSummary'])}`;
  }
  if (text.startsWith('<')) return `${status} ${/<title>(.*)<\/title>/.exec(text)?.[1] ?? ''}`;
  const forms = list(json['remediation']?.['value']);
  const parts = [
    String(status),
    ...(json['pipeline'] ? [String(json['pipeline'])] : []),
    ...(json['_links']?.['alternate'] ? [String(json['_links']['alternate']['href'])] : []),
    ...(json['issuer'] ? [String(json['issuer']), list(json['scopes_supported']).join(' ')] : []),
    forms.map((form) => [form['name'], ...optionLabels(form)].map(String).join(' ')).join(', '),
    ...(json['captcha'] ? ['captcha'] : []),
    ...messageKeys(json),
    ...forms.flatMap(fieldMessages),
  ];
  return parts.filter((part) => part !== '').join(' | ');
}

async function tellOfLink(org: TestOrg): Promise<string> {
  const { link } = org.latest('email');
  return link ? `and a link to: ${tell(await org.get(link))}` : 'and no link';
}
