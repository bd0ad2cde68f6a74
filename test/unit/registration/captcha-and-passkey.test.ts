import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { describe, expect, it } from 'vitest';
import type { OrgPageOutcome, OrgPages, OrgPageTask } from '../../../main/platform';
import { obtainCaptchaAndPasskey } from '../../../main/registration/captcha-and-passkey';
import { keepingNoPasskey } from '../../../main/registration/passkey';
import type { JsonRecord } from '../../../main/registration/idx/json';
import { remediationsOf } from '../../../main/registration/idx/remediation';

const orgUrl = 'https://acme.okta.com';

const profileForm = {
  name: 'enroll-profile',
  href: `${orgUrl}/idp/idx/enroll/new`,
  value: [
    { name: 'userProfile', form: { value: [{ name: 'email', required: true }] } },
    {
      name: 'captchaVerify',
      form: {
        value: [
          { name: 'captchaId', mutable: false, value: 'cap1' },
          { name: 'captchaToken', hint: 'captcha', required: true },
        ],
      },
    },
  ],
};

const passkeyForm = (...parts: string[]) => ({
  name: 'enroll-authenticator',
  href: `${orgUrl}/idp/idx/challenge/answer`,
  value: [
    {
      name: 'credentials',
      form: { value: parts.map((name) => ({ name, hint: 'webauthn', required: true })) },
    },
  ],
});

const activationData = { challenge: 'Y2hhbGxlbmdl', rp: { name: 'Acme' }, user: { id: 'dXNlcg' } };
const passkeyAnswer = (form: object, changes: JsonRecord = {}) => ({
  remediation: { value: [form] },
  currentAuthenticator: { value: { key: 'webauthn', contextualData: { activationData } } },
  ...changes,
});

const made = {
  clientData: 'Y2xpZW50',
  attestation: 'YXR0ZXN0',
  transports: '["usb"]',
  clientExtensions: '{}',
};

function perform(
  body: JsonRecord,
  options: {
    outcome?: OrgPageOutcome;
    canShow?: boolean | OrgPages['canShow'];
    get?: (url: string, posted?: object) => Promise<unknown>;
    signal?: AbortSignal;
  } = {},
) {
  const tasks: OrgPageTask[] = [];
  const orgPages: OrgPages = {
    canShow: (url, need) => {
      const { canShow = true } = options;
      return typeof canShow === 'boolean' ? canShow : canShow(url, need);
    },
    async perform(request) {
      tasks.push(request.task);
      return options.outcome ?? { kind: 'dismissed' };
    },
  };
  const response = { status: 200, body };
  const [remediation] = remediationsOf(response);
  if (!remediation) throw new Error('The answer holds no form');
  const done = obtainCaptchaAndPasskey(remediation, {
    response,
    orgPages,
    orgUrl,
    language: () => 'de',
    get: async (url, posted) => ({
      kind: 'given',
      value: (await options.get?.(url, posted)) ?? null,
    }),
    signal: options.signal ?? new AbortController().signal,
  });
  return { done, tasks };
}

it('needs nothing for an ordinary form', async () => {
  const form = { ...profileForm, value: profileForm.value.slice(0, 1) };
  const { done, tasks } = perform({ remediation: { value: [form] } });
  expect(await done).toEqual({ kind: 'values', values: {} });
  expect(tasks).toEqual([]);
});

describe('a captcha of a provider', () => {
  it.each([
    ['HCAPTCHA', 'hcaptcha'],
    ['RECAPTCHA_V2', 'recaptcha'],
  ] as const)('%s is solved on a page of the org', async (type, provider) => {
    const { done, tasks } = perform(
      {
        remediation: { value: [profileForm] },
        captcha: { value: { id: 'cap1', type, siteKey: 'site' } },
      },
      { outcome: { kind: 'done', values: { token: 'P1_token' } } },
    );
    expect(await done).toEqual({
      kind: 'values',
      values: { 'captchaVerify.captchaToken': 'P1_token' },
    });
    expect(tasks).toEqual([{ kind: 'captcha', provider, siteKey: 'site' }]);
  });

  it.each([
    ['dismissed', 'dismissed'],
    ['failed', 'verification-failed'],
    ['unavailable', 'not-available'],
  ] as const)('that is %s keeps the form from being sent', async (kind, code) => {
    const { done } = perform(
      { remediation: { value: [profileForm] }, captcha: { value: { type: 'HCAPTCHA' } } },
      { outcome: { kind } },
    );
    expect(await done).toEqual({ kind: 'failed', code });
  });

  it.each([
    ['of a kind nobody knows', { type: 'TURNSTILE' }, true],
    ['where no page can be shown', { type: 'HCAPTCHA' }, false],
    ['that the answer does not describe', undefined, true],
  ])('%s is not available', async (_, value, canShow) => {
    const { done, tasks } = perform(
      { remediation: { value: [profileForm] }, captcha: { value } },
      { canShow },
    );
    expect(await done).toEqual({ kind: 'failed', code: 'not-available' });
    expect(tasks).toEqual([]);
  });
});

