import { createServer, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Answer, atHost, profileForm } from './fake-answers';

/** A form that was posted to the org. */
export interface Posted {
  readonly path: string;
  readonly body: unknown;
}

/** What the org answers: to `introspect`, and to each other path of the Identity Engine. */
export interface Play {
  readonly introspect: Answer;
  readonly post: (path: string) => Answer;
}

/** An org on loopback that answers what it is told to and keeps what it was sent. */
export interface FakeOrg {
  readonly origin: string;
  readonly clientId: string;
  play(scene: Play): void;
  /** What was posted since the scene began, `introspect` left out. */
  posted(): readonly Posted[];
  close(): Promise<void>;
}

const clientId = '0oa1f2a3k4e5o6r7g8q9';
const json = { 'Content-Type': 'application/json' };

export async function startFakeOrg(): Promise<FakeOrg> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'only', alg: 'RS256', use: 'sig' }];
  let scene: Play = { introspect: profileForm, post: () => profileForm };
  let posted: Posted[] = [];
  let nonce = '';

  async function answer(path: string, request: IncomingMessage): Promise<Answer> {
    const body = await read(request);
    if (path.includes('/.well-known/')) return ok(metadata(origin));
    if (path.endsWith('/v1/interact')) {
      nonce = new URLSearchParams(body).get('nonce') ?? '';
      return ok({ interaction_handle: 'the-interaction-handle' });
    }
    if (path.endsWith('/v1/keys')) return ok({ keys });
    if (path.endsWith('/v1/token')) return ok(await tokens());
    if (path.includes('/oauth2/')) return ok({ sub: '00u1' });
    if (path === '/idp/idx/introspect') return scene.introspect;
    // No pages: neither of its own nor of anybody's, for captchas and passkeys.
    if (request.method !== 'POST' || !path.startsWith('/idp/')) return { status: 404, text: '' };
    posted.push({ path, body: parse(body) });
    return scene.post(path);
  }

  async function tokens() {
    const idToken = await new SignJWT({ nonce, email: 'ada@example.com', name: 'Ada Lovelace' })
      .setProtectedHeader({ alg: 'RS256', kid: 'only' })
      .setIssuer(`${origin}/oauth2/default`)
      .setAudience(clientId)
      .setSubject('00u1')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
    const rest = { access_token: 'an-access-token', token_type: 'Bearer', expires_in: 3600 };
    return { ...rest, id_token: idToken, scope: 'openid profile email' };
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    void answer(pathname, request).then(({ status, text }) => {
      response.writeHead(status, json).end(atHost(text, origin));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  // Not the bare IP address: that is what a browser's passkeys refuse.
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    origin,
    clientId,
    play(next) {
      scene = next;
      posted = [];
    },
    posted: () => posted,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function metadata(origin: string) {
  const base = `${origin}/oauth2/default`;
  return {
    issuer: base,
    authorization_endpoint: `${base}/v1/authorize`,
    token_endpoint: `${base}/v1/token`,
    userinfo_endpoint: `${base}/v1/userinfo`,
    jwks_uri: `${base}/v1/keys`,
    revocation_endpoint: `${base}/v1/revoke`,
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['interaction_code'],
    id: '00o1',
    pipeline: 'idx',
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function ok(body: object): Answer {
  return { status: 200, text: JSON.stringify(body) };
}
