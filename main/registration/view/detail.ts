import { bounds } from '../../../preload/contract/registration/bounds';
import { type EndingDetail } from '../../../preload/contract/registration/ending';
import { type StepDetail } from '../../../preload/contract/registration/detail';
import { asRecord, asRecords, asString, clamp, dig, type JsonRecord } from '../idx/json';
import type { IdxResponse, Remediation } from '../idx/remediation';
import { type Capabilities, unavailabilityOf } from './availability';
import type { LinkBook } from '../idx/links';

interface DetailContext {
  readonly response: IdxResponse;
  readonly authenticator: JsonRecord | undefined;
  readonly links: LinkBook;
  readonly capabilities: Capabilities;
}

/** What a step shows besides its form: a QR code to scan, scopes to grant, who verifies. */
export function detailOf(shown: Remediation, context: DetailContext): StepDetail | null {
  switch (shown.name) {
    case 'redirect-idverify':
      return identityVerification(shown, context);
    case 'admin-consent':
    case 'consent':
    case 'granular-consent':
      return consent(shown, context.response);
    case 'email-challenge-consent':
      return { kind: 'request', rows: requestRows(shown.raw['requestInfo']) };
    default:
      return detailOfAuthenticator(context);
  }
}

function detailOfAuthenticator({
  authenticator,
  links,
  response,
  capabilities,
}: DetailContext): StepDetail | null {
  const contextual = asRecord(authenticator?.['contextualData']);
  switch (authenticator?.['key']) {
    case 'okta_verify':
      return contextual ? oktaVerify(contextual, links) : null;
    case 'nfc_pin':
      return { kind: 'nfc', setupLink: links.add(asString(contextual?.['setupNfcUrl'])) };
    case 'webauthn':
      return {
        kind: 'passkey',
        isAvailable: unavailabilityOf('webauthn', authenticator, response, capabilities) === null,
      };
    default:
      return contextual ? totp(contextual) : null;
  }
}

/** Any authenticator app: Okta gives a picture to scan and the same secret to type. */
function totp(contextual: JsonRecord): StepDetail | null {
  const qrCode = imageOf(contextual['qrcode']);
  const sharedSecret = textOf(contextual['sharedSecret']);
  return qrCode !== null || sharedSecret !== null ? { kind: 'totp', qrCode, sharedSecret } : null;
}

const channels = ['qrcode', 'email', 'sms', 'samedevice', 'devicebootstrap'] as const;

function oktaVerify(contextual: JsonRecord, links: LinkBook): StepDetail {
  const selected = asString(contextual['selectedChannel']);
  const channel = channels.find((known) => known === selected) ?? 'unknown';
  const onDevice = asRecord(contextual[channel]);
  const devices: unknown = onDevice?.['enrolledDevices'];
  return {
    kind: 'okta-verify',
    channel,
    qrCode: imageOf(contextual['qrcode']),
    destination: textOf(contextual['email']) ?? textOf(contextual['phoneNumber']),
    platform: nameOf(onDevice?.['platform']),
    allowsOtherDevices: onDevice?.['securityLevel'] === 'ANY',
    // One device comes as a string, several as a list.
    enrolledDevices: (Array.isArray(devices) ? (devices as unknown[]) : [devices])
      .flatMap((device) => textOf(device) ?? [])
      .slice(0, 20),
    setupLink: links.add(asString(onDevice?.['setupOVUrl'])),
    downloadLink: links.add(asString(onDevice?.['downloadHref'])),
  };
}

function identityVerification({ raw }: Remediation, { links }: DetailContext): StepDetail {
  const metadata = asRecord(dig(raw, 'idp', 'idvMetadata')) ?? asRecord(raw['idvMetadata']);
  return {
    kind: 'identity-verification',
    vendor: textOf(metadata?.['vendorDisplayName']) ?? textOf(dig(raw, 'idp', 'name')),
    termsLink: links.add(asString(metadata?.['termsOfUse'])),
    privacyLink: links.add(asString(metadata?.['privacyPolicy'])),
  };
}

function consent(shown: Remediation, response: IdxResponse): StepDetail {
  const listed = asRecords(shown.raw['scopes']);
  const opted = shown.inputs
    .filter(({ path, isMutable }) => path[0] === 'optedScopes' && !isMutable)
    .map(({ raw }) => raw);
  const scopes = [...listed, ...opted].slice(0, bounds.fields).map((raw) => ({
    name: clamp(asString(raw['name']) ?? '', bounds.name),
    label: textOf(raw['label']),
    description: messageOf(raw['desc']),
    isFixed: raw['mutable'] === false,
  }));
  return { kind: 'consent', app: textOf(dig(response.body, 'app', 'value', 'label')), scopes };
}

function requestRows(info: unknown) {
  return asRecords(info)
    .slice(0, 20)
    .map((raw) => ({
      name: nameOf(raw['name']) ?? '',
      label: textOf(raw['label']) ?? '',
      value: textOf(raw['value']) ?? '',
    }));
}

const intents: Readonly<Record<string, (EndingDetail & { kind: 'code' })['intent']>> = {
  ENROLLMENT: 'sign-up',
  CREDENTIAL_ENROLLMENT: 'sign-up',
  RECOVERY: 'recovery',
  CREDENTIAL_RECOVERY: 'recovery',
  UNLOCK_ACCOUNT: 'unlock',
};

/** What an answer without a form shows besides its messages. */
export function endingDetailOf({ body }: IdxResponse, links: LinkBook): EndingDetail | null {
  const device = asRecord(dig(body, 'deviceEnrollment', 'value'));
  if (device) {
    return {
      kind: 'device-enrollment',
      name: nameOf(device['name']) ?? '',
      platform: nameOf(device['platform']),
      vendor: textOf(device['vendor']),
      signInUrl: textOf(device['signInUrl']),
      enrollmentLink: links.add(asString(device['enrollmentLink'])),
    };
  }
  const code = textOf(dig(body, 'currentAuthenticator', 'value', 'contextualData', 'otp'));
  if (code === null) return null;
  const client = asRecord(dig(body, 'client', 'value'));
  const location = asRecord(client?.['location']);
  const places = [location?.['city'], location?.['state'], location?.['country']];
  return {
    kind: 'code',
    code,
    intent: intents[asString(body['intent'])?.toUpperCase() ?? ''] ?? 'sign-in',
    browser: textOf(client?.['browser']),
    system: textOf(client?.['os']),
    app: textOf(dig(body, 'app', 'value', 'label')),
    location: textOf(places.flatMap((place) => textOf(place) ?? []).join(', ')),
  };
}

/** A picture that the answer holds itself; no address is ever fetched for one. */
function imageOf(qrCode: unknown): string | null {
  const href = asString(dig(qrCode, 'href')) ?? asString(qrCode);
  const isPicture =
    href !== undefined && /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(href);
  return isPicture && href.length <= bounds.image ? href : null;
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? clamp(value, bounds.name) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? clamp(value, bounds.label) : null;
}

function messageOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? clamp(value, bounds.message) : null;
}
