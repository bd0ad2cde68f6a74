import { describe, expect, it, vi } from 'vitest';
import type { FieldView } from '../../../../preload/contract/registration/field';
import { field, message, phone, profile } from '../views';
import { type Desk, openScreen } from '../wizard';

vi.setConfig({ testTimeout: 20_000 });

const mobile = (given: Partial<FieldView> = {}) =>
  field('userProfile.mobilePhone', { label: 'Mobile phone', control: 'tel', ...given });
const withFields = (...fields: FieldView[]) => ({ ...profile, fields });
const valueOf = (desk: Desk, name: string) => (desk.input(name).element as HTMLInputElement).value;

async function chooseCountry(desk: Desk, name: string) {
  await desk.page.get('[role="combobox"]').setValue(name);
  await vi.waitFor(() => expect(desk.page.findAll('[role="option"]')[0]?.text()).toContain(name));
  await desk.page.get('[role="option"]').trigger('click');
}

describe('a number of a method', () => {
  it.each([
    ['Australia', '0011 64 21 123 456', '+6421123456', 'New Zealand'],
    ['Hong Kong', '001 65 8123 4567', '+6581234567', 'Singapore'],
  ])('dialled abroad from %s is read so, shown, and sent', async (country, typed, e164, place) => {
    const desk = await openScreen(phone);
    await chooseCountry(desk, country);
    const input = desk.input('authenticator.phoneNumber');
    await input.setValue(typed);
    expect(desk.page.get('[data-preview]').text()).toBe(e164);
    expect(desk.page.text()).toContain(`Country: ${place}`);
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe(e164);
  });

  it('moves to its own country once it is left', async () => {
    const desk = await openScreen(phone);
    await chooseCountry(desk, 'Australia');
    await desk.input('authenticator.phoneNumber').setValue('0011 64 21 123 456');
    await desk.input('authenticator.phoneNumber').trigger('blur');
    expect(valueOf(desk, 'authenticator.phoneNumber')).toBe('021 123 456');
    expect(desk.page.get<HTMLInputElement>('[role="combobox"]').element.value).toContain(
      'New Zealand',
    );
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe('+6421123456');
  });

  it('is there where the org has filled it in', async () => {
    const fields = phone.fields.map((one) =>
      one.control === 'tel' ? { ...one, value: '+4930123456' } : one,
    );
    const desk = await openScreen({ ...phone, fields });
    expect(valueOf(desk, 'authenticator.phoneNumber')).toBe('030 123456');
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe('+4930123456');
  });

  it('goes back as it came where the org has masked it', async () => {
    const fields = phone.fields.map((one) =>
      one.control === 'tel' ? { ...one, value: '+1 XXX-XXX-2671' } : one,
    );
    const desk = await openScreen({ ...phone, fields });
    expect(valueOf(desk, 'authenticator.phoneNumber')).toBe('+1 XXX-XXX-2671');
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe('+1 XXX-XXX-2671');
  });

  it('of Okta Verify is there as well', async () => {
    const fields = [field('phoneNumber', { control: 'tel', value: '+4930123456' })];
    const { authenticator } = phone;
    const view = { ...phone, step: 'enrollment-channel-data', fields };
    const key = 'okta_verify';
    const desk = await openScreen({
      ...view,
      authenticator: authenticator && { ...authenticator, key },
    });
    expect(valueOf(desk, 'phoneNumber')).toBe('030 123456');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ phoneNumber: '+4930123456' });
  });
});

describe('a number of the profile', () => {
  it.each([
    ['(415) 555-2671', '+14155552671'],
    ['415-555-2671', '+14155552671'],
    ['0049 176 12345678', '+4917612345678'],
  ])('is sent as E.164: %s', async (typed, e164) => {
    const desk = await openScreen(withFields(mobile()));
    await desk.input('userProfile.mobilePhone').setValue(typed);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.mobilePhone': e164 });
  });

  it('has a country of its own where there are several, each under its label', async () => {
    const office = field('userProfile.primaryPhone', { label: 'Primary phone', control: 'tel' });
    const desk = await openScreen(withFields(mobile(), office));
    const labels = desk.page.findAll('label').map((one) => one.text());
    expect(labels).toContain('Country or region: Mobile phone');
    await desk.input('userProfile.mobilePhone').setValue('+49 176 12345678');
    await desk.input('userProfile.primaryPhone').setValue('415 555 2671');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'userProfile.mobilePhone': '+4917612345678',
      'userProfile.primaryPhone': '+14155552671',
    });
    const ids = desk.page.findAll('[id]').map((one) => one.attributes('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can be left empty where it is optional', async () => {
    const desk = await openScreen(withFields(mobile({ isRequired: false })));
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.mobilePhone': '' });
  });

  it('is read again where the org asks for a valid one of a box that was plain text', async () => {
    const plain = field('userProfile.reach', { label: 'Reach' });
    const desk = await openScreen(withFields(plain));
    await desk.input('userProfile.reach').setValue('(415) 555-2671');
    const messages = [message('Enter a valid phone number.')];
    desk.answer({ ...withFields({ ...plain, control: 'tel', messages }), serial: 2 });
    await desk.send();
    await vi.waitFor(() => expect(desk.page.find('[type="tel"]').exists()).toBe(true));
    expect(desk.page.text()).toContain('Enter a valid phone number.');
    await desk.send();
    expect(desk.sent[1]?.values).toEqual({ 'userProfile.reach': '+14155552671' });
  });

  it('has no extension', async () => {
    const desk = await openScreen(withFields(mobile()));
    await desk.input('userProfile.mobilePhone').setValue('+1 415 555 2671 x22');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.text()).toContain('Leave the extension out');
  });

  it('goes as typed where the org takes less than its country’s code needs', async () => {
    const desk = await openScreen(withFields(mobile({ maxLength: 13 })));
    await desk.input('userProfile.mobilePhone').setValue('0176 12345678');
    await chooseCountry(desk, 'Germany');
    await desk.send();
    expect(String(desk.sent[0]?.values['userProfile.mobilePhone'])).toHaveLength(13);
  });
});
