import { afterEach, expect, it } from 'vitest';
import { messageKeys, openSignUp, optionLabels, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
afterEach(() => org.close());

it.each([
  ['custom_otp', 'Custom OTP', 'enroll.hotp.restricted'],
  ['custom_app', 'Custom Push Authenticator', 'oie.authenticator.enroll.error.fail'],
  ['tac', 'Temporary Access Code', 'oie.authenticator.enroll.error.fail'],
])(
  '%s is listed, and choosing it brings the list back with the reason',
  async (key, label, reason) => {
    org = await startTestOrg({ authenticators: { [key]: 'optional' } });
    const signUp = await openSignUp(org);
    await signUp.untilOptional();
    expect(optionLabels(signUp.form('select-authenticator-enroll'))).toEqual(['Phone', label]);
    const chosen = await signUp.choose(label);
    expect(chosen.status).toBe(400);
    expect(messageKeys(chosen.json)).toEqual([reason]);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll', 'skip']);
    expect(chosen.json['currentAuthenticator']).toBeUndefined();
    expect((await signUp.post('skip')).status).toBe(200);
  },
);
