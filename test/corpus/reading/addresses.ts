import { at, list, type Loose, words } from './loose';

/** Pages and apps that an answer names besides its forms, and that a person can be sent to. */
export function addressesOf(body: Loose): string[] {
  const context = at(body, 'currentAuthenticator', 'value', 'contextualData');
  const named = [
    ...list(at(body, 'messages', 'value')).flatMap((message) => [
      ...list(message['links']).map(({ url }) => url),
      at(message, 'deviceRemediation', 'value', 'fallback', 'href'),
    ]),
    ...list(at(body, 'remediation', 'value')).flatMap((remediation) => [
      at(remediation, 'idp', 'idvMetadata', 'termsOfUse'),
      at(remediation, 'idp', 'idvMetadata', 'privacyPolicy'),
      at(remediation, 'idvMetadata', 'termsOfUse'),
      at(remediation, 'idvMetadata', 'privacyPolicy'),
    ]),
    at(context, 'samedevice', 'setupOVUrl'),
    at(context, 'samedevice', 'downloadHref'),
    at(context, 'setupNfcUrl'),
    at(body, 'success', 'href'),
    at(body, 'failure', 'href'),
    at(body, 'deviceEnrollment', 'value', 'enrollmentLink'),
  ];
  return named.map(words).filter((address) => address !== '');
}
