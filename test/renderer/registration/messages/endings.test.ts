import { describe, expect, it } from 'vitest';
import type { EndedView, TerminalReason } from '../../../../preload/contract/registration/ending';
import type { MessageView } from '../../../../preload/contract/registration/message';
import { message } from '../views';
import { openWizard } from '../wizard';

function ended(reason: TerminalReason, ...messages: MessageView[]): EndedView {
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
    messages,
    detail: null,
    links: [],
  };
}

const boxes = async (view: EndedView) => {
  const { page } = await openWizard(view);
  return page.findAll('.notice').slice(1);
};

describe('an ending', () => {
  it('does not repeat what its page says already', async () => {
    const known = message('User is not assigned.', { key: 'idx.error.user.not.assigned.to.app' });
    expect(await boxes(ended('not-assigned', known))).toHaveLength(0);
  });

  it('leaves none out where there are several', async () => {
    const said = await boxes(
      ended(
        'session-expired',
        message('', { key: 'error.expired.session' }),
        message('', { key: 'error.username.required' }),
        message('', { key: 'error.password.required' }),
      ),
    );
    expect(said).toHaveLength(3);
    expect(said.map((box) => box.text()).join()).toContain('The password is missing');
  });

  it('quotes the org where only the org knows', async () => {
    const key = 'security.access_denied_custom_message';
    const [own, unknown] = await boxes(
      ended('access-denied', message('Not on Sundays.', { key }), message('Ask Mira.')),
    );
    expect(own?.text()).toContain('Not on Sundays.');
    expect(unknown?.text()).toContain('Ask Mira.');
  });

  it('explains a message that the page has no words for', async () => {
    const [box] = await boxes(ended('unknown', message('', { key: 'E0000099' })));
    expect(box?.text()).toContain('United States and Canada');
  });

  it.each([
    ['access-denied', 'access_denied', 'Outside the permitted network zones.', 'from your network'],
    ['server-error', 'http.407', '', 'asks for a sign-in'],
    ['unreachable', 'network.tls', '', 'No secure connection'],
  ] as const)(
    'says on the page “%s” what %s tells more closely',
    async (reason, key, text, words) => {
      const [box] = await boxes(ended(reason, message(text, { key })));
      expect(box?.text()).toContain(words);
    },
  );

  it.each([
    ['access-denied', 'access_denied'],
    ['server-error', 'http.500'],
    ['unreachable', 'network.unreachable'],
    ['too-many-requests', 'http.429'],
  ] as const)('does not say on the page “%s” what %s says again', async (reason, key) => {
    expect(await boxes(ended(reason, message('', { key })))).toHaveLength(0);
  });

  it('lists what the device lacks', async () => {
    const prefix = 'idx.error.code.access_denied.device_assurance.remediation.';
    const list = ['title', 'explanation_one_rule', 'macos.device_disk_encrypted'].map((name) =>
      message('', { key: `${prefix}${name}` }),
    );
    const [box] = await boxes(ended('device-not-compliant', ...list));
    expect(box?.findAll('li').map((one) => one.text())).toEqual(['Turn on FileVault']);
  });

  it('offers the links of its message', async () => {
    const links = [{ id: 'link:0', label: 'Help desk' }];
    const said = message('No.', { key: 'security.access_denied', links });
    const [box] = await boxes(ended('access-denied', said));
    expect(box?.get('button').text()).toBe('Help desk');
  });
});
