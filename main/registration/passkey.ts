import type { OrgPages, OrgPageTask } from '../platform';
import { asRecord, dig, type JsonRecord } from './idx/json';

/** Which passkeys can be made here: kept anywhere, only on what the person carries, or none. */
export type Passkeys = 'any' | 'roaming' | 'none';

type CreationOptions = Extract<OrgPageTask, { kind: 'passkey' }>['options'];

export function passkeysAt(orgUrl: string, orgPages: OrgPages): Passkeys {
  if (orgPages.canShow(orgUrl, 'kept-passkey')) return 'any';
  return orgPages.canShow(orgUrl, 'roaming-passkey') ? 'roaming' : 'none';
}

/** Okta's WebAuthn creation options: of the method that an answer is about, if it has come to them. */
export function creationOptionsOf(authenticator: unknown): JsonRecord | undefined {
  return asRecord(dig(authenticator, 'contextualData', 'activationData'));
}

/** Whether the org takes only a passkey that the computer itself keeps. */
export function demandsKept(options: JsonRecord | undefined): boolean {
  return dig(options, 'authenticatorSelection', 'authenticatorAttachment') === 'platform';
}

/**
 * The options as the browser is asked: where nothing can be kept, it is not to try. The hints are
 * turned as well, since they win over the attachment where the two differ
 * (https://www.w3.org/TR/webauthn-3/#enum-hints).
 */
export function asked(options: JsonRecord, passkeys: Passkeys): CreationOptions {
  if (passkeys === 'any') return options;
  return {
    ...options,
    authenticatorSelection: {
      ...asRecord(options['authenticatorSelection']),
      authenticatorAttachment: 'cross-platform',
    },
    hints: ['security-key'],
  };
}

/** Nobody who walks up leaves a passkey in a computer that the next person uses. */
export function keepingNoPasskey(orgPages: OrgPages): OrgPages {
  return {
    canShow: (orgUrl, need) => need !== 'kept-passkey' && orgPages.canShow(orgUrl, need),
    perform: (request, signal) => orgPages.perform(request, signal),
  };
}
