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

describe('an NFC device', () => {
  const view = stepView({
    step: 'enroll-poll',
    authenticator: authenticator('nfc_pin', { displayName: 'NFC' }),
    detail: { kind: 'nfc', setupLink: 'link:0' },
    isPolling: true,
    actions: [
      action('check', 'check'),
      backToList,
      action('remediation:cancel-polling', 'remediation'),
      action('cancel', 'cancel'),
    ],
  });

  it('is added in Okta Verify, looked for, and given up', async () => {
    const desk = await openScreen(view);
    await click(desk, 'Open Okta Verify');
    expect(desk.opened).toEqual([{ view: 1, link: 'link:0' }]);
    await click(desk, 'Check now');
    expect(desk.page.text()).toContain('Your NFC device has not been added yet.');
    await click(desk, 'Stop adding the device');
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['check', 'remediation:cancel-polling']);
    expect(buttons(desk)).toHaveLength(4);
  });
});
