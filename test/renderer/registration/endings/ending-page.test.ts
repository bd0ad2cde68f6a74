import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../preload/contract/define';
import {
  type EndedView,
  type EndingDetail,
  notReadyReasons,
  type TerminalReason,
  terminalReasons,
} from '../../../../preload/contract/registration/ending';
import { endingKinds } from '../../../../renderer/registration/endings/ending';
import { useAppStore } from '../../../../renderer/stores/app';
import { appState } from '../../fake-bridge';
import { message } from '../views';
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
      misconfigurations: [],
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

describe('an ending of an org that is not set up', () => {
  const wrong = (reason: TerminalReason, given: Partial<EndedView> = {}) => {
    const view = ended(reason, given);
    const causes = ['sign-up-not-allowed', 'app-not-assigned'] as const;
    return { ...view, outcome: { ...view.outcome, misconfigurations: [...causes] } } as EndedView;
  };
  const section = 'section[aria-labelledby=for-administrator]';

  it('names the remedy, the likeliest in full and the others folded', async () => {
    const { page } = await openWizard(wrong('sign-up-not-offered'));
    const remedy = page.get(section);
    expect(remedy.get('ol').text()).toContain('First step for sign-up-not-allowed');
    expect(remedy.text()).toContain('Owner of sign-up-not-allowed');
    expect(remedy.text()).toContain('Applications > sign-up-not-allowed');
    expect(remedy.get('details').attributes('open')).toBeUndefined();
    expect(remedy.get('details > summary').text()).toBe('Title of app-not-assigned');
  });

  it('keeps the sentence of the org as small print', async () => {
    const messages = [message('Sign up is not enabled for this organization.')];
    const { page } = await openWizard(wrong('sign-up-not-offered', { messages }));
    expect(
      page
        .findAll('.notice')
        .map((one) => one.text())
        .join(),
    ).not.toContain('not enabled');
    const print = page.findAll(`${section} .small`).map((one) => one.text());
    expect(print.join()).toContain('Sign up is not enabled for this organization.');
  });

  it('names the remedy also where the person could do something', async () => {
    const { page } = await openWizard(wrong('access-denied'));
    expect(page.get(section).text()).toContain('Title of sign-up-not-allowed');
    expect(page.get(section).find('button').exists()).toBe(false);
  });

  it.each(notReadyReasons)('%s leads to the readiness check', async (reason) => {
    const desk = await openWizard(ended(reason));
    await desk.button('Settings: check readiness').trigger('click');
    expect(useAppStore().page).toBe('readiness');
  });

  it.each(terminalReasons.filter((reason) => !notReadyReasons.includes(reason)))(
    '%s says nothing to an administrator',
    async (reason) => {
      const { page } = await openWizard(ended(reason));
      expect(page.find(section).exists()).toBe(false);
    },
  );
});

describe('at a desk of walk-up visitors', () => {
  const reference = 'FD-7K2QX';

  async function openKiosk(reason: TerminalReason, isAccountCreated = false) {
    const view = ended(reason, {
      messages: [
        message('Invalid value for client_id.', { links: [{ id: 'link:0', label: null }] }),
      ],
      links: [{ id: 'link:1', label: 'More' }],
    });
    const desk = await openWizard(
      {
        ...view,
        outcome: {
          kind: 'terminal',
          reason,
          isAccountCreated,
          reference,
          retryAfter: null,
          misconfigurations: ['client-unknown'],
        },
      },
      { app: { read: async () => ok(appState({ mode: 'kiosk' })) } },
    );
    return desk;
  }

  it.each(notReadyReasons)('%s is told to staff, not to the person', async (reason) => {
    const { page } = await openKiosk(reason);
    expect(page.get('h1').text()).toBe('You cannot sign up here right now');
    expect(page.get('main').text()).toContain('Staff have been told why');
    expect(page.get('.code > [aria-hidden]').text()).toBe(reference);
    const buttons = page.findAll('button').map((one) => one.text());
    expect(buttons).toEqual(['About Frontdesk', 'Try again', 'Back to the beginning']);
    expect(page.text()).not.toMatch(/client|settings|readiness/i);
    expect(page.findAll('[data-step=terminal]')).toHaveLength(1);
  });

  it('says that an account was made: signing up again would not work', async () => {
    const { page } = await openKiosk('tokens-rejected', true);
    expect(page.get('main').text()).toContain('Your account has been created');
  });

  it('can be tried again and left', async () => {
    const desk = await openKiosk('client-rejected');
    await desk.button('Try again').trigger('click');
    await flushPromises();
    expect(desk.store.answers).toBe(1);
    await desk.button('Back to the beginning').trigger('click');
    await flushPromises();
    expect(desk.cancelled.count).toBe(1);
  });

  it('other endings stay as they are', async () => {
    const { page } = await openKiosk('session-expired');
    expect(page.get('h1').text()).toBe('This sign-up has expired');
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
    expect(page.get('main ol').text()).toContain('Follow your organization’s instructions');
    expect(page.get('main ol').text()).not.toContain('page below');
  });
});
