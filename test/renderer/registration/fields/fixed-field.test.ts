import { describe, expect, it } from 'vitest';
import { authenticator, field, option, profile, stepView } from '../views';
import { openScreen, openWizard } from '../wizard';

describe('a value that the org has set', () => {
  it('is read with its label, and is nothing to fill in or to send', async () => {
    const email = field('userProfile.email', {
      label: 'Email',
      control: 'fixed',
      isRequired: false,
      value: 'ada@invited.example',
    });
    const desk = await openWizard({
      ...profile,
      fields: [field('userProfile.firstName', { label: 'First name' }), email],
    });
    const shown = desk.page.get('[data-fixed="userProfile.email"]');
    expect(shown.get('dt').text()).toBe('Email');
    expect(shown.get('dd').text()).toBe('ada@invited.example');
    expect(desk.input('userProfile.email').exists()).toBe(false);
    await desk.input('userProfile.firstName').setValue('Ada');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.firstName': 'Ada' });
  });

  it('is read in the words of its answer', async () => {
    const { page } = await openWizard({
      ...profile,
      fields: [
        field('a', { control: 'fixed', value: 'r', options: [option('r', { label: 'Red' })] }),
        field('b', { control: 'fixed', value: 'true' }),
      ],
    });
    expect(page.findAll('[data-fixed] dd').map((one) => one.text())).toEqual(['Red', 'Yes']);
  });
});

describe('one of several of a kind', () => {
  const phoneOf = (number: string) =>
    authenticator('phone_number', { displayName: 'Okta Phone', profile: number });
  const phones = ['+1 XXX-XXX-1111', '+1 XXX-XXX-2222'];

  it('is told apart in a list', async () => {
    const options = phones.map((number, index) =>
      option(String(index), { label: 'Okta Phone', authenticator: phoneOf(number) }),
    );
    const { page } = await openScreen(
      stepView({
        step: 'select-authenticator-authenticate',
        fields: [field('authenticator', { control: 'choice', options })],
      }),
    );
    const words = page.findAll('label').map((one) => one.text().replaceAll(/[\u2066-\u2069]/g, ''));
    expect(words).toEqual(phones.map((number) => `Phone: ${number}`));
  });

  it('is named on its step, and on its button among the methods', async () => {
    const [number = ''] = phones;
    const about = { authenticator: phoneOf(number), fields: [field('credentials.passcode')] };
    const step = await openScreen(stepView({ step: 'challenge-authenticator', ...about }));
    expect(step.page.get('[data-profile]').text()).toBe(number);
    const method = option('0', { label: 'Okta Phone', authenticator: phoneOf(number) });
    const picker = await openScreen(
      stepView({
        step: 'select-authenticator-enroll',
        fields: [field('authenticator', { control: 'choice', options: [method] })],
      }),
    );
    expect(picker.page.get('button[name="authenticator"]').text()).toContain(number);
  });
});
