import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ada,
  fieldMessages,
  goodPassword,
  list,
  openSignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg({
    passwordOn: 'profile',
    profileAttributes: [
      { name: 'firstName', label: 'First name', minLength: 2, maxLength: 5 },
      { name: 'email', label: 'Email' },
      { name: 'secondEmail', label: 'Secondary email', required: false },
      {
        name: 'color',
        label: 'Color',
        required: false,
        input: 'select',
        options: [
          { label: 'Red', value: 'red' },
          { label: 'Blue', value: 'blue' },
        ],
      },
      { name: 'pet', label: 'A pet?', type: 'boolean', required: false, input: 'checkbox' },
      { name: 'motto', label: 'Your motto', required: false, customLabel: true },
    ],
  });
});
afterAll(() => org.close());

const good = { firstName: 'Ada', email: 'ada@example.com' };
const credentials = { passcode: goodPassword };

/** What stands on the fields after this profile was sent; nothing where it was accepted. */
async function problemsOf(userProfile: object, more: object = { credentials }) {
  const signUp = await openSignUp(org);
  const answer = await signUp.profile(userProfile, more);
  expect(answer.status).toBe(signUp.steps().includes('enroll-profile') ? 400 : 200);
  return fieldMessages(signUp.form('enroll-profile'));
}

describe('the profile form', () => {
  it('says of each attribute what the policy says', async () => {
    const signUp = await openSignUp(org);
    await signUp.post('select-enroll-profile');
    const [userProfile] = list(signUp.form('enroll-profile')?.['value']);
    const fields = list(userProfile?.['form']?.['value']);
    expect(fields).toEqual([
      {
        name: 'firstName',
        type: 'string',
        label: 'First name',
        required: true,
        minLength: 2,
        maxLength: 5,
      },
      { name: 'email', type: 'string', label: 'Email', required: true },
      { name: 'secondEmail', type: 'string', label: 'Secondary email', required: false },
      expect.objectContaining({
        name: 'color',
        options: [
          {
            label: 'display',
            value: {
              type: 'object',
              value: {
                inputType: 'select',
                options: [
                  { label: 'Red', value: 'red' },
                  { label: 'Blue', value: 'blue' },
                ],
              },
            },
          },
        ],
      }),
      expect.objectContaining({ name: 'pet', type: 'boolean' }),
      expect.objectContaining({ name: 'motto', customLabel: true }),
    ]);
  });

  it('accepts a good profile, and keeps only what the policy asks for', async () => {
    expect(await problemsOf({ ...good, color: 'red', pet: 'true', rank: 'general' })).toEqual([]);
    const users = await org.get('/practice/admin/users');
    expect(JSON.parse(users.text)).toMatchObject([
      { profile: { firstName: 'Ada', email: 'ada@example.com', color: 'red', pet: true } },
    ]);
    expect(users.text).not.toContain('general');
  });

  it.each([
    [{ email: 'a@b.example' }, ['userProfile.firstName: model.validation.field.blank']],
    [
      { ...good, firstName: 'A' },
      ['userProfile.firstName: registration.model.validation.field.string.too.short'],
    ],
    [
      { ...good, firstName: 'Adelaide' },
      ['userProfile.firstName: registration.model.validation.field.string.too.long'],
    ],
    [
      { ...good, email: 'ada' },
      [
        'userProfile.email: registration.error.invalidLoginEmail',
        'userProfile.email: registration.error.doesNotMatchPattern',
      ],
    ],
    [
      { ...good, secondEmail: 'x@y' },
      [
        'userProfile.secondEmail: registration.error.invalidLoginEmail',
        'userProfile.secondEmail: registration.error.doesNotMatchPattern',
      ],
    ],
    [{ ...good, color: 'mauve' }, ['userProfile.color: registration.error.doesNotMatchPattern']],
  ])('puts what is wrong with %o on its field', async (userProfile, expected) => {
    expect(await problemsOf(userProfile)).toEqual(expected);
  });

  it('checks the password on the same page, and tells everything at once', async () => {
    expect(
      await problemsOf({ ...good, email: '' }, { credentials: { passcode: 'short' } }),
    ).toEqual([
      'userProfile.email: model.validation.field.blank',
      'credentials.passcode: password.passwordRequirementsNotMet',
    ]);
    expect(await problemsOf(good, {})).toEqual([
      'credentials.passcode: model.validation.field.blank',
    ]);
  });
});

describe('an e-mail that has an account', () => {
  it('is refused in any spelling; one whose sign-up was never finished is not', async () => {
    const fresh = await startTestOrg();
    const unfinished = await openSignUp(fresh);
    await unfinished.profile();
    const signUp = await openSignUp(fresh);
    await signUp.finish();
    const again = await openSignUp(fresh);
    const refused = await again.profile({ ...ada, email: 'ADA@Example.com' });
    expect(refused.status).toBe(400);
    expect(fieldMessages(again.form('enroll-profile'))).toEqual([
      'userProfile.email: registration.error.notUniqueWithinOrg',
    ]);
    await fresh.close();
  });

  it('ends a sign-up whose account another one took over', async () => {
    const fresh = await startTestOrg();
    const first = await openSignUp(fresh);
    await first.profile();
    const second = await openSignUp(fresh);
    await second.profile();
    await first.choose('Password');
    const ended = await first.code(goodPassword);
    expect(ended.status).toBe(400);
    expect(ended.text).toContain('registration.error.generic');
    await fresh.close();
  });
});
