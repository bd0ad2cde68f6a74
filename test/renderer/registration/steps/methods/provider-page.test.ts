import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { action, authenticator, stepView } from '../../views';
import { type Desk, openScreen } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const backToList = action('show:select-authenticator-enroll', 'show');

async function click(desk: Desk, text: string) {
  await desk.button(text).trigger('click');
  await flushPromises();
}

const buttons = ({ page }: Desk) => page.findAll('.step button').map((one) => one.text());

describe.each([
  ['external_idp', 'Acme Login', 'Set up: Acme Login'],
  ['smart_card_idp', 'Smart Card IdP', 'Set up your smart card'],
])('a method on a page in the browser: %s', (key, displayName, heading) => {
  const page = action('open:redirect-idp', 'open');
  const view = stepView({
    step: 'redirect-idp',
    authenticator: authenticator(key, { displayName }),
    actions: [page, backToList, action('cancel', 'cancel')],
  });
  const opened = {
    ...view,
    serial: 2,
    openedAction: page.id,
    actions: [page, action('check', 'check'), backToList],
  };

  it('opens that page, and no other button does', async () => {
    const desk = await openScreen(view);
    expect(desk.page.find('h1').text()).toBe(heading);
    desk.answer(opened);
    await click(desk, 'Continue in the browser');
    expect(desk.opened).toEqual([{ view: 1, link: 'open:redirect-idp' }]);
    expect(desk.page.text()).toContain('The page is open in your browser.');
    expect(buttons(desk)).toEqual([
      'I am done there',
      'Open the page again',
      'Back to the list of methods',
    ]);
  });

  it('asks the org once the person is done there', async () => {
    const desk = await openScreen(opened);
    desk.answer({ ...view, serial: 3 });
    await click(desk, 'I am done there');
    expect(desk.sent[0]?.action).toBe('check');
    expect(desk.page.text()).toContain('It is not finished there yet.');
    expect(buttons(desk)[0]).toBe('Continue in the browser');
  });

  it('says that there is no page to open', async () => {
    const desk = await openScreen({ ...view, actions: [backToList] });
    expect(desk.page.text()).toContain('cannot be opened from here');
    expect(buttons(desk)).toEqual(['Back to the list of methods']);
  });

  it('says that the page could not be opened', async () => {
    const desk = await openScreen(view);
    desk.answer({ error: 'busy' });
    await click(desk, 'Continue in the browser');
    expect(desk.page.find('.failure').exists()).toBe(true);
  });
});
