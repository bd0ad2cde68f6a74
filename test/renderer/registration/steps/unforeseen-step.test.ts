import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { action, stepView } from '../views';
import { openScreen } from '../wizard';

describe('a step that nobody foresaw', () => {
  it('shows its picture, its key, its links and where its request came from', async () => {
    const picture = 'data:image/png;base64,AAAA';
    const desk = await openScreen(
      stepView({
        step: 'something-new',
        detail: { kind: 'totp', qrCode: picture, sharedSecret: 'ABCDEFGH' },
      }),
    );
    expect(desk.page.text()).toContain('no special page');
    expect(desk.page.get('img').attributes('src')).toBe(picture);
    expect(desk.page.text()).toContain('ABCDEFGH');
    await desk.push(
      stepView({ step: 'something-new', serial: 2, detail: { kind: 'nfc', setupLink: 'link:0' } }),
    );
    await desk.button('Open the set-up page').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 2, link: 'link:0' }]);
  });

  it('says of every button which action of the org it is', async () => {
    const { page } = await openScreen(
      stepView({
        step: 'something-new',
        actions: [
          action('submit', 'submit', { name: 'something-new' }),
          action('skip', 'skip'),
          action('resend', 'resend'),
          action('remediation:call-me', 'remediation'),
          action('open:look-here', 'open', { label: 'Look here' }),
        ],
      }),
    );
    const names = page.findAll('[data-action]').map((one) => one.attributes('data-action'));
    expect(names).toEqual(['something-new', 'skip', 'resend', 'call-me', 'look-here']);
  });
});
