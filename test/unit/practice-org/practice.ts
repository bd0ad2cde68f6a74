import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { OutboxMessage } from '../../../preload/contract/practice';
import type { PresetName } from '../../../main/practice-org/policy/presets';
import { resolvePolicy } from '../../../main/practice-org/policy/read';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { startServer } from '../../../main/practice-org/server';

export const silent = { info: () => {}, warn: () => {}, error: () => {} };
export const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
export const goodPassword = 'Correct-Horse-7';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed, or `{}` where the answer is no JSON object. */
  readonly json: Json;
}

export interface Json {
  readonly [key: string]: Json;
}

/** A running org with a clock that can be put forward, driven over real HTTP. */
export async function startTestOrg(policy: PolicyInput | PresetName = {}) {
  const reading = resolvePolicy(policy);
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  let ahead = 0;
  let mail: readonly OutboxMessage[] = [];
  const start = await startServer({
    policy: reading.policy,
    log: silent,
    onMail: (messages) => (mail = messages),
    now: () => Date.now() + ahead,
  });
  if (!start.ok) throw new Error(start.reason);
  const { addresses } = start;
  const { origin } = new URL(addresses.issuer);

  async function send(method: string, path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await fetch(new URL(path, origin), { method, redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }
  const org = {
    ...addresses,
    origin,
    close: start.close,
    /** Puts the org's clock forward. */
    wait: (seconds: number) => {
      ahead += seconds * 1000;
    },
    mail: () => mail,
    latest: (channel: string) => {
      const found = mail.find((message) => message.channel === channel);
      if (!found) throw new Error(`nothing was sent by ${channel}`);
      return found;
    },
    send,
    get: (path: string, headers: Record<string, string> = {}) => send('GET', path, { headers }),
    postJson: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send('POST', path, {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    postForm: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      send('POST', path, { body: new URLSearchParams(form), headers }),
  };
  return org;
}
export type TestOrg = Awaited<ReturnType<typeof startTestOrg>>;

/** As much of an org as a sign-up needs. */
export type Driver = Pick<TestOrg, 'clientId' | 'redirectUri' | 'latest' | 'postJson' | 'postForm'>;

export function interactForm(
  org: Pick<TestOrg, 'clientId' | 'redirectUri'>,
  verifier = newVerifier(),
) {
  return {
    client_id: org.clientId,
    redirect_uri: org.redirectUri,
    scope: 'openid profile email',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
}

export function newVerifier(): string {
  return randomBytes(32).toString('base64url');
}

/** One sign-up. `now` is the last answer; posting a remediation follows its own address. */
export async function openSignUp(org: Driver, form: Record<string, string> = {}, as = 'default/') {
  const verifier = newVerifier();
  const interact = { ...interactForm(org, verifier), ...form };
  const interacted = await org.postForm(`/oauth2/${as}v1/interact`, interact);
  const interactionHandle = String(interacted.json['interaction_handle']);
  let last = await org.postJson('/idp/idx/introspect', { interactionHandle });

  const signUp = {
    verifier,
    interactionHandle,
    last: () => last,
    steps: () => remediations(last.json).map(({ name }) => String(name)),
    form: (name: string) => remediations(last.json).find((one) => String(one['name']) === name),
    async act(path: string, body: object = {}): Promise<Answered> {
      const stateHandle = String(last.json['stateHandle']);
      last = await org.postJson(path, { stateHandle, ...body });
      return last;
    },
    post(name: string, body: object = {}): Promise<Answered> {
      const form = signUp.form(name);
      if (!form) throw new Error(`${name} is not offered, only ${signUp.steps().join(', ')}`);
      return signUp.act(new URL(String(form['href'])).pathname, body);
    },
    /** Picks a method from the list by its label. */
    choose(label: string, more: object = {}): Promise<Answered> {
      return signUp.post('select-authenticator-enroll', {
        authenticator: { id: optionId(signUp.form('select-authenticator-enroll'), label), ...more },
      });
    },
    code: (passcode: string | null) =>
      signUp.post('enroll-authenticator', { credentials: { passcode } }),
    async profile(userProfile: object = ada, more: object = {}): Promise<Answered> {
      await signUp.post('select-enroll-profile');
      return signUp.post('enroll-profile', { userProfile, ...more });
    },
    /** As far as the list of optional methods. */
    async untilOptional(userProfile: object = ada): Promise<Answered> {
      await signUp.profile(userProfile);
      await signUp.choose('Password');
      await signUp.code(goodPassword);
      await signUp.choose('Email');
      return signUp.code(org.latest('email').code);
    },
    /** The whole default path with phone skipped. */
    async finish(userProfile: object = ada): Promise<string> {
      await signUp.untilOptional(userProfile);
      await signUp.post('skip');
      return interactionCode(last);
    },
    redeem: (code: string, more: Record<string, string> = {}) =>
      org.postForm(`/oauth2/${as}v1/token`, {
        grant_type: 'interaction_code',
        client_id: org.clientId,
        redirect_uri: interact.redirect_uri,
        interaction_code: code,
        code_verifier: verifier,
        ...more,
      }),
  };
  return signUp;
}
export type SignUp = Awaited<ReturnType<typeof openSignUp>>;

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function remediations(answer: Json): readonly Json[] {
  return list(answer['remediation']?.['value']);
}

/** Keys of the messages above the form. */
export function messageKeys(answer: Json): readonly string[] {
  return list(answer['messages']?.['value']).map((message) => String(message['i18n']?.['key']));
}

/** Keys of the messages on fields, as `path: key`. */
export function fieldMessages(form: Json | undefined): readonly string[] {
  const walk = (field: Json, path: string): readonly string[] => [
    ...list(field['messages']?.['value']).map((one) => `${path}: ${String(one['i18n']?.['key'])}`),
    ...list(field['form']?.['value']).flatMap((child) => walk(child, `${path}.${child['name']}`)),
  ];
  return list(form?.['value']).flatMap((field) => walk(field, String(field['name'])));
}

export function optionLabels(form: Json | undefined): readonly string[] {
  return list(form?.['value']?.['0']?.['options']).map((option) => String(option['label']));
}

function optionId(form: Json | undefined, label: string): string {
  const options = list(list(form?.['value'])[0]?.['options']);
  const option = options.find((one) => String(one['label']) === label);
  const fields = list(option?.['value']?.['form']?.['value']);
  return String(fields.find((field) => String(field['name']) === 'id')?.['value']);
}

export function interactionCode(answer: Answered): string {
  const fields = list(answer.json['successWithInteractionCode']?.['value']);
  return String(fields.find(({ name }) => String(name) === 'interaction_code')?.['value']);
}

/** What a client's computer does for ALTCHA; `change` makes it wrong. */
export async function solveAltcha(org: Pick<TestOrg, 'get'>, change: object = {}): Promise<string> {
  const { json: given } = await org.get('/api/v1/altcha');
  const salt = String(given['salt']);
  const hash = (number: number) => createHash('sha256').update(`${salt}${number}`).digest('hex');
  const most = Number(given['maxnumber']);
  let number = 0;
  while (number <= most && hash(number) !== String(given['challenge'])) number += 1;
  const { algorithm, challenge, signature } = given;
  const solution = { algorithm, challenge, number, salt, signature, ...change };
  return Buffer.from(JSON.stringify(solution)).toString('base64');
}

/** A request as only a program that chooses its own `Host` can send it. */
export function rawRequest(
  port: string,
  options: { path: string; host: string; address?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: options.address ?? '127.0.0.1',
        port,
        path: options.path,
        headers: { host: options.host },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on('error', reject);
    request.end();
  });
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}
