import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { action, authenticator, stepView } from '../../../views';
import { openScreen } from '../../../wizard';

it.each(['qrcode', 'samedevice', 'devicebootstrap', 'unknown', 'sms', 'email'] as const)(
  'offers Okta Verify’s set-up again where the org does, once: %s',
  async (channel) => {
    const desk = await openScreen(
      stepView({
        step: 'enroll-poll',
        authenticator: authenticator('okta_verify'),
        detail: {
          kind: 'okta-verify',
          channel,
          qrCode: 'data:image/png;base64,AA==',
          destination: null,
          platform: null,
          allowsOtherDevices: false,
          enrolledDevices: [],
          setupLink: null,
          downloadLink: null,
        },
        actions: [action('check', 'check'), action('resend', 'resend')],
      }),
    );
    const buttons = desk.page.findAll('[data-action="resend"]');
    expect(buttons).toHaveLength(1);
    await buttons[0]?.trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['resend']);
  },
);
