import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

type Reply = readonly [status: number, body: unknown] | 'hang';

/** An org on loopback: the answers of a sound one, each of which a test can replace. */
export interface FakeOrg {
  readonly url: string;
  readonly received: Received[];
  /** Of each request; empty where it had none. */
  readonly authorizations: string[];
  readonly replies: Record<string, Reply>;
  close(): Promise<void>;
}

export async function startFakeOrg(): Promise<FakeOrg> {
  const received: Received[] = [];
  const authorizations: string[] = [];
  const replies: Record<string, Reply> = {};
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse) {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    authorizations.push(request.headers.authorization ?? '');
    const path = `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`;
    received.push({ path, type: request.headers['content-type'] ?? '', body });
    const reply = replies[path] ?? [404, { errorCode: 'E0000007', errorSummary: 'Not found' }];
    if (reply === 'hang') return;
    const [status, content] = reply;
    response.statusCode = status;
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${String(port)}`;
  const metadata = (issuer: string) => ({ issuer, code_challenge_methods_supported: ['S256'] });
  Object.assign(replies, {
    'GET /.well-known/okta-organization': [200, { id: '00o1', pipeline: 'idx' }],
    'GET /.well-known/openid-configuration': [200, metadata(url)],
    'GET /oauth2/default/.well-known/openid-configuration': [
      200,
      metadata(`${url}/oauth2/default`),
    ],
    'POST /oauth2/v1/interact': [200, { interaction_handle: 'the-interaction-handle' }],
    'POST /oauth2/default/v1/interact': [200, { interaction_handle: 'the-interaction-handle' }],
    'POST /idp/idx/introspect': [
      200,
      {
        version: '1.0.0',
        stateHandle: 'the-state-handle',
        remediation: { value: [{ name: 'identify' }, { name: 'select-enroll-profile' }] },
      },
    ],
    'POST /idp/idx/enroll': [
      200,
      {
        version: '1.0.0',
        stateHandle: 'the-state-handle',
        remediation: {
          value: [
            {
              name: 'enroll-profile',
              value: [
                {
                  name: 'userProfile',
                  form: {
                    value: [
                      { name: 'email', required: true },
                      { name: 'nickName', required: false },
                    ],
                  },
                },
                { name: 'stateHandle', required: true },
              ],
            },
          ],
        },
      },
    ],
    'POST /idp/idx/cancel': [200, {}],
  } satisfies Record<string, Reply>);

  return {
    url,
    received,
    authorizations,
    replies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
