import { group } from '../model/form';
import { messages } from '../model/messages';
import { answerForm } from './answer-form';
import type { Authenticator } from '../model/authenticator';
import { refuse } from './refusals';

/** Duo ended the service behind this in 2024: Okta still shows the page, and nothing is accepted. */
export const duo: Authenticator = {
  key: 'duo',
  type: 'app',
  displayName: 'Duo Security',
  allowedFor: 'sso',
  methods: () => ['idp'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'idp', mutable: false }],
  begin: ({ origin }) => ({
    enrollment: {
      authenticator: duo,
      view: () => ({
        form: answerForm(
          group('credentials', [
            {
              name: 'signatureData',
              label: 'Assertion From Duo',
              required: true,
              visible: false,
            },
          ]),
        ),
        contextualData: {
          integrationType: 'IFRAME',
          host: 'api-practice.duosecurity.com',
          signedToken: 'TX|practice:APP|practice',
          script: `${origin}/js/sections/duo/Duo-Web-v2.6.js`,
        },
      }),
      answer: () => refuse(messages.enrollmentFailed),
    },
  }),
};
