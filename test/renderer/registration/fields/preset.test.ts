import { describe, expect, it } from 'vitest';
import type { FieldView } from '../../../../preload/contract/registration/field';
import { presetOf } from '../../../../renderer/registration/fields/preset';
import { field, option, profile } from '../views';
import { openWizard } from '../wizard';

const attribute = (name: string, given: Partial<FieldView>) => field(`userProfile.${name}`, given);
const agreed = [option('agreed', { label: 'I agree to the terms of use' })];
const yesNo = [option('true', { label: 'Yes' }), option('false', { label: 'No' })];
const plan = [option('basic', { label: 'Basic' }), option('plus', { label: 'Plus' })];

describe('what means consent', () => {
  it.each<[string, FieldView]>([
    ['a lone radio', attribute('terms', { control: 'radio', options: agreed })],
    ['a lone answer of a list', attribute('x', { control: 'select', options: agreed })],
    [
      'a lone radio that the org suggests',
      attribute('x', { control: 'radio', options: agreed, value: 'agreed' }),
    ],
    ['a box that the org ticks', attribute('news', { control: 'checkbox', value: true })],
    [
      'a yes that the org suggests',
      attribute('ads', { control: 'radio', options: yesNo, value: 'true' }),
    ],
    ['a yes as a boolean', attribute('ads', { control: 'radio', options: yesNo, value: true })],
    [
      'an answer to a question about terms',
      attribute('termsVersion', { control: 'select', options: plan, value: 'plus' }),
    ],
    [
      'an answer in words of the org',
      attribute('x', {
        control: 'radio',
        label: 'Ich stimme der Datenschutzerklärung zu',
        options: plan,
        value: 'plus',
      }),
    ],
    ['an agreement to type', attribute('consent', { control: 'text', value: 'yes' })],
  ])('is chosen by nobody but the person: %s', (_, one) => {
    expect(presetOf(one, 'enroll-profile')).toBe(one.control === 'checkbox' ? false : '');
  });

  it('is asked for before the form is sent', async () => {
    const terms = attribute('terms', { control: 'radio', label: 'Terms of use', options: agreed });
    const desk = await openWizard({ ...profile, fields: [terms] });
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.text()).toContain('Please choose one.');
    await desk.page.get('[value="agreed"]').setValue();
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.terms': 'agreed' });
  });
});

describe('what means no consent', () => {
  it.each<[string, FieldView, unknown]>([
    ['a plan', attribute('plan', { control: 'select', options: plan, value: 'plus' }), 'plus'],
    ['a no', attribute('ads', { control: 'radio', options: yesNo, value: 'false' }), 'false'],
    ['a name', attribute('city', { value: 'Acceptville' }), 'Acceptville'],
  ])('is what the org suggests: %s', (_, one, value) => {
    expect(presetOf(one, 'enroll-profile')).toBe(value);
  });

  it('is the only way of a method, in a form about that method', () => {
    const channel = field('authenticator.methodType', { options: [option('email')] });
    expect(presetOf(channel, 'authenticator-enrollment-data')).toBe('email');
  });
});

describe('an optional box', () => {
  it('is told from a required one in words, and is sent as it is', async () => {
    const desk = await openWizard({
      ...profile,
      fields: [
        attribute('news', { control: 'checkbox', label: 'Send me offers', isRequired: false }),
        attribute('terms', { control: 'checkbox', label: 'I accept the terms' }),
      ],
    });
    const labels = desk.page.findAll('label').map((one) => one.text());
    expect(labels[0]).toMatch(/Send me offers\s+\(optional\)/);
    expect(labels[1]).toBe('I accept the terms');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.news': false, 'userProfile.terms': false });
  });
});
