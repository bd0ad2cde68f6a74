import { afterEach, describe, expect, it } from 'vitest';
import { parsePhoneNumber } from '../../../../main/practice-org/authenticators/phone-number';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import { interactionCode, messageKeys, openSignUp, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
afterEach(async () => {
  await org?.close();
});

async function startAtPhone(policy: PolicyInput = {}) {
  org = await startTestOrg(policy);
  const signUp = await openSignUp(org);
  await signUp.untilOptional();
  return signUp;
}

const number = '+12025550123';

describe('the phone step', () => {
  it('asks for number and method first, then for the code', async () => {
    const signUp = await startAtPhone();
    await signUp.choose('Phone');
    const [group] = [signUp.form('authenticator-enrollment-data')?.['value']?.['0']];
    expect(group?.['form']?.['value']).toMatchObject([
      { name: 'id', mutable: false },
      {
        name: 'methodType',
        options: [
          { label: 'SMS', value: 'sms' },
          { label: 'Voice call', value: 'voice' },
        ],
      },
      { name: 'phoneNumber', required: true },
    ]);
    const id = group?.['form']?.['value']?.['0']?.['value'];
    await signUp.post('authenticator-enrollment-data', {
      authenticator: { id, methodType: 'sms', phoneNumber: number },
    });
    expect(signUp.last().json['currentAuthenticator']?.['value']).toMatchObject({
      key: 'phone_number',
      methods: [{ type: 'sms' }],
    });
    expect(org.latest('sms')).toMatchObject({ to: number });
    const done = await signUp.code(org.latest('sms').code);
    expect(interactionCode(done)).not.toBe('undefined');
    const users = await org.get('/practice/admin/users');
    expect(users.text).toContain('"key":"phone_number","methods":["sms"]');
  });

  it('takes number and method in the picker, and reads a code out with the extension kept', async () => {
    const signUp = await startAtPhone();
    await signUp.choose('Phone', { methodType: 'voice', phoneNumber: `${number}x123` });
    const call = org.latest('voice');
    expect(call.to).toBe(`${number}x123`);
    expect(call.text).toContain([...(call.code ?? '')].join(' '));
  });

  it('offers skip beside every optional method', async () => {
    const signUp = await startAtPhone();
    await signUp.choose('Phone');
    expect(interactionCode(await signUp.post('skip'))).not.toBe('undefined');
  });

  it.each(['12', '2025550123', '+1202', '+10000000000', '+12025550123x1', 7, ''])(
    'refuses %s for a text message',
    async (phoneNumber) => {
      const signUp = await startAtPhone();
      const refused = await signUp.choose('Phone', { methodType: 'sms', phoneNumber });
      expect(refused.status).toBe(400);
      expect(messageKeys(refused.json)).toEqual(['api.factors.error.sms.invalid_phone']);
      expect(signUp.steps()[0]).toBe('authenticator-enrollment-data');
      expect(org.mail().filter(({ channel }) => channel !== 'email')).toEqual([]);
    },
  );

  it('refuses a method the policy does not have', async () => {
    const signUp = await startAtPhone({ phoneMethods: ['sms'] });
    const refused = await signUp.choose('Phone', { methodType: 'voice', phoneNumber: number });
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['E0000020']);
  });

  it('waits between two messages to a number, but not to call it instead or to try another', async () => {
    const signUp = await startAtPhone();
    await signUp.choose('Phone', { methodType: 'sms', phoneNumber: number });
    const early = await signUp.act('/idp/idx/challenge/resend');
    expect(early.status).toBe(429);
    expect(messageKeys(early.json)).toEqual(['errors.E0000109']);
    const again = await signUp.choose('Phone', { methodType: 'sms', phoneNumber: number });
    expect(again.status).toBe(429);
    const call = await signUp.choose('Phone', { methodType: 'voice', phoneNumber: number });
    expect(call.status).toBe(200);
    const another = await signUp.choose('Phone', {
      methodType: 'sms',
      phoneNumber: '+12025550124',
    });
    expect(another.status).toBe(200);
    org.wait(31);
    expect((await signUp.act('/idp/idx/challenge/resend')).status).toBe(200);
  });

  it('goes back to number and method when phone is chosen again', async () => {
    const signUp = await startAtPhone();
    await signUp.choose('Phone', { methodType: 'sms', phoneNumber: number });
    await signUp.choose('Phone');
    expect(signUp.steps()[0]).toBe('authenticator-enrollment-data');
  });
});

describe('a phone number', () => {
  it('may be written with spaces, dots, dashes and brackets', () => {
    expect(parsePhoneNumber('+49 (30) 123-45.67 x42')).toEqual({
      number: '+49301234567',
      extension: '42',
    });
  });
});
