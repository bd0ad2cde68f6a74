import { beforeEach, describe, expect, it } from 'vitest';
import type { BuiltFiles } from '../../../../main/shell/built-files';
import { declareAppScheme, serveAppProtocol } from '../../../../main/shell/electron/app-protocol';
import { fakeElectron } from './fake-electron';

const bytes = (text: string) => new TextEncoder().encode(text);

const page = {
  contentType: 'text/html; charset=utf-8',
  isImmutable: false,
  read: async (nonce: string) => bytes(`<meta nonce="${nonce}">`),
};
const files: BuiltFiles = new Map([
  ['/', page],
  ['/index.html', page],
  [
    '/assets/index-1.js',
    {
      contentType: 'text/javascript; charset=utf-8',
      isImmutable: true,
      read: async () => bytes('run()'),
    },
  ],
]);

let get: (address: string, init?: RequestInit) => Promise<Response>;

beforeEach(() => {
  const { protocol, seen } = fakeElectron();
  serveAppProtocol(protocol, files);
  get = async (address, init) => {
    const handler = seen.served.get('app');
    if (!handler) throw new Error('app: is not served');
    return handler(new Request(address, init));
  };
});

describe('declareAppScheme', () => {
  it('makes the scheme a secure origin without a way around the policy', () => {
    const { protocol, seen } = fakeElectron();
    declareAppScheme(protocol);
    expect(seen.schemes).toHaveLength(1);
    expect(seen.schemes[0]).toMatchObject({
      scheme: 'app',
      privileges: { standard: true, secure: true },
    });
    expect(seen.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    expect(seen.schemes[0]?.privileges).not.toHaveProperty('allowServiceWorkers');
  });
});

describe('serveAppProtocol', () => {
  it('serves the page with a policy that lets it talk to nobody', async () => {
    const answer = await get('app://frontdesk/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const policy = answer.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("connect-src 'none'");
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('gives the page the nonce that its policy names, a new one for each load', async () => {
    const nonces = await Promise.all(
      [get('app://frontdesk/'), get('app://frontdesk/')].map(async (pending) => {
        const answer = await pending;
        const named = /'nonce-([^']+)'/.exec(
          answer.headers.get('Content-Security-Policy') ?? '',
        )?.[1];
        expect(await answer.text()).toBe(`<meta nonce="${named}">`);
        expect(answer.headers.get('Cache-Control')).toBe('no-store');
        return named;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('ignores the query', async () => {
    const answer = await get('app://frontdesk/assets/index-1.js?v=2');
    expect(await answer.text()).toBe('run()');
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://frontdesk/missing.js',
    'app://frontdesk/../package.json',
    'app://frontdesk/%2e%2e/package.json',
    'app://frontdesk/assets/..%2f..%2fpackage.json',
    'app://frontdesk/assets/',
    'app://frontdesk//',
    'app://elsewhere/index.html',
    'app://frontdesk:81/index.html',
    'app:index.html',
  ])('knows nothing of %s', async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';/);
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('refuses %s', async (method) => {
    expect((await get('app://frontdesk/', { method })).status).toBe(405);
  });
});
