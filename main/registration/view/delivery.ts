import { bounds } from '../../../preload/contract/registration/bounds';
import { type DeliveryView, type PersonView } from '../../../preload/contract/registration/step';
import {
  asRecord,
  asRecords,
  asString,
  clamp,
  dig,
  type JsonRecord,
  resolveRelatesTo,
} from '../idx/json';
import { type IdxResponse, type Input, remediationsOf } from '../idx/remediation';

type PhoneMethod = 'sms' | 'voice';

/** How a code was sent, and where to; null where the step is about no message. */
export function deliveryOf(
  response: IdxResponse,
  authenticator: JsonRecord | undefined,
  person: PersonView,
): DeliveryView | null {
  const key = asString(authenticator?.['key']);
  const profile = asRecord(authenticator?.['profile']);
  if (key === 'okta_email') {
    const address =
      asString(profile?.['email']) ??
      asString(dig(response.body, 'user', 'value', 'identifier')) ??
      person.login;
    const hasLink = dig(authenticator, 'contextualData', 'useEmailMagicLink') === true;
    return { channel: 'email', destination: clampOrNull(address), hasLink, phoneMethods: null };
  }
  if (key !== 'phone_number') return null;
  const [method] = asRecords(authenticator?.['methods']);
  return {
    channel: method?.['type'] === 'voice' ? 'voice' : 'sms',
    destination: clampOrNull(asString(profile?.['phoneNumber'])),
    hasLink: false,
    phoneMethods: phoneMethodsOf(response),
  };
}

/** Read of the number's own form beside the code, or else of the phone in the list of methods. */
function phoneMethodsOf(response: IdxResponse): PhoneMethod[] | null {
  const remediations = remediationsOf(response);
  const form = remediations.find(({ name }) => name === 'authenticator-enrollment-data');
  if (form) return methodsIn(form.inputs);
  const list = remediations.find(({ name }) => name === 'select-authenticator-enroll');
  const phone = list?.inputs
    .flatMap(({ choices }) => choices)
    .find(
      ({ raw }) => resolveRelatesTo(response.body, raw['relatesTo'])?.['key'] === 'phone_number',
    );
  return phone ? methodsIn(phone.inputs) : null;
}

function methodsIn(inputs: readonly Input[]): PhoneMethod[] {
  const { raw } = inputs.find(({ path }) => path.at(-1) === 'methodType') ?? {};
  const values = [raw?.['value'], ...asRecords(raw?.['options']).map(({ value }) => value)];
  return (['sms', 'voice'] as const).filter((method) => values.includes(method));
}

function clampOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : clamp(text, bounds.label);
}
