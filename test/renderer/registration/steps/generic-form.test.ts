import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { action, field, message, option, stepView } from '../views';
import { openScreen, openWizard } from '../wizard';

vi.setConfig({ testTimeout: 20_000 });

describe('the generic form', () => {
  const controls = ['text', 'email', 'tel', 'password', 'code', 'checkbox', 'country', 'timezone'];
  const listed = ['select', 'radio', 'choice'];
  const view = stepView({
    step: 'something-new',
    messages: [
      message('Read this.', { level: 'info' }),
      message('And that.', { level: 'warning' }),
    ],
    fields: [
      ...controls.map((control) =>
        field(`a.${control}`, { control: control as 'text', isRequired: false }),
      ),
      ...listed.map((control) =>
        field(`b.${control}`, {
          control: control as 'select',
          isRequired: false,
          options: [option('1', { label: 'One' }), option('2', { label: 'Two' })],
        }),
      ),
    ],
    actions: [
      action('submit', 'submit'),
      action('skip', 'skip'),
      action('resend', 'resend'),
      action('remediation:call-me-maybe', 'remediation'),
      action('show:other', 'show', { label: 'The other form' }),
      action('cancel', 'cancel'),
    ],
  });

  it('has a labelled control under the name of every field, and every option', async () => {
    const { page } = await openScreen(view);
    for (const { name } of view.fields) {
      const control = page.find<HTMLInputElement>(`[name="${name}"]`).element;
      expect(control.labels?.length, name).toBeGreaterThan(0);
    }
    for (const { name } of view.fields.slice(-3)) {
      const values = page.findAll(`[name="${name}"][value], [name="${name}"] option[value]`);
      const given = values.map((one) => one.attributes('value'));
      expect(given, name).toEqual(expect.arrayContaining(['1', '2']));
    }
  });

  it('shows every message and offers every action', async () => {
    const desk = await openWizard(view);
    expect(desk.page.text()).toContain('Read this.');
    expect(desk.page.text()).toContain('And that.');
    for (const label of ['Skip', 'Send again', 'Call me maybe', 'The other form']) {
      await desk.button(label).trigger('click');
      await flushPromises();
    }
    expect(desk.sent.map(({ action: id }) => id)).toEqual([
      'skip',
      'resend',
      'remediation:call-me-maybe',
      'show:other',
    ]);
  });

  it('offers signing in quietly, after everything else', async () => {
    const actions = [
      action('submit', 'submit'),
      action('remediation:select-identify', 'remediation'),
      action('skip', 'skip'),
    ];
    const { page } = await openWizard({ ...view, actions });
    const buttons = page.findAll('.step > .actions button');
    expect(buttons.map((one) => one.text())).toEqual(['Skip', 'I already have an account']);
    expect(buttons.map((one) => one.classes('quiet'))).toEqual([false, true]);
  });

  it('sends only the fields of the option that was chosen', async () => {
    const desk = await openWizard(
      stepView({
        step: 'something-new',
        fields: [
          field('kind', {
            control: 'choice',
            options: [
              option('0', { fields: [field('kind.key'), field('kind.answer')] }),
              option('1', { fields: [field('kind.question'), field('kind.answer')] }),
            ],
          }),
        ],
      }),
    );
    await desk.page.find('[name="kind"][value="1"]').setValue();
    await desk.input('kind.question').setValue('Why?');
    await desk.input('kind.answer').setValue('Because.');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      kind: '1',
      'kind.question': 'Why?',
      'kind.answer': 'Because.',
    });
  });
});
