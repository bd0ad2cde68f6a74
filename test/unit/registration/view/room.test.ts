import { expect, it } from 'vitest';
import { remediationsOf } from '../../../../main/registration/idx/remediation';
import { toStepView } from '../../../../main/registration/view/step-view';
import type { FieldView, OptionView } from '../../../../preload/contract/registration/field';

const range = <Part>(count: number, make: (index: number) => Part) =>
  Array.from({ length: count }, (_, index) => make(index));
const list = (length: number) =>
  range(length, (index) => ({ label: `School ${index}`, value: `s${index}` }));

function stepOf(fields: readonly object[]) {
  const form = { name: 'enroll-profile', href: 'https://acme.okta.com/x', value: fields };
  const step = toStepView(
    { status: 200, body: { remediation: { value: [form] } } },
    {
      serial: 1,
      focus: null,
      person: { login: null, firstName: null, lastName: null },
      resendAvailableAt: null,
      clockOffset: 0,
      now: 0,
      orgUrl: 'https://acme.okta.com',
      capabilities: { canShowCaptcha: true, passkeys: 'any' as const },
      openedAction: null,
    },
  );
  if (!step) throw new Error('No step');
  return step.view;
}

const optionsOf = (fields: readonly FieldView[]): OptionView[] =>
  fields.flatMap(({ options }) => [
    ...options,
    ...options.flatMap((option) => optionsOf(option.fields)),
  ]);

const leftOut = expect.objectContaining({ key: 'app.left-out' });

it.each([601, 1_200, 4_000])(
  'takes a list of %i entries whole, and says nothing of it',
  (length) => {
    const view = stepOf([{ name: 'school', options: list(length) }]);
    expect(view.fields[0]).toMatchObject({ control: 'select' });
    expect(view.fields[0]?.options).toHaveLength(length);
    expect(view.messages).toEqual([]);
  },
);

it('says that a list is longer than it takes', () => {
  const view = stepOf([{ name: 'school', options: list(6_000) }]);
  expect(view.fields[0]?.options).toHaveLength(5_000);
  expect(view.messages).toEqual([leftOut]);
});

it.each([
  [100, 600],
  [300, 700],
])('gives each of %i lists of %i entries its share of a bounded whole', (fields, length) => {
  const view = stepOf([
    { name: 'short', options: list(20) },
    ...range(fields, (index) => ({ name: `f${index}`, options: list(length) })),
  ]);
  expect(view.fields).toHaveLength(fields + 1);
  expect(view.fields[0]?.options).toHaveLength(20);
  const lengths = new Set(view.fields.slice(1).map(({ options }) => options.length));
  expect([...lengths]).toEqual([Math.floor((10_000 - 20) / fields)]);
  expect(view.messages).toEqual([leftOut]);
});

it('bounds the fields of a step in all, also those of options', () => {
  const fieldsOf = (fields: readonly FieldView[]): number =>
    fields.length + optionsOf(fields).reduce((sum, { fields: inner }) => sum + inner.length, 0);
  const choice = (inner: number) => ({
    label: 'Method',
    value: { form: { value: range(inner, (index) => ({ name: `x${index}` })) } },
  });
  const view = stepOf([{ name: 'authenticator', options: range(100, () => choice(100)) }]);
  expect(fieldsOf(view.fields)).toBeLessThanOrEqual(400);
  expect(view.messages).toEqual([leftOut]);
  expect(stepOf(range(401, (index) => ({ name: `f${index}` }))).messages).toEqual([leftOut]);
});

it('bounds the messages of fields in all', () => {
  const messages = { value: range(50, () => ({ message: 'No', class: 'ERROR' })) };
  const view = stepOf(range(100, (index) => ({ name: `f${index}`, messages })));
  const count = view.fields.reduce((sum, field) => sum + field.messages.length, 0);
  expect(count).toBeLessThanOrEqual(200);
});

it('draws no radio buttons that nobody would read to the end', () => {
  const value = { value: { inputType: 'radio', options: list(31) } };
  expect(stepOf([{ name: 'pet', options: [{ label: 'display', value }] }]).fields[0]).toMatchObject(
    {
      control: 'select',
    },
  );
});

it('says that an answer has more fields than it reads, also in forms that are not shown', () => {
  const field = (index: number) => ({ name: `f${index}`, label: 'F' });
  const choice = (index: number) => ({
    label: `${index}`,
    value: { form: { value: range(50, field) } },
  });
  const nested = stepOf([{ name: 'first' }, { name: 'kind', options: range(500, choice) }]);
  expect(optionsOf(nested.fields).flatMap(({ fields }) => fields).length).toBeLessThan(400);
  expect(nested.messages).toEqual([leftOut]);
});

it('reads no more forms than anybody could choose from, and says so', () => {
  const form = { name: 'redirect-idp', method: 'GET', href: 'https://acme.okta.com/idp' };
  const read = (count: number) =>
    remediationsOf({ status: 200, body: { remediation: { value: range(count, () => form) } } });
  expect(read(300)).toHaveLength(300);
  expect(read(300)[0]?.isCut).toBe(false);
  expect(read(90_000)).toHaveLength(300);
  expect(read(90_000)[0]?.isCut).toBe(true);
});

it('reads 2,000 fields of an answer, whatever their forms', () => {
  const form = { name: 'a', href: 'x', value: range(1_500, (index) => ({ name: `f${index}` })) };
  const read = remediationsOf({ status: 200, body: { remediation: { value: [form, form] } } });
  expect(read.map(({ inputs, isCut }) => [inputs.length, isCut])).toEqual([
    [1_500, false],
    [500, true],
  ]);
});
