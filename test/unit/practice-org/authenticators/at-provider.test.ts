import { afterEach, describe, expect, it } from 'vitest';
import { messageKeys, type SignUp, type TestOrg } from '../practice';
import { current, isFinished, startWith } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin(key: 'external_idp' | 'smart_card_idp', label: string) {
  const started = await startWith(key);
  ({ org } = started);
  await started.signUp.choose(label);
  return started.signUp;
}

/** What the provider's page is answered with. */
async function answerAtProvider(signUp: SignUp, answer: string) {
  const href = new URL(String(signUp.form('redirect-idp')?.['href']));
  expect((await org.get(href.pathname + href.search)).status).toBe(200);
  const stateToken = href.searchParams.get('stateToken') ?? '';
  return org.postForm(href.pathname, { stateToken, answer });
}

const introspect = (signUp: SignUp) => signUp.act('/idp/idx/introspect');

describe.each([
  ['external_idp', 'IDP Authenticator', 'OIDC', 'idp'],
  ['smart_card_idp', 'Smart Card IdP', 'X509', 'cert'],
] as const)('%s', (key, label, type, method) => {
  it('leads to the page of a provider, and is set up when that says so', async () => {
    const signUp = await begin(key, label);
    expect(current(signUp)).toMatchObject({ key, type: 'federated', methods: [{ type: method }] });
    expect(signUp.form('redirect-idp')).toMatchObject({
      type,
      method: 'GET',
      idp: { name: label },
      relatesTo: ['$.currentAuthenticator'],
    });
    await answerAtProvider(signUp, 'continue');
    await introspect(signUp);
    expect(isFinished(signUp)).toBe(true);
  });

  it('says so when the provider did not, and can be tried again', async () => {
    const signUp = await begin(key, label);
    await answerAtProvider(signUp, 'refuse');
    const failed = await introspect(signUp);
    expect(messageKeys(failed.json)).toEqual(['oie.authenticator.enroll.error.fail']);
    expect(signUp.steps()).toEqual(['redirect-idp', 'select-authenticator-enroll']);
    await answerAtProvider(signUp, 'continue');
    await introspect(signUp);
    expect(isFinished(signUp)).toBe(true);
  });
});
