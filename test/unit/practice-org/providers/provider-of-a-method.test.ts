import { beforeEach, describe, expect, it } from 'vitest';
import { authenticators } from '../../../../main/practice-org/authenticators/registry';
import type { Enrollment } from '../../../../main/practice-org/model/authenticator';
import { answer } from '../../../../main/practice-org/routes/answer';
import type { Body } from '../../../../main/practice-org/http/exchange';
import { defaultServer } from '../../../../main/practice-org/model/authorization-server';
import { createOrg, type Org } from '../../../../main/practice-org/model/org';
import { resolvePolicy } from '../../../../main/practice-org/policy/read';
import type { Transaction } from '../../../../main/practice-org/model/transactions';
import { ada, silent } from '../practice';

let org: Org;
let transaction: Transaction;
let finished: string[];

/** A method that is set up at a provider's page, in the middle of a sign-up. */
beforeEach(() => {
  const reading = resolvePolicy({
    authenticators: { okta_password: 'required', okta_email: 'off', phone_number: 'off' },
  });
  if (!reading.ok) throw new Error(reading.problems.join());
  org = createOrg({
    policy: reading.policy,
    now: Date.now,
    onMail: silent.info,
    keepsBodies: true,
  });
  const request = {
    clientId: 'a-client',
    redirectUri: 'app.frontdesk.desktop:/callback',
    scopes: ['openid'],
    state: 'a-state',
    nonce: null,
    codeChallenge: '',
    server: defaultServer,
  };
  transaction = org.transactions.open(request, 60);
  transaction.account = org.accounts.create({ ...ada });
  finished = [];
  const enrollment: Enrollment = {
    authenticator: authenticators.okta_password,
    view: () => ({ form: { name: 'redirect-idp', path: '/sso/idps/card' } }),
    answer: () => ({ kind: 'pending' }),
    provider: { id: 'card', name: 'Card <reader>', finish: (outcome) => finished.push(outcome) },
    isFinishedElsewhere: () => finished.includes('done'),
  };
  transaction.step = { at: 'enrollment', enrollment };
});

async function send(method: 'GET' | 'POST', body: Body = { kind: 'none' }) {
  const query = new URLSearchParams({ stateToken: transaction.stateHandle });
  const origin = 'http://localhost:1';
  const exchange = { method, path: '/sso/idps/card', query, headers: {}, origin, body };
  return answer(exchange, org);
}

const post = (answered: string) => {
  const value = new URLSearchParams({ stateToken: transaction.stateHandle, answer: answered });
  return send('POST', { kind: 'form', value });
};

describe('the page of a provider that a method is set up at', () => {
  it('asks nothing but yes or no, under the provider’s name', async () => {
    const shown = await send('GET');
    expect(shown?.body).toContain('Confirm with Card &lt;reader&gt;');
    expect(shown?.body).not.toContain('type="email"');
  });

  it('sets the method up, and brings the code where it was the last one', async () => {
    const back = await post('continue');
    expect(finished).toEqual(['done']);
    expect(back?.headers['Location']).toMatch(/interaction_code=.*&state=a-state$/);
    expect(transaction.account?.enrollments).toHaveLength(1);
  });

  it('leaves the method to be tried again when the person says no', async () => {
    const back = await post('refuse');
    expect(finished).toEqual(['failed']);
    expect(back?.headers['Location']).toContain('error=interaction_required');
    expect(transaction.step.at).toBe('enrollment');
    const introspected = await answer(
      {
        method: 'POST',
        path: '/idp/idx/introspect',
        query: new URLSearchParams(),
        headers: {},
        origin: 'http://localhost:1',
        body: { kind: 'json', value: { stateHandle: transaction.stateHandle } },
      },
      org,
    );
    expect(introspected?.body).toContain('oie.authenticator.enroll.error.fail');
  });
});
