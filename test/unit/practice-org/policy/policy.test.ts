import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { presetNames, presets } from '../../../../main/practice-org/policy/presets';
import { parsePolicy, readPolicy } from '../../../../main/practice-org/policy/read';

const folder = mkdtempSync(join(tmpdir(), 'policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function problems(input: unknown): readonly string[] {
  const reading = parsePolicy(input);
  return reading.ok ? [] : reading.problems;
}

describe('a policy', () => {
  it('may leave out everything', () => {
    const reading = parsePolicy({});
    expect(reading).toMatchObject({
      ok: true,
      policy: {
        signUpAllowed: true,
        authenticators: {
          okta_password: 'required',
          okta_email: 'required',
          phone_number: 'optional',
        },
        phoneMethods: ['sms', 'voice'],
        magicLink: false,
        passwordOn: 'step',
      },
    });
  });

  it.each(presetNames)('is what the preset %s is', (name) => {
    expect(problems(presets[name])).toEqual([]);
  });

  it.each(['minLowerCase', 'minUpperCase', 'minNumber', 'minSymbol'])(
    'wants a kind of character in a password or not, as Okta does: %s',
    (rule) => {
      expect(problems({ passwordComplexity: { [rule]: 0 } })).toEqual([]);
      expect(problems({ passwordComplexity: { [rule]: 2 } })).toEqual([
        `passwordComplexity.${rule} is 2, allowed is at most 1`,
      ]);
    },
  );

  it.each([
    [{ codeLenght: 6 }, ['codeLenght is not a key of the policy']],
    [{ codeLength: 3 }, ['codeLength is 3, allowed is at least 4']],
    [{ refreshTokens: { leeway: 61 } }, ['refreshTokens.leeway is 61, allowed is at most 60']],
    [
      { refreshTokens: { rotation_type: 'never' } },
      ['refreshTokens.rotation_type is "never", allowed is STATIC, ROTATE'],
    ],
    [{ passwordOn: 'page' }, ['passwordOn is "page", allowed is step, profile']],
    [
      { authenticators: { phone_number: 'maybe' } },
      ['authenticators.phone_number is "maybe", allowed is off, optional, required'],
    ],
    [
      { profileAttributes: [{ name: 'firstName', label: 'First name' }] },
      ['profileAttributes must include the required attribute email, which is also the login'],
    ],
    [
      {
        profileAttributes: [
          { name: 'email', label: 'Email' },
          { name: 'email', label: 'Again' },
        ],
      },
      ['profileAttributes must name each attribute once'],
    ],
    [
      {
        profileAttributes: [
          { name: 'email', label: 'Email' },
          { name: 'pet', label: 'Pet', input: 'radio' },
        ],
      },
      ['profileAttributes must have options where input is select or radio'],
    ],
    [
      { authenticators: { okta_email: 'off' }, requireOneOf: ['okta_email'] },
      ['requireOneOf cannot name an authenticator that is off'],
    ],
    [
      { authenticators: { okta_password: 'optional' }, passwordOn: 'profile' },
      ['passwordOn can be profile only where authenticators.okta_password is required'],
    ],
    [
      { progressiveProfile: { attributes: [{ name: 'pet', label: 'Pet', pattern: '(' }] } },
      ['progressiveProfile.attributes must have regular expressions as patterns'],
    ],
    [
      { profileUpdate: { attributes: [{ name: 'pet', label: 'Pet', input: 'select' }] } },
      ['profileUpdate.attributes must have options where input is select or radio'],
    ],
    [
      { identityProviders: [{ type: 'GOOGLE', name: 'G', outcome: 'maybe' }] },
      ['identityProviders.0.outcome is "maybe", allowed is completes, needs-more, fails'],
    ],
    [{ captcha: true }, ['captcha is true, allowed is off, altcha, hcaptcha, recaptcha']],
    [[], ['the policy is a list, allowed is an object']],
    ['text', ['the policy is "text", allowed is Object']],
    [{ codeLength: 6.5 }, ['codeLength is 6.5, allowed is a whole number']],
    [{ emailCallbackUri: 'x' }, ['emailCallbackUri is "x", allowed is a URL']],
  ])('is refused when it is %o, and the key is named', (input, expected) => {
    expect(problems(input)).toEqual(expected);
  });
});

describe('--policy', () => {
  it('takes a preset’s name or a file', () => {
    expect(readPolicy('email-only')).toMatchObject({
      ok: true,
      policy: { authenticators: { okta_password: 'optional' } },
    });
    const path = file('good.json', '{"$schema": "./policy.schema.json", "codeLength": 8}');
    expect(readPolicy(path)).toMatchObject({ ok: true, policy: { codeLength: 8 } });
  });

  it('says which names there are when it finds neither', () => {
    expect(readPolicy('emial-only')).toEqual({
      ok: false,
      problems: [
        'policy "emial-only" is neither a file that can be read nor one of default, password-or-phone, email-only, password-on-profile, everything',
      ],
    });
  });

  it('says that a file is not JSON', () => {
    const reading = readPolicy(file('bad.json', '{'));
    expect(reading).toMatchObject({ ok: false });
    expect(reading.ok || reading.problems[0]).toContain('bad.json" is not JSON');
  });
});
