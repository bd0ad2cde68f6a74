import type { OktaAuth, OktaAuthOptions } from '@okta/okta-auth-js/idx';
import type { HttpOutcome, OktaHttp } from '../network/okta-http';

/** Where and as which client a sign-up takes place. */
export interface Connection {
  /** Origin of the org, without a trailing slash. */
  readonly orgUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** A request of the SDK that got no answer; it travels through the SDK as the error's cause. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(readonly kind: Exclude<HttpOutcome['kind'], 'answered'>) {
    super(kind);
  }
}

/**
 * Okta's SDK for one person. Its default storage on Node is one for the whole process, which
 * would hand the next person the previous person's transaction: each client has its own.
 *
 * @param onNoAnswer told of requests that got no answer, which the SDK turns into plain errors.
 */
export async function createOktaClient(
  connection: Connection,
  http: OktaHttp,
  onNoAnswer: (failure: NoAnswer) => void,
): Promise<OktaAuth> {
  const { OktaAuth } = await import('@okta/okta-auth-js/idx');
  const storageProvider = createMemoryStorage();
  return new OktaAuth({
    issuer: connection.issuer,
    clientId: connection.clientId,
    redirectUri: connection.redirectUri,
    scopes: [...connection.scopes],
    pkce: true,
    storageManager: {
      token: { storageProvider },
      transaction: { storageProvider },
      'idx-response': { storageProvider },
      'original-uri': { storageProvider },
    },
    transactionManager: { enableSharedStorage: false },
    httpRequestClient: requestClient(http, onNoAnswer),
  });
}

type RequestClient = NonNullable<OktaAuthOptions['httpRequestClient']>;

/** The SDK's contract: resolve on 2xx, reject with the same shape on anything else. */
function requestClient(http: OktaHttp, onNoAnswer: (failure: NoAnswer) => void): RequestClient {
  return async (method, url, args) => {
    const headers = new Headers(args.headers);
    const body = bodyOf(args.data, headers.get('content-type'));
    const outcome = await http.send({
      method,
      url,
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { body }),
    });
    if (outcome.kind !== 'answered') {
      const failure = new NoAnswer(outcome.kind);
      onNoAnswer(failure);
      throw failure;
    }
    const response = {
      status: outcome.status,
      headers: outcome.headers,
      responseText: outcome.text,
    };
    if (outcome.status >= 200 && outcome.status < 300) return response;
    throw response;
  };
}

function bodyOf(data: unknown, contentType: string | null): string | undefined {
  if (data === undefined || typeof data === 'string') return data;
  if (contentType !== 'application/x-www-form-urlencoded') return JSON.stringify(data);
  return new URLSearchParams(data as Record<string, string>).toString();
}

function createMemoryStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
