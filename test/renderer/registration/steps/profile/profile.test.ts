import { describe, expect, it, vi } from 'vitest';
import type { FieldView } from '../../../../../preload/contract/registration/field';
import { action, field, message, option, password, profile, stepView } from '../../views';
import { type Desk, openScreen, openWizard } from '../../wizard';

const attribute = (name: string, given: Partial<FieldView> = {}) =>
  field(`userProfile.${name}`, given);

/** Okta's 31 base attributes, in the order in which an org may list them. */
const base = (
  'lastName firstName email secondEmail honorificPrefix honorificSuffix title displayName nickName ' +
  'profileUrl mobilePhone primaryPhone streetAddress city state zipCode postalCode countryCode ' +
  'postalAddress preferredLanguage locale timezone userType employeeNumber costCenter organization ' +
  'division department managerId manager login'
).split(' ');

const groupsOf = ({ page }: Desk) =>
  page.findAll('[data-group]').map((group) => ({
    name: group.get('legend').text(),
    fields: group
      .findAll('[name]')
      .map((one) => (one.attributes('name') ?? '').replace('userProfile.', '')),
  }));

describe('a profile of many attributes', () => {
  it('has headings, with every attribute once and in the order of the org', async () => {
    const desk = await openWizard({ ...profile, fields: base.map((name) => attribute(name)) });
    const groups = groupsOf(desk);
    expect(groups.map(({ name }) => name)).toEqual([
      'Name',
      'How to reach you',
      'Address',
      'Work',
      'Language and region',
      'Your account',
    ]);
    expect(groups[0]?.fields.slice(0, 2)).toEqual(['lastName', 'firstName']);
    expect(groups.flatMap(({ fields }) => fields).sort()).toEqual([...base].sort());
  });

  it('keeps what the org made up under a heading of its own', async () => {
    const fields = [...base.slice(0, 9), 'shoeSize'].map((name) => attribute(name));
    const groups = groupsOf(await openWizard({ ...profile, fields }));
    expect(groups.find(({ name }) => name === 'More about you')?.fields).toEqual(['shoeSize']);
  });

  it.each([
    ['few attributes', base.slice(0, 8)],
    ['nothing but its own', Array.from({ length: 12 }, (_, at) => `own${at}`)],
  ])('has no headings with %s', async (_, names) => {
    const desk = await openWizard({ ...profile, fields: names.map((name) => attribute(name)) });
    expect(desk.page.findAll('[data-group]')).toHaveLength(0);
    const drawn = desk.page.findAll('form [name]').map((one) => one.attributes('name'));
    expect(drawn).toEqual(names.map((name) => `userProfile.${name}`));
  });

  it('puts the password, with its rules, beside the username', async () => {
    const fields = [...base.map((name) => attribute(name)), ...password.fields];
    const desk = await openWizard({ ...profile, fields, passwordRules: password.passwordRules });
    expect(groupsOf(desk).at(-1)?.fields).toEqual(['login', 'credentials.passcode']);
    expect(desk.page.findAll('[data-rule]').length).toBeGreaterThan(0);
  });
});

