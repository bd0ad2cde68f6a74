import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import {
  type EndedView,
  type EndingDetail,
  type TerminalReason,
  terminalReasons,
} from '../../../../preload/schemas/registration';
import { endingKinds } from '../../../../renderer/registration/endings/ending';
import { openWizard } from '../wizard';

function ended(reason: TerminalReason, given: Partial<EndedView> = {}): EndedView {
  return {
    phase: 'ended',
    serial: 9,
    outcome: {
      kind: 'terminal',
      reason,
      isAccountCreated: false,
      reference: null,
      retryAfter: null,
    },
    messages: [],
    detail: null,
    links: [],
    ...given,
  };
}

const code = {
  kind: 'code',
  code: '123456',
  intent: 'sign-up',
  browser: 'Firefox',
  system: 'Android',
  app: 'Travel desk',
  location: null,
} as const satisfies EndingDetail;

const device = {
  kind: 'device-enrollment',
  name: 'mdm',
  platform: 'IOS',
  vendor: 'Airwatch',
  signInUrl: null,
  enrollmentLink: 'link:0',
} as const satisfies EndingDetail;

describe('an ending', () => {
  const refusals = terminalReasons.filter((reason) => endingKinds[reason].level !== 'success');

  it.each(refusals)('%s can be tried again', async (reason) => {
    const { page, store } = await openWizard(ended(reason));
    const again = page
      .findAll('main button')
      .filter((one) => ['Start again', 'Try again'].includes(one.text()));
    expect(again).toHaveLength(1);
    await again[0]?.trigger('click');
    await flushPromises();
    expect(store.answers).toBe(1);
  });

  it.each(['return-to-original', 'continued-elsewhere', 'activation-mail-sent'] as const)(
    '%s is a success, and not to be repeated',
    async (reason) => {
      const { page } = await openWizard(ended(reason));
      expect(page.findAll('main button').map((one) => one.text())).toEqual([
        'Back to the beginning',
      ]);
    },
  );

  it('leads to the browser where the org goes on there', async () => {
    const links = [{ id: 'link:0', label: null }];
    const desk = await openWizard(ended('continue-in-browser', { links }));
    const main = desk.page.get('button.primary');
    expect(main.text()).toBe('Continue in the browser');
    await main.trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 9, link: 'link:0' }]);
  });

  it('offers the page of the org beside its own way on', async () => {
    const links = [{ id: 'link:0', label: 'Why was I refused?' }];
    const desk = await openWizard(ended('access-denied', { links }));
    expect(desk.page.findAll('button.primary')).toHaveLength(1);
    await desk.button('Why was I refused?').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 9, link: 'link:0' }]);
  });

  it('says when the page of the org could not be opened', async () => {
    const desk = await openWizard(
      ended('continue-in-browser', { links: [{ id: 'link:0', label: null }] }),
    );
    desk.answer({ error: 'unreachable' });
    await desk.page.get('button.primary').trigger('click');
    await flushPromises();
    expect(desk.page.get('main [role="alert"]').text()).not.toBe('');
  });
});

describe('a code for another window', () => {
  it('is big, can be copied in one piece, and says who asked for it', async () => {
    const { page } = await openWizard(ended('code-for-original', { detail: code }));
    expect(page.get('.digits > [aria-hidden]').text()).toBe('123456');
    expect(page.findAll('.group').map((one) => one.text())).toEqual(['123', '456']);
    expect(page.get('.digits .visually-hidden').text()).toBe('1 2 3 4 5 6');
    expect(page.find('[aria-label="Copy the code"]').exists()).toBe(true);
    expect(page.findAll('dd').map((one) => one.text())).toEqual([
      'Travel desk',
      'Firefox',
      'Android',
    ]);
  });

  it.each([
    ['sign-up', 'began your sign-up'],
    ['sign-in', 'are signing in'],
    ['recovery', 'resetting your password'],
    ['unlock', 'unlocking your account'],
  ] as const)('is for the place where it is needed: %s', async (intent, words) => {
    const { page } = await openWizard(ended('code-for-original', { detail: { ...code, intent } }));
    expect(page.get('main').text()).toContain(words);
  });

  it('does without what the org does not know', async () => {
    const nothing = { browser: null, system: null, app: null };
    const { page } = await openWizard(
      ended('code-for-original', { detail: { ...code, ...nothing } }),
    );
    expect(page.find('dl').exists()).toBe(false);
  });
});

describe('a device that the org wants to manage', () => {
  const show = (detail: EndingDetail) =>
    openWizard(ended('device-enrollment-required', { detail }));

  it('gets steps and a page to open', async () => {
    const desk = await show(device);
    expect(desk.page.findAll('main ol li').at(0)?.text()).toBe(
      'Open the page below on the device.',
    );
    expect(desk.page.findAll('dd').map((one) => one.text())).toEqual(['iOS', 'Airwatch']);
    await desk.button('Open the enrollment page').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 9, link: 'link:0' }]);
  });

  it('gets an address to type in Okta Verify', async () => {
    const own = { name: 'oda', signInUrl: 'https://acme.example', enrollmentLink: null };
    const { page } = await show({ ...device, ...own });
    expect(page.get('main ol').text()).toContain('Install Okta Verify');
    expect(page.get('main').text()).toContain('https://acme.example');
    expect(page.find('[aria-label="Copy the address"]').exists()).toBe(true);
  });

  it('is left to the org where nothing is known', async () => {
    const { page } = await show({ ...device, name: 'new', enrollmentLink: null });
    expect(page.get('main ol').text()).toContain("Follow your organization's instructions");
    expect(page.get('main ol').text()).not.toContain('page below');
  });
});
