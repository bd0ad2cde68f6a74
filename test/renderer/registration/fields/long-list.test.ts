import { expect, it } from 'vitest';
import { field, profile } from '../views';
import { openScreen } from '../wizard';

it('finds an entry of an org’s long list by typing', async () => {
  const options = Array.from({ length: 120 }, (_, index) => ({
    id: `s${index}`,
    label: `School ${index}`,
    fields: [],
    authenticator: null,
  }));
  const school = field('userProfile.school', { control: 'select', options });
  const desk = await openScreen({ ...profile, fields: [school] });
  await desk.input('userProfile.school').setValue('School 119');
  await desk.send();
  expect(desk.sent[0]?.values).toEqual({ 'userProfile.school': 's119' });
});