describe('an attribute', () => {
  const yesNo = [option('true', { label: 'Yes' }), option('false', { label: 'No' })];

  it('is sent as the org offers it: words for a yes or no, a tick as such', async () => {
    const desk = await openScreen({
      ...profile,
      fields: [
        attribute('pet', { control: 'radio', options: yesNo, isRequired: false }),
        attribute('news', { control: 'checkbox' }),
        attribute('colour', { control: 'select', options: [option('red'), option('blue')] }),
        attribute('countryCode', { control: 'country' }),
        attribute('timezone', { control: 'timezone' }),
      ],
    });
    await desk.page.get('[name="userProfile.pet"][value="false"]').setValue();
    await desk.input('userProfile.news').setValue(true);
    await desk.input('userProfile.colour').setValue('blue');
    await desk.input('userProfile.countryCode').setValue('JP');
    await desk.input('userProfile.timezone').setValue('Asia/Tokyo');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'userProfile.pet': 'false',
      'userProfile.news': true,
      'userProfile.colour': 'blue',
      'userProfile.countryCode': 'JP',
      'userProfile.timezone': 'Asia/Tokyo',
    });
  });

  it('is explained in the words of the org', async () => {
    const desk = await openWizard({
      ...profile,
      fields: [attribute('badge', { description: 'On the back of your card.' })],
    });
    const ids = desk.input('userProfile.badge').attributes('aria-describedby') ?? '';
    expect(document.getElementById(ids)?.textContent).toBe('On the back of your card.');
  });

  it('is explained beside the rules where it is a password', async () => {
    const { passwordRules } = password;
    const fields = password.fields.map((one) => ({ ...one, description: 'For the intranet.' }));
    const { page } = await openWizard({ ...profile, fields, passwordRules });
    expect(page.get('.hint').text()).toMatch(/^For the intranet\. The rules are below/);
  });

  it.each([
    ['timezone', 'UTC'],
    ['country', 'HM'],
  ] as const)('can be what the org suggests of a %s, listed or not', async (control, value) => {
    const desk = await openScreen({
      ...profile,
      fields: [attribute('place', { control, value })],
    });
    const list = desk.page.get<HTMLInputElement>('[role="combobox"]');
    expect(list.element.value).toContain(value);
    await list.trigger('click');
    await vi.waitFor(() => expect(desk.page.findAll('[role="option"]').length).toBeGreaterThan(0));
    const chosen = desk.page.findAll('[role="option"][data-state="checked"]');
    expect(chosen.map((one) => one.text())).toEqual([expect.stringContaining(value)]);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.place': value });
  });

  it('is named apart from the word that it is optional', async () => {
    const fields = [attribute('badge', { label: 'Badge?', isRequired: false })];
    const { page } = await openWizard({ ...profile, fields });
    expect(page.get('label').element.textContent).toMatch(/^\s*Badge\?\s+\S*optional/);
  });

  it.each([
    ['select', '[name="userProfile.pick"]'],
    ['radio', '[name="userProfile.pick"][value="a"]'],
    ['checkbox', '[name="userProfile.pick"]'],
    ['country', '[name="userProfile.pick"]'],
    ['timezone', '[name="userProfile.pick"]'],
  ] as const)('shows everything the org has against a %s, tied to it', async (control, at) => {
    const messages = [message('Not now.'), message('Not ever.')];
    const options = ['select', 'radio'].includes(control) ? [option('a'), option('b')] : [];
    const { page } = await openScreen({
      ...profile,
      fields: [attribute('pick', { control, options, messages })],
    });
    const one = page.get(at);
    const carrier = control === 'radio' ? page.get('fieldset.field') : one;
    const ids = (carrier.attributes('aria-describedby') ?? '').split(' ');
    expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual([
      expect.stringContaining('Not now.'),
      expect.stringContaining('Not ever.'),
    ]);
    expect(one.attributes('aria-invalid')).toBe('true');
  });

  it.each([
    [
      'Use a second email to recover your account in case you become locked out.',
      'locked out. You',
    ],
    [null, 'You will be asked to confirm it'],
    ['Write to Mira.', 'Write to Mira.'],
  ])('says what a second address is for: %s', async (description, words) => {
    const fields = [attribute('secondEmail', { control: 'email', description })];
    const { page } = await openWizard({ ...profile, fields });
    expect(page.get('.hint').text()).toContain(words);
  });

  it('shows everything the org has against it', async () => {
    const messages = [message('Too short.'), message('Not allowed.')];
    const { page } = await openWizard({ ...profile, fields: [attribute('badge', { messages })] });
    expect(page.findAll('.field .error').map((one) => one.text())).toEqual([
      expect.stringContaining('Too short.'),
      expect.stringContaining('Not allowed.'),
    ]);
  });
});

describe('more details of somebody who has an account', () => {
  const update = stepView({
    step: 'profile-update',
    fields: [attribute('badge', { isRequired: false })],
    actions: [action('submit', 'submit'), action('skip', 'skip')],
  });

  it('can be left empty and skipped where the org says so', async () => {
    const desk = await openWizard(update);
    expect(desk.page.get('h1').text()).toBe('A few more details');
    expect(desk.page.text()).toContain('leave any of these empty');
    await desk.button('Skip').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('can be skipped wherever the org says so: what is required is so of a form that is sent', async () => {
    const { page } = await openWizard({ ...update, fields: [attribute('badge')] });
    expect(page.find('[data-action="skip"]').exists()).toBe(true);
  });

  it('cannot be skipped where the org does not say so', async () => {
    const { page } = await openWizard({ ...update, actions: [action('submit', 'submit')] });
    expect(page.find('[data-action="skip"]').exists()).toBe(false);
  });

  it("goes by the org's title and button", async () => {
    const own = { ...update, title: 'Sports desk', buttonLabel: 'Join' };
    const { page } = await openWizard(own);
    expect(page.get('h1').text()).toBe('Sports desk');
    expect(page.get('[type="submit"]').text()).toBe('Join');
  });

  it.each([
    ['an update of the form', 'enroll-profile', update.fields],
    ['an address', 'profile-update', [attribute('email', { isRequired: false })]],
  ])('is said to be saved, not to make an account: %s', async (_, step, fields) => {
    const desk = await openWizard({ ...update, step, fields });
    desk.answer(new Promise(() => {}));
    await desk.send();
    expect(desk.page.get('[type="submit"]').text()).toContain('Saving…');
  });
});
