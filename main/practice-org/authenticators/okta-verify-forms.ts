import type { Field, Form } from '../model/form';
import type { Org } from '../model/org';
import type { OktaVerifyChannel } from '../policy/authenticators';
import type { Policy } from '../policy/schema';

const optionsOf = (channels: readonly OktaVerifyChannel[]) =>
  channels.map((value) => ({ label: value.toUpperCase(), value }));

/** In the list of methods Okta offers the ways to another device alone. */
export function pickerChannels({ oktaVerifyChannels }: Policy): readonly Field[] {
  const channels = oktaVerifyChannels.filter(
    (channel) => channel === 'qrcode' || channel === 'email' || channel === 'sms',
  );
  return channels.length === 0
    ? []
    : [{ name: 'channel', type: 'string', required: false, options: optionsOf(channels) }];
}

/** Asks whether the app has added the account. */
export function pollForm({ policy }: Org): Form {
  return {
    name: 'enroll-poll',
    path: '/idp/idx/challenge/poll',
    refresh: policy.pollSeconds * 1000,
  };
}

/** Another way to the app. */
export function channelForm({ policy, authenticatorIds }: Org): Form {
  return {
    name: 'select-enrollment-channel',
    path: '/idp/idx/credential/enroll',
    fields: [
      {
        name: 'authenticator',
        type: 'object',
        label: 'Okta Verify',
        value: {
          form: {
            value: [
              {
                name: 'id',
                value: authenticatorIds.okta_verify,
                required: true,
                mutable: false,
                visible: false,
              },
              {
                name: 'channel',
                required: true,
                visible: true,
                options: optionsOf(policy.oktaVerifyChannels),
              },
            ],
          },
        },
      },
    ],
  };
}

/** Where to send the link. */
export function destinationForm(channel: 'email' | 'sms'): Form {
  return {
    name: 'enrollment-channel-data',
    path: '/idp/idx/challenge/send',
    fields: [
      channel === 'email'
        ? { name: 'email', label: 'Email', required: true, visible: true }
        : { name: 'phoneNumber', label: 'Phone number', required: true, visible: true },
    ],
  };
}
