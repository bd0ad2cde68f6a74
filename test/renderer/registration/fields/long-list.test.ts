import { expect, it, vi } from 'vitest';
import { field, profile } from '../views';
import { openScreen } from '../wizard';

vi.setConfig({ testTimeout: 20_000 });

it('finds an entry of an org’s long list by typing', async () => {
  const options = Array.from({ length: 1_200 }, (_, index) => ({
    id: `s${index}`,
    label: `School ${index}`,
    fields: [],
    authenticator: null,
  }));
  const school = field('userProfile.school', { control: 'select', options });
  const desk = await openScreen({ ...profile, fields: [school] });
  await desk.input('userProfile.school').setValue('School 1199');
  await desk.send();
  expect(desk.sent[0]?.values).toEqual({ 'userProfile.school': 's1199' });
});
