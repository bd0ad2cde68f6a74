import type { AuthenticatorKey } from '../policy/schema';
import { messages } from '../model/messages';
import type { Authenticator, Enrollment } from '../model/authenticator';
import { refuse } from './refusals';

/** Methods that are set up by signing in somewhere else. */
export const externalIdp = atProvider({
  key: 'external_idp',
  displayName: 'IDP Authenticator',
  method: 'idp',
  provider: { id: '0oaPracticeMethod0g4', type: 'OIDC' },
  optionFields: [],
});

export const smartCardIdp = atProvider({
  key: 'smart_card_idp',
  displayName: 'Smart Card IdP',
  method: 'cert',
  provider: { id: '0oaPracticeCards0g4', type: 'X509' },
  optionFields: [{ name: 'methodType', required: false, value: 'cert', mutable: false }],
});

interface About {
  readonly key: AuthenticatorKey;
  readonly displayName: string;
  readonly method: string;
  readonly provider: { readonly id: string; readonly type: string };
  readonly optionFields: ReturnType<Authenticator['optionFields']>;
}

function atProvider({ key, displayName, method, provider, optionFields }: About): Authenticator {
  const authenticator: Authenticator = {
    key,
    type: 'federated',
    displayName,
    allowedFor: 'sso',
    methods: () => [method],
    optionFields: () => optionFields,
    begin: () => ({ enrollment: enroll() }),
  };

  function enroll(): Enrollment {
    const idp = { id: provider.id, name: displayName };
    let isDone = false;
    return {
      authenticator,
      view: () => ({
        form: {
          name: 'redirect-idp',
          path: `/sso/idps/${idp.id}`,
          relatesTo: ['$.currentAuthenticator'],
          link: { handleName: 'stateToken', type: provider.type, idp },
        },
      }),
      answer: () => refuse(messages.badRequest),
      isFinishedElsewhere: () => isDone,
      provider: {
        ...idp,
        finish(outcome) {
          isDone = outcome === 'done';
        },
      },
    };
  }
  return authenticator;
}