describe('ALTCHA', () => {
  const answer = (more: JsonRecord = {}) => ({
    stateHandle: '02.handle',
    remediation: { value: [profileForm] },
    captcha: { value: { id: 'altcha', type: 'ALTCHA', siteKey: 'unused', ...more } },
  });
  const challenge = () => createChallenge({ hmacKey: 'the org keeps this', maxnumber: 3_000 });

  async function token(done: ReturnType<typeof obtainCaptchaAndPasskey>): Promise<string> {
    const outcome = await done;
    if (outcome.kind !== 'values') throw new Error(outcome.kind);
    return outcome.values['captchaVerify.captchaToken'] ?? '';
  }

  it('is solved without a page, to the satisfaction of the library that set it', async () => {
    const asked: string[] = [];
    const get = async (url: string) => (asked.push(url), challenge());
    const { done, tasks } = perform(answer(), { get, canShow: false });
    expect(await verifySolution(await token(done), 'the org keeps this')).toBe(true);
    expect(asked).toEqual([`${orgUrl}/api/v1/altcha`]);
    expect(tasks).toEqual([]);
  });

  it('is not solved where its salt is so long that the tries would keep everything else waiting', async () => {
    const salted = (length: number) => () =>
      createChallenge({ hmacKey: 'the org keeps this', maxnumber: 3, salt: 's'.repeat(length) });
    expect(await perform(answer(), { get: salted(900) }).done).toMatchObject({ kind: 'values' });
    expect(await perform(answer(), { get: salted(1_001) }).done).toEqual({
      kind: 'failed',
      code: 'verification-failed',
    });
  });

  it('is asked for and solved anew for every form', async () => {
    const first = await token(perform(answer(), { get: challenge }).done);
    const second = await token(perform(answer(), { get: challenge }).done);
    expect(first).not.toBe(second);
  });

  it('takes the challenge from the address that the org names, in the way it names', async () => {
    const asked: unknown[] = [];
    const get = async (...request: unknown[]) => (asked.push(request), challenge());
    const form = {
      href: `${orgUrl}/idp/altcha`,
      method: 'POST',
      value: [{ name: 'stateHandle' }],
    };
    await token(perform(answer({ challengeUrlForm: form }), { get }).done);
    await token(
      perform(answer({ challengeUrlForm: { href: `${orgUrl}/altcha?a=1` } }), { get }).done,
    );
    expect(asked).toEqual([
      [`${orgUrl}/idp/altcha`, { stateHandle: '02.handle' }],
      [`${orgUrl}/altcha?a=1`, undefined],
    ]);
  });

  it('never asks another host for it', async () => {
    const asked: string[] = [];
    const get = async (url: string) => (asked.push(url), challenge());
    const form = { href: 'https://evil.example/altcha', method: 'POST' };
    await token(perform(answer({ challengeUrlForm: form }), { get }).done);
    expect(asked).toEqual([`${orgUrl}/api/v1/altcha`]);
  });

  it.each([
    ['that never came', undefined],
    ['that is not one', { challenge: 'x' }],
    [
      'in a hash nobody knows',
      { algorithm: 'MD5', challenge: 'x', salt: 'y', signature: 'z', maxnumber: 10 },
    ],
    [
      'without a solution',
      { algorithm: 'SHA-256', challenge: 'x', salt: 'y', signature: 'z', maxnumber: 10 },
    ],
  ])('a challenge %s is a failed check', async (_, received) => {
    const { done } = perform(answer(), { get: async () => received });
    expect(await done).toEqual({ kind: 'failed', code: 'verification-failed' });
  });

  it('stops when the person gives up', async () => {
    const endless = { algorithm: 'SHA-512', challenge: 'x', salt: 'y', signature: 'z' };
    const givenUp = new AbortController();
    const { done } = perform(answer(), { get: async () => endless, signal: givenUp.signal });
    setTimeout(() => givenUp.abort(), 20);
    const started = performance.now();
    expect(await done).toEqual({ kind: 'failed', code: 'dismissed' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a passkey', () => {
  const every = passkeyForm('clientData', 'attestation', 'transports', 'clientExtensions');

  it('is made on a page of the org with the options that the org gave', async () => {
    const { done, tasks } = perform(passkeyAnswer(every), {
      outcome: { kind: 'done', values: made },
    });
    expect(await done).toEqual({
      kind: 'values',
      values: {
        'credentials.clientData': made.clientData,
        'credentials.attestation': made.attestation,
        'credentials.transports': made.transports,
        'credentials.clientExtensions': made.clientExtensions,
      },
    });
    expect(tasks).toEqual([{ kind: 'passkey', options: activationData, existing: [] }]);
  });

  it('fills in only what the form asks for, and only what there is', async () => {
    const { clientData, attestation } = made;
    const { done } = perform(passkeyAnswer(passkeyForm('clientData', 'transports')), {
      outcome: { kind: 'done', values: { clientData, attestation } },
    });
    expect(await done).toEqual({
      kind: 'values',
      values: { 'credentials.clientData': made.clientData },
    });
  });

  it('names the passkeys that the account has, unless the new one takes their place', async () => {
    const authenticatorEnrollments = {
      value: [
        { key: 'okta_password', id: 'lae1' },
        { key: 'webauthn', credentialId: 'b25l' },
        { key: 'webauthn', credentialId: 'dHdv' },
      ],
    };
    const first = perform(passkeyAnswer(every, { authenticatorEnrollments }));
    await first.done;
    expect(first.tasks).toMatchObject([{ existing: ['b25l', 'dHdv'] }]);

    const resident = {
      ...activationData,
      authenticatorSelection: { requireResidentKey: true },
    };
    const second = perform(
      passkeyAnswer(every, {
        authenticatorEnrollments,
        currentAuthenticator: { value: { contextualData: { activationData: resident } } },
      }),
    );
    await second.done;
    expect(second.tasks).toMatchObject([{ existing: [] }]);
  });

  describe('that cannot be kept on the computer', () => {
    const asksFor = (authenticatorAttachment?: string) =>
      passkeyAnswer(every, {
        currentAuthenticator: {
          value: {
            contextualData: {
              activationData: {
                ...activationData,
                authenticatorSelection: { userVerification: 'required', authenticatorAttachment },
                hints: ['client-device'],
              },
            },
          },
        },
      });
    const canShow: OrgPages['canShow'] = (_, need) => need !== 'kept-passkey';

    it.each([undefined, 'cross-platform', 'anything'])(
      'is asked of a security key: %s',
      async (attachment) => {
        const { done, tasks } = perform(asksFor(attachment), { canShow });
        await done;
        expect(tasks).toMatchObject([
          {
            options: {
              challenge: activationData.challenge,
              authenticatorSelection: {
                userVerification: 'required',
                authenticatorAttachment: 'cross-platform',
              },
              hints: ['security-key'],
            },
          },
        ]);
      },
    );

    it('is not available where the org takes no other', async () => {
      const { done, tasks } = perform(asksFor('platform'), { canShow });
      expect(await done).toEqual({ kind: 'failed', code: 'not-available' });
      expect(tasks).toEqual([]);
      const kept = perform(asksFor('platform'));
      await kept.done;
      expect(kept.tasks).toMatchObject([
        { options: { authenticatorSelection: { authenticatorAttachment: 'platform' } } },
      ]);
    });

    it('is no other on a computer that visitors share', () => {
      const { canShow: can } = keepingNoPasskey({
        canShow: (url) => url === orgUrl,
        perform: async () => ({ kind: 'dismissed' }),
      });
      expect(can(orgUrl, 'kept-passkey')).toBe(false);
      expect(can(orgUrl, 'roaming-passkey')).toBe(true);
      expect(can(orgUrl, 'captcha')).toBe(true);
      expect(can('http://elsewhere.example', 'captcha')).toBe(false);
    });
  });

  it('that this device has already is told apart', async () => {
    const { done } = perform(passkeyAnswer(every), { outcome: { kind: 'already-registered' } });
    expect(await done).toEqual({ kind: 'failed', code: 'already-registered' });
  });

  it('is not available where the org gave no options', async () => {
    const { done, tasks } = perform({ remediation: { value: [every] } });
    expect(await done).toEqual({ kind: 'failed', code: 'not-available' });
    expect(tasks).toEqual([]);
  });
});
