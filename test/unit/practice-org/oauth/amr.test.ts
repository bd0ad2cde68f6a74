import { describe, expect, it } from 'vitest';
import { authenticators } from '../../../../main/practice-org/authenticators/registry';
import { amrOf } from '../../../../main/practice-org/oauth/amr';
import { authenticatorKeys } from '../../../../main/practice-org/policy/schema';
import { parsePolicy } from '../../../../main/practice-org/policy/read';
import type { AuthenticatorKey } from '../../../../main/practice-org/policy/schema';

const enrolled = (key: AuthenticatorKey, methods: readonly string[]) => ({ id: 'x', key, methods });

describe('amr', () => {
  it.each([
    ['okta_verify', ['totp'], ['okta_verify', 'otp']],
    ['okta_verify', ['signed_nonce', 'push', 'totp'], ['okta_verify', 'phr', 'swk', 'otp']],
    ['phone_number', ['voice'], ['tel']],
    ['security_question', ['security_question'], ['kba']],
    ['webauthn', ['webauthn'], ['pop']],
    ['google_otp', ['otp'], ['google_otp']],
    ['symantec_vip', ['otp'], ['symantec']],
    ['yubikey_token', ['otp'], ['yubikey']],
    ['rsa_token', ['otp'], ['rsa']],
    ['onprem_mfa', ['otp'], ['oauth_otp']],
    ['external_idp', ['idp'], ['fed']],
    ['smart_card_idp', ['cert'], ['sc', 'swk']],
  ] as const)('of %s by %o is %o, as Okta’s table has it', (key, methods, expected) => {
    expect(amrOf([enrolled(key, methods)], false)).toEqual(expected);
  });

  it('has a value for every method that can be set up', () => {
    const reading = parsePolicy({});
    if (!reading.ok) throw new Error(reading.problems.join());
    for (const key of authenticatorKeys) {
      for (const method of authenticators[key].methods(reading.policy)) {
        expect(amrOf([enrolled(key, [method])], false), `${key} ${method}`).not.toEqual([]);
      }
    }
  });

  it('names each value once, and mfa where there is more than one authenticator', () => {
    const password = enrolled('okta_password', ['password']);
    expect(amrOf([password, enrolled('phone_number', ['sms', 'voice'])], false)).toEqual([
      'pwd',
      'sms',
      'tel',
      'mfa',
    ]);
    expect(
      amrOf([enrolled('webauthn', ['webauthn']), enrolled('webauthn', ['webauthn'])], false),
    ).toEqual(['pop']);
    expect(amrOf([], true)).toEqual(['fed']);
    expect(amrOf([password], true)).toEqual(['fed', 'pwd', 'mfa']);
  });
});
