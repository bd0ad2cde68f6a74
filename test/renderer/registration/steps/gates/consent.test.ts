import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { StepDetail } from '../../../../../preload/contract/registration/detail';
import { field, option, stepView } from '../../views';
import { openScreen } from '../../wizard';

const decision = (yes = 'true', no = 'false') =>
  field('consent', {
    control: 'radio',
    options: [option('true', { label: yes }), option('false', { label: no })],
  });
const scope = (name: string, label: string | null, isFixed = false) => ({
  name,
  label,
  description: null,
  isFixed,
});

const consent = stepView({
  step: 'consent',
  fields: [decision('Allow Access', "Don't Allow")],
  detail: {
    kind: 'consent',
    app: 'Travel desk',
    scopes: [
      scope('openid', null),
      { ...scope('trips', 'See your trips'), description: 'Past and planned ones.' },
      scope('email', 'View your email address.'),
    ],
  },
});

describe('what an app asks for', () => {
  it('is listed in words, with the name of the app', async () => {
    const { page } = await openScreen(consent);
    expect(page.get('h1').text()).toBe('Do you allow this?');
    expect(page.text()).toContain('“Travel desk” wants access to');
    const items = page.findAll('li').map((one) => one.text());
    expect(items).toContain('Know who you are');
    expect(items).toContain('See your email address');
    expect(items.find((one) => one.startsWith('See your trips'))).toContain('Past and planned');
  });

  it.each([
    ['Allow', 'true'],
    ['Do not allow', 'false'],
  ])('is answered with one press of “%s”', async (label, value) => {
    const desk = await openScreen(consent);
    const button = desk.page.findAll('button').find((one) => one.text() === label);
    expect(button?.attributes()).toMatchObject({ name: 'consent', value, type: 'submit' });
    await button?.trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ values }) => values)).toEqual([{ consent: value }]);
  });

  it('can be granted in parts, by scopes whose names hold dots', async () => {
    const names = ['a', 'a.b', 'email'];
    const desk = await openScreen({
      ...consent,
      step: 'granular-consent',
      fields: [
        decision(),
        ...names.map((name) =>
          field(`optedScopes.${name}`, {
            control: 'checkbox',
            value: true,
            label: `Scope ${name}`,
          }),
        ),
      ],
      detail: { kind: 'consent', app: null, scopes: [scope('openid', null, true)] },
    });
    expect(desk.page.text()).toContain('Always included');
    expect(desk.page.text()).toContain('This app wants access to');
    for (const name of names) {
      const box = desk.input(`optedScopes.${name}`).element as HTMLInputElement;
      // The org suggests a yes, but only the person gives it.
      expect([box.checked, box.labels?.length], name).toEqual([false, 1]);
    }
    await desk.input('optedScopes.a').setValue(true);
    await desk.input('optedScopes.email').setValue(true);
    await desk.page.get('button[name="consent"][value="true"]').trigger('click');
    await flushPromises();
    expect(desk.sent[0]?.values).toEqual({
      consent: 'true',
      'optedScopes.a': true,
      'optedScopes.a.b': false,
      'optedScopes.email': true,
    });
  });

  it('says who asks when a link of a mail was opened elsewhere', async () => {
    const detail: StepDetail = {
      kind: 'request',
      rows: [
        { name: 'appName', label: 'Application', value: 'Travel desk' },
        { name: 'browser', label: 'Browser', value: 'FIREFOX' },
        { name: 'badge', label: 'Badge', value: '7' },
      ],
    };
    const desk = await openScreen({ ...consent, step: 'email-challenge-consent', detail });
    expect(desk.page.findAll('dt').map((one) => one.text())).toEqual(['App', 'Browser', 'Badge']);
    expect(desk.page.findAll('dd').map((one) => one.text())).toEqual([
      'Travel desk',
      'Firefox',
      '7',
    ]);
    await desk.button('No, it is not me').trigger('click');
    await flushPromises();
    expect(desk.sent[0]?.values).toEqual({ consent: 'false' });
  });
});
