import { describe, expect, it } from 'vitest';
import CheckboxField from '../../../renderer/components/CheckboxField.vue';
import ErrorSummary from '../../../renderer/components/ErrorSummary.vue';
import { fieldId } from '../../../renderer/components/field-id';
import RadioGroup from '../../../renderer/components/RadioGroup.vue';
import SelectField from '../../../renderer/components/SelectField.vue';
import TextField from '../../../renderer/components/TextField.vue';
import { mountWith } from '../mount-with';

function describedTexts(control: Element): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? `missing ${id}`);
}

describe('TextField', () => {
  it('ties label, hint and every error to its input', () => {
    const { wrapper } = mountWith(TextField, {
      props: {
        modelValue: 'a',
        name: 'userProfile.email',
        label: 'E-mail',
        hint: 'We send a code.',
        errors: ['Too short.', 'No at sign.'],
        isOptional: true,
      },
    });
    const input = wrapper.get('input');
    expect(input.attributes('name')).toBe('userProfile.email');
    expect(wrapper.get('label').attributes('for')).toBe(input.element.id);
    expect(wrapper.get('label').text()).toContain('(optional)');
    expect(describedTexts(input.element)).toEqual(['We send a code.', 'Too short.', 'No at sign.']);
    expect(input.attributes('aria-invalid')).toBe('true');
  });

  it('is not called invalid, nor described by anything, without errors and hint', () => {
    const { wrapper } = mountWith(TextField, {
      props: { modelValue: '', name: 'a', label: 'A' },
    });
    const input = wrapper.get('input');
    expect(input.attributes('aria-invalid')).toBeUndefined();
    expect(input.attributes('aria-describedby')).toBeUndefined();
  });

  it('hands on what is typed', async () => {
    const { wrapper } = mountWith(TextField, { props: { modelValue: '', name: 'a', label: 'A' } });
    await wrapper.get('input').setValue('typed');
    expect(wrapper.emitted('update:modelValue')).toEqual([['typed']]);
  });
});

describe('SelectField', () => {
  it('offers the placeholder as the empty choice', async () => {
    const { wrapper } = mountWith(SelectField, {
      props: {
        modelValue: '',
        name: 'country',
        label: 'Country',
        placeholder: 'Choose one',
        options: [{ value: 'ja', label: '日本語', lang: 'ja' }],
      },
    });
    expect(wrapper.findAll('option').map((option) => option.text())).toEqual([
      'Choose one',
      '日本語',
    ]);
    expect(wrapper.findAll('option')[1]?.attributes('lang')).toBe('ja');
    await wrapper.get('select').setValue('ja');
    expect(wrapper.emitted('update:modelValue')).toEqual([['ja']]);
  });
});

describe('RadioGroup', () => {
  it('names the group by its question and reads an error out with it', () => {
    const { wrapper } = mountWith(RadioGroup, {
      props: {
        modelValue: 'a',
        name: 'method',
        label: 'How?',
        errors: ['Choose one.'],
        options: [
          { value: 'a', label: 'A', hint: 'The first.' },
          { value: 'b', label: 'B' },
        ],
      },
    });
    expect(wrapper.get('fieldset > legend').text()).toBe('How?');
    expect(describedTexts(wrapper.get('fieldset').element)).toEqual(['Choose one.']);
    const [first] = wrapper.findAll('input');
    expect(first?.element.checked).toBe(true);
    expect(describedTexts(first?.element ?? document.body)).toEqual(['The first.']);
    expect(first?.element.id).toBe(fieldId('method'));
  });
});

describe('CheckboxField', () => {
  it('is a labelled box described by its hint and errors', async () => {
    const { wrapper } = mountWith(CheckboxField, {
      props: {
        modelValue: false,
        name: 'terms',
        label: 'I agree',
        hint: 'Terms',
        errors: ['Agree.'],
      },
    });
    const box = wrapper.get('input');
    expect(wrapper.get('label').text()).toBe('I agree');
    expect(describedTexts(box.element)).toEqual(['Terms', 'Agree.']);
    await box.setValue(true);
    expect(wrapper.emitted('update:modelValue')).toEqual([[true]]);
  });
});

describe('ErrorSummary', () => {
  it('leads from an error to its field without changing the address', async () => {
    const field = mountWith(TextField, {
      props: { modelValue: '', name: 'orgUrl', label: 'Org URL' },
    });
    const { wrapper } = mountWith(ErrorSummary, {
      props: {
        title: 'Check one field',
        items: [
          { fieldId: fieldId('orgUrl'), text: 'Enter a value.' },
          { text: 'Something else.' },
        ],
      },
    });
    const address = location.href;
    await wrapper.get('a').trigger('click');
    expect(document.activeElement).toBe(field.wrapper.get('input').element);
    expect(location.href).toBe(address);
    expect(wrapper.text()).toContain('Something else.');
  });
});
