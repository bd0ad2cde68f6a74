import type { submitErrors } from '../../preload/contract/registration/request';
import type { OrgPageOutcome, OrgPages, OrgPageTask } from '../platform';
import { solveAltcha } from './altcha';
import { isCaptchaToken, isOutOfReach, isPasskeyPart } from './idx/control';
import { asRecords, asString, dig } from './idx/json';
import { type IdxResponse, inputName, type Remediation } from './idx/remediation';
import { asked, creationOptionsOf, demandsKept, passkeysAt } from './passkey';
import type { Given } from './conversation';

export interface ObtainingPorts {
  /** The answer that the form is part of. */
  readonly response: IdxResponse;
  readonly orgPages: OrgPages;
  readonly orgUrl: string;
  readonly language: () => string;
  /** JSON of the org, asked for by POST where there is something to post. */
  readonly get: (url: string, posted?: object) => Promise<Given>;
  /** Aborted when the person gives up. */
  readonly signal: AbortSignal;
}

type FailureCode = Extract<
  (typeof submitErrors)[number],
  'not-available' | 'dismissed' | 'verification-failed' | 'already-registered'
>;

export type Obtained =
  /** Values for the form, by field name. */
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | Extract<Given, { kind: 'unanswered' }>;

type PartOutcome = OrgPageOutcome | Extract<Given, { kind: 'unanswered' }>;

const failures: Readonly<Record<Exclude<OrgPageOutcome['kind'], 'done'>, FailureCode>> = {
  dismissed: 'dismissed',
  failed: 'verification-failed',
  unavailable: 'not-available',
  'already-registered': 'already-registered',
};

/**
 * Solves the captcha or makes the passkey that a form asks for, before it is sent. A captcha's
 * token is good for one form, so nothing is kept for the next time (docs/sign-up-steps.md, "Captcha").
 */
export async function obtainCaptchaAndPasskey(
  remediation: Remediation,
  ports: ObtainingPorts,
): Promise<Obtained> {
  if (remediation.inputs.some(isOutOfReach)) return { kind: 'failed', code: 'not-available' };
  const values: Record<string, string> = {};
  for (const [isPart, perform] of [
    [isPasskeyPart, createPasskey],
    [isCaptchaToken, solveCaptcha],
  ] as const) {
    const inputs = remediation.inputs.filter((input) => input.isMutable && isPart(input));
    if (inputs.length === 0) continue;
    const outcome = await perform(ports);
    if (ports.signal.aborted) return { kind: 'failed', code: 'dismissed' };
    if (outcome.kind === 'unanswered') return outcome;
    if (outcome.kind !== 'done') return { kind: 'failed', code: failures[outcome.kind] };
    for (const input of inputs) {
      const part = input.path.at(-1) ?? '';
      const value = outcome.values[Object.hasOwn(outcome.values, part) ? part : 'token'];
      if (value !== undefined) values[inputName(input)] = value;
    }
  }
  return { kind: 'values', values };
}

async function createPasskey(ports: ObtainingPorts): Promise<PartOutcome> {
  const { body } = ports.response;
  const options = creationOptionsOf(dig(body, 'currentAuthenticator', 'value'));
  const passkeys = passkeysAt(ports.orgUrl, ports.orgPages);
  if (!options || (passkeys !== 'any' && demandsKept(options))) return { kind: 'unavailable' };
  // A passkey that is kept on the device itself takes the place of an earlier one there.
  const replaces = dig(options, 'authenticatorSelection', 'requireResidentKey') === true;
  const enrolled = asRecords(dig(body, 'authenticatorEnrollments', 'value'))
    .filter(({ key }) => key === 'webauthn')
    .flatMap(({ credentialId }) => asString(credentialId) ?? []);
  const existing = replaces ? [] : enrolled;
  return show({ kind: 'passkey', options: asked(options, passkeys), existing }, ports);
}

async function solveCaptcha(ports: ObtainingPorts): Promise<PartOutcome> {
  const captcha = dig(ports.response.body, 'captcha', 'value');
  const siteKey = asString(dig(captcha, 'siteKey')) ?? '';
  switch (asString(dig(captcha, 'type'))?.toUpperCase()) {
    case 'ALTCHA':
      return solveAltchaOf(captcha, ports);
    case 'HCAPTCHA':
      return show({ kind: 'captcha', provider: 'hcaptcha', siteKey }, ports);
    case 'RECAPTCHA_V2':
      return show({ kind: 'captcha', provider: 'recaptcha', siteKey }, ports);
    default:
      return { kind: 'unavailable' };
  }
}

/** Needs no page: the org gives the challenge to anyone. */
async function solveAltchaOf(captcha: unknown, ports: ObtainingPorts): Promise<PartOutcome> {
  const { url, posted } = challengeOf(captcha, ports);
  const given = await ports.get(url, posted);
  if (given.kind === 'unanswered') return given;
  const token = await solveAltcha(given.value, ports.signal);
  return token === null ? { kind: 'failed' } : { kind: 'done', values: { token } };
}

/** Where the challenge comes from: the address the org names, if it is the org's own. */
function challengeOf(captcha: unknown, { response, orgUrl }: ObtainingPorts) {
  const form = dig(captcha, 'challengeUrlForm');
  const href = asString(dig(form, 'href')) ?? asString(form);
  const named = href === undefined ? null : URL.parse(href, orgUrl);
  if (named?.origin !== orgUrl) return { url: `${orgUrl}/api/v1/altcha` };
  if (asString(dig(form, 'method'))?.toUpperCase() !== 'POST') return { url: named.href };
  const asksForHandle = asRecords(dig(form, 'value')).some(({ name }) => name === 'stateHandle');
  const stateHandle = asString(response.body['stateHandle']);
  return { url: named.href, posted: asksForHandle ? { stateHandle } : {} };
}

async function show(task: OrgPageTask, ports: ObtainingPorts): Promise<OrgPageOutcome> {
  const { orgPages, orgUrl, language, signal } = ports;
  const need = task.kind === 'captcha' ? 'captcha' : 'roaming-passkey';
  if (!orgPages.canShow(orgUrl, need)) return { kind: 'unavailable' };
  return orgPages.perform({ orgUrl, language: language(), task }, signal);
}
