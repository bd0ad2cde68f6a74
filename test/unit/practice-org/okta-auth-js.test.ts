import { OktaAuth } from '@okta/okta-auth-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, solveAltcha, startTestOrg, type TestOrg } from './practice';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

/** The SDK as it comes, but with a store of its own: on Node all instances share one otherwise. */
function createClient(issuer: string, of = org): OktaAuth {
  const kept = new Map<string, string>();
  const storageProvider = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return new OktaAuth({
    issuer,
    clientId: of.clientId,
    redirectUri: of.redirectUri,
    scopes: ['openid', 'profile', 'email'],
    idx: { useGenericRemediator: true },
    storageManager: {
      token: { storageProvider },
      transaction: { storageProvider },
      'shared-transaction': { storageProvider },
      'original-uri': { storageProvider },
      'idx-response': { storageProvider },
    },
  });
}

async function signUp(issuer: string, email: string) {
  const client = createClient(issuer);
  const picked = async (label: string): Promise<{ id: string }> => {
    const transaction = await client.idx.proceed({ useGenericRemediator: true });
    const options = transaction.neededToProceed[0]?.value?.[0]?.options ?? [];
    const option = options.find((one) => one.label === label);
    const { form } = option?.value as { form: { value: { name: string; value: string }[] } };
    return { id: form.value.find(({ name }) => name === 'id')?.value ?? '' };
  };
  await client.idx.start();
  await client.idx.proceed({ step: 'select-enroll-profile' });
  // The SDK's types do not know `userProfile`; its generic remediator posts it as it is.
  const profile = {
    step: 'enroll-profile',
    userProfile: { firstName: 'Grace', lastName: 'Hopper', email },
  };
  await client.idx.proceed(profile);
  for (const [label, secret] of [
    ['Password', () => goodPassword],
    ['Email', () => org.latest('email').code ?? ''],
  ] as const) {
    await client.idx.proceed({
      step: 'select-authenticator-enroll',
      authenticator: await picked(label),
    });
    await client.idx.proceed({
      step: 'enroll-authenticator',
      credentials: { passcode: secret() },
    });
  }
  return client.idx.proceed({ step: 'skip' });
}

async function requests(): Promise<string[]> {
  const seen = await org.get('/practice/admin/requests');
  await org.send('DELETE', '/practice/admin/requests');
  return (JSON.parse(seen.text) as { method: string; path: string }[]).map(
    ({ method, path }) => `${method} ${path}`,
  );
}

describe('okta-auth-js', () => {
  it('signs two people up, with 12 requests for the first and 10 for the next', async () => {
    const first = await signUp(org.issuer, 'grace@example.com');
    expect(first.status).toBe('SUCCESS');
    expect(first.tokens?.idToken?.claims).toMatchObject({
      name: 'Grace Hopper',
      email: 'grace@example.com',
      email_verified: true,
      iss: org.issuer,
    });
    expect(await requests()).toEqual([
      'GET /oauth2/default/.well-known/openid-configuration',
      'POST /oauth2/default/v1/interact',
      'POST /idp/idx/introspect',
      'POST /idp/idx/enroll',
      'POST /idp/idx/enroll/new',
      'POST /idp/idx/credential/enroll',
      'POST /idp/idx/challenge/answer',
      'POST /idp/idx/credential/enroll',
      'POST /idp/idx/challenge/answer',
      'POST /idp/idx/skip',
      'POST /oauth2/default/v1/token',
      'GET /oauth2/default/v1/keys',
    ]);

    const second = await signUp(org.issuer, 'edsger@example.com');
    expect(second.status).toBe('SUCCESS');
    expect(await requests()).toHaveLength(10);
  });

  it('goes through the pages that an org puts around the methods', async () => {
    const busy = await startTestOrg({
      authenticators: { okta_password: 'off', okta_email: 'off', phone_number: 'off' },
      identityProviders: [
        { type: 'GOOGLE', name: 'Google' },
        { type: 'X509', name: 'Card' },
      ],
      captcha: 'altcha',
      profileUpdate: { attributes: [{ name: 'team', label: 'Team', required: false }] },
      deviceAssurance: 'grace-period',
      consent: 'granular',
      keepMeSignedIn: true,
    });
    const { idx } = createClient(busy.issuer, busy);
    await idx.start();
    await idx.proceed({ step: 'select-enroll-profile' });
    const profile = {
      step: 'enroll-profile',
      userProfile: { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' },
      captchaVerify: { captchaId: 'altcha', captchaToken: await solveAltcha(busy) },
    };
    await idx.proceed(profile);
    const update = { step: 'profile-update', userProfile: { team: 'Navy' } };
    await idx.proceed(update);
    await idx.proceed({ step: 'device-assurance-grace-period' });
    const optedScopes = { email: true, calendar: true, 'calendar.events': false };
    const consent = { step: 'granular-consent', consent: true, optedScopes };
    await idx.proceed(consent);
    const stay = { step: 'keep-me-signed-in', keepMeSignedIn: true };
    const { status, tokens } = await idx.proceed(stay);
    expect(status).toBe('SUCCESS');
    expect(tokens?.idToken?.claims.email).toBe('grace@example.com');
    await busy.close();
  });

  it('sets up an authenticator app and a security question', async () => {
    const asking = await startTestOrg({
      authenticators: {
        okta_password: 'off',
        okta_email: 'off',
        phone_number: 'off',
        google_otp: 'required',
        security_question: 'required',
      },
    });
    const { idx } = createClient(asking.issuer, asking);
    await idx.start();
    await idx.proceed({ step: 'select-enroll-profile' });
    const profile = {
      step: 'enroll-profile',
      userProfile: { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' },
    };
    await idx.proceed(profile);
    for (const label of ['Google Authenticator', 'Security Question']) {
      const now = await idx.proceed({ useGenericRemediator: true });
      const [form] = now.neededToProceed;
      const option = form?.value?.[0]?.options?.find((one) => one.label === label);
      if (form?.name === 'select-authenticator-enroll' && option) {
        const { form: choice } = option.value as {
          form: { value: { name: string; value: string }[] };
        };
        const id = choice.value.find(({ name }) => name === 'id')?.value ?? '';
        await idx.proceed({ step: 'select-authenticator-enroll', authenticator: { id } });
      }
      const entries = JSON.parse((await asking.get('/practice/admin/totp')).text) as {
        code: string;
      }[];
      const credentials =
        label === 'Security Question'
          ? { questionKey: 'custom', question: 'What did I ride?', answer: 'a red bicycle' }
          : { passcode: entries[0]?.code ?? '' };
      const answer = { step: 'enroll-authenticator', credentials };
      const next = await idx.proceed(answer);
      if (label === 'Security Question') expect(next.status).toBe('SUCCESS');
    }
    await asking.close();
  });

  it('works with the org authorization server too', async () => {
    const { status, tokens } = await signUp(org.origin, 'barbara@example.com');
    expect(status).toBe('SUCCESS');
    expect(tokens?.idToken?.claims.iss).toBe(org.origin);
  });
});
