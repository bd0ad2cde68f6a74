import { describe, expect, it } from 'vitest';
import type { FieldView } from '../../../preload/contract/registration/field';
import { activeFields } from '../../../renderer/registration/step-context';
import { field, message, option, password, profile } from './views';
import { openWizard } from './wizard';

const focused = () => document.activeElement?.getAttribute('name');

describe('the fields that count', () => {
  const nested = field('kind.more', { control: 'choice', options: [option('a'), option('b')] });
  const fields = [
    field('kind', {
      control: 'choice',
      options: [option('0', { fields: [field('kind.text')] }), option('1', { fields: [nested] })],
    }),
    field('other'),
  ];
  const namesFor = (values: Readonly<Record<string, string>>) =>
    activeFields(fields, ({ name }: FieldView) => values[name] ?? '').map(({ name }) => name);

  it('are those of the form and of the options chosen, in their order', () => {
    expect(namesFor({})).toEqual(['kind', 'other']);
    expect(namesFor({ kind: '0' })).toEqual(['kind', 'kind.text', 'other']);
    expect(namesFor({ kind: '1' })).toEqual(['kind', 'kind.more', 'other']);
    expect(namesFor({ kind: 'none of them' })).toEqual(['kind', 'other']);
  });
});

describe('a form that is not ready to be sent', () => {
  it('leads to its first problem every time it is tried', async () => {
    const desk = await openWizard(profile);
    await desk.input('userProfile.firstName').setValue('Mira');
    await desk.send();
    expect(focused()).toBe('userProfile.lastName');
    (desk.input('userProfile.nickName').element as HTMLInputElement).focus();
    await desk.send();
    expect(focused()).toBe('userProfile.lastName');
    expect(desk.sent).toHaveLength(0);
  });

  it('says its own problems and those of the org at one field', async () => {
    const [name, ...others] = profile.fields;
    const refused = name ? { ...name, messages: [message('Not that one.')] } : field('x');
    const desk = await openWizard({ ...profile, fields: [refused, ...others] });
    await desk.input('userProfile.firstName').setValue('M');
    await desk.send();
    const ids =
      desk.input('userProfile.firstName').attributes('aria-describedby')?.split(' ') ?? [];
    const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '');
    expect(texts[0]).toContain('at least 2 characters');
    expect(texts[1]).toContain('Not that one.');
  });

  it('forgets its problems with the next answer', async () => {
    const desk = await openWizard(profile);
    await desk.send();
    expect(desk.page.findAll('.summary li').length).toBeGreaterThan(1);
    await desk.push({ ...profile, serial: 2 });
    expect(desk.page.find('.summary').exists()).toBe(false);
    expect(desk.page.find('[aria-invalid="true"]').exists()).toBe(false);
  });

  it('names a problem with what is no field of the org too', async () => {
    const desk = await openWizard(password);
    await desk.input('credentials.passcode').setValue('ABcdefg1');
    await desk.send();
    expect(focused()).toBe('confirmPassword');
    await desk.page.get('.summary a').trigger('click');
    expect(focused()).toBe('confirmPassword');
  });
});
