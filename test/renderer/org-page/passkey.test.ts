import { afterEach, expect, it, vi } from 'vitest';
import { createPasskey } from '../../../renderer/org-page/passkey';
import type { PasskeyTask } from '../../../renderer/org-page/task';

const task: PasskeyTask = {
  kind: 'passkey',
  options: {
    challenge: '_-8',
    rp: { name: 'Acme', id: 'acme.okta.com' },
    user: { id: 'AQID', name: 'ada@example.com', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  },
  existing: ['BAUG'],
};

class FakeResponse {
  clientDataJSON = Uint8Array.of(0xfb, 0xff).buffer;
  attestationObject = Uint8Array.of(0xa3).buffer;
}
class FakeCredential {
  constructor(readonly response: FakeResponse) {}
  getClientExtensionResults = () => ({ credProps: { rk: false } });
}

function browser(create: (options: CredentialCreationOptions) => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
  vi.stubGlobal('AuthenticatorAttestationResponse', FakeResponse);
  vi.stubGlobal('navigator', { credentials: { create } });
}

afterEach(() => vi.unstubAllGlobals());

const create = (signal = new AbortController().signal) => createPasskey(task, signal);

it('asks the browser with bytes for what Okta sends as text', async () => {
  const asked: (PublicKeyCredentialCreationOptions | undefined)[] = [];
  browser(async ({ publicKey }) => (asked.push(publicKey), new FakeCredential(new FakeResponse())));
  await create();
  expect(asked).toMatchObject([
    {
      challenge: Uint8Array.of(0xff, 0xef),
      rp: { id: 'acme.okta.com' },
      user: { id: Uint8Array.of(1, 2, 3), name: 'ada@example.com' },
      excludeCredentials: [{ type: 'public-key', id: Uint8Array.of(4, 5, 6) }],
    },
  ]);
});

it('answers in base64, and without the transports that an older browser cannot tell', async () => {
  browser(async () => new FakeCredential(new FakeResponse()));
  expect(await create()).toEqual({
    kind: 'done',
    values: {
      clientData: '+/8=',
      attestation: 'ow==',
      clientExtensions: '{"credProps":{"rk":false}}',
    },
  });
});

it.each([
  ['NotAllowedError', 'dismissed'],
  ['AbortError', 'dismissed'],
  ['InvalidStateError', 'already-registered'],
  ['SecurityError', 'failed'],
  ['NotSupportedError', 'failed'],
  ['ConstraintError', 'failed'],
])('takes %s for %s', async (name, kind) => {
  browser(async () => Promise.reject(new DOMException('', name)));
  expect(await create()).toEqual({ kind });
});

it('takes options that no browser understands for a failure', async () => {
  browser(async () => Promise.reject(new TypeError('rp is missing')));
  expect(await create()).toEqual({ kind: 'failed' });
  const odd: PasskeyTask = { ...task, options: { ...task.options, challenge: '%%%' } };
  expect(await createPasskey(odd, new AbortController().signal)).toEqual({ kind: 'failed' });
});

it('is not available in a browser that knows no passkeys', async () => {
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(await create()).toEqual({ kind: 'unavailable' });
});
