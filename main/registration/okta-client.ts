import type { OktaAuth, OktaAuthOptions } from '@okta/okta-auth-js/idx';
import { asRecord, asRecords, type JsonRecord, parseJson } from './idx/json';
import type { Connection } from '../network/connection';
import { type ForeignAnswer, foreignAnswerOf } from '../network/foreign-answer';
import type { HttpOutcome, OktaHttp } from '../network/okta-http';
import { readJson } from '../network/read-json';
import {
  refusalOfTokens,
  type RefusedTokens,
  tokensLeftBy,
  type UnclaimedTokens,
} from './token-answer';

/** A request of the SDK that got no answer, or none that can be read; it travels through the SDK as the error's cause. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly kind: Exclude<HttpOutcome['kind'], 'answered'> | ForeignAnswer | 'unreadable',
    /** The other host that was to be asked. */
    readonly host: string | null = null,
  ) {
    super(kind);
  }

  /** An answer came, and with it whatever the request was meant to do. */
  get isUnreadable(): boolean {
    return this.kind === 'too-large' || this.kind === 'unreadable';
  }
}

/** The server asks for a pause or is in trouble: it says nothing about what was asked. */
export class InTrouble extends Error {
  override readonly name = 'InTrouble';
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    super(String(status));
  }
}

/** The issuer's metadata are those of another one (OpenID Connect Discovery 1.0 section 4.3). */
export class OtherIssuer extends Error {
  override readonly name = 'OtherIssuer';
}

export type Unusable = NoAnswer | InTrouble | OtherIssuer | RefusedTokens;

/**
 * Okta's SDK for one person. Its default storage on Node is one for the whole process, which
 * would hand the next person the previous person's transaction, and for a day the metadata and keys
 * of then, so that a key which the org withdrew went on verifying: each client has its own.
 *
 * @param onUnusable told of what the SDK turns into plain errors: no answer, or another issuer's.
 * @param onIssued told of tokens as they arrive, also of those that are refused then
 */
export async function createOktaClient(
  connection: Connection,
  http: OktaHttp,
  storageProvider: MemoryStorage,
  onUnusable: (failure: Unusable) => void,
  onIssued: (tokens: UnclaimedTokens) => void,
): Promise<OktaAuth> {
  const { OktaAuth } = await import('@okta/okta-auth-js/idx');
  return new OktaAuth({
    issuer: connection.issuer,
    clientId: connection.clientId,
    redirectUri: connection.redirectUri,
    scopes: [...connection.scopes],
    pkce: true,
    storageManager: {
      token: { storageProvider },
      cache: { storageProvider },
      transaction: { storageProvider },
      'idx-response': { storageProvider },
      'original-uri': { storageProvider },
    },
    transactionManager: { enableSharedStorage: false },
    httpRequestClient: requestClient(http, connection, onUnusable, onIssued),
  });
}

type RequestClient = NonNullable<OktaAuthOptions['httpRequestClient']>;
type HttpResponse = Awaited<ReturnType<RequestClient>>;

/** The SDK's contract: resolve on 2xx, reject with the same shape on anything else. */
function requestClient(
  http: OktaHttp,
  { issuer, clientId }: Connection,
  onUnusable: (failure: Unusable) => void,
  onIssued: (tokens: UnclaimedTokens) => void,
): RequestClient {
  /** What came for a code, which works once: its keys may have to be asked for again. */
  let issued: { readonly posted: string; readonly response: HttpResponse } | undefined;
  return async (method, url, args) => {
    const headers = new Headers(args.headers);
    const posted = bodyOf(args.data, headers.get('content-type'));
    const isExchange = method === 'POST' && url.endsWith('/v1/token');
    if (isExchange && issued && issued.posted === posted) return issued.response;
    const outcome = await http.send({
      method,
      url,
      headers: Object.fromEntries(headers),
      ...(posted === undefined ? {} : { body: posted }),
    });
    const refuse = (failure: Unusable): never => {
      onUnusable(failure);
      throw failure;
    };
    const isMetadata = url.includes('/.well-known/openid-configuration');
    const foreign = foreignAnswerOf(outcome);
    // A page in place of the metadata is a web site that is no org, as far as anybody can tell.
    const isSite = isMetadata && outcome.kind === 'answered' && outcome.status < 300;
    if (foreign !== null && !isSite) return refuse(new NoAnswer(foreign));
    if (outcome.kind === 'other-host') return refuse(new NoAnswer('other-host', outcome.host));
    if (outcome.kind !== 'answered') return refuse(new NoAnswer(outcome.kind));
    const reading = readJson(outcome.text);
    if (reading.kind === 'out-of-bounds') return refuse(new NoAnswer('unreadable'));
    const response = {
      status: outcome.status,
      headers: outcome.headers,
      // The SDK parses once more, and copies by hand what it parsed.
      responseText: reading.kind === 'json' ? JSON.stringify(reading.value) : outcome.text,
    };
    if (outcome.status === 429 || outcome.status >= 500) {
      onUnusable(new InTrouble(outcome.status, outcome.headers));
    }
    if (outcome.status < 200 || outcome.status >= 300) throw response;
    if (isMetadata && isOtherIssuer(outcome.text, issuer)) return refuse(new OtherIssuer());
    const body = reading.kind === 'json' ? asRecord(reading.value) : undefined;
    if (body && isExchange) {
      const left = tokensLeftBy(body);
      if (left) onIssued(left);
      const refused = refusalOfTokens(body, clientId);
      if (refused) return refuse(refused);
      if (posted !== undefined) issued = { posted, response };
    }
    return body && Array.isArray(body['keys'])
      ? { ...response, responseText: JSON.stringify({ ...body, keys: signingKeys(body) }) }
      : response;
  };
}

/** A key for encryption verifies nothing, although it could (RFC 7517 section 4.2). */
function signingKeys(keySet: JsonRecord): readonly JsonRecord[] {
  return asRecords(keySet['keys']).filter(({ use }) => use === undefined || use === 'sig');
}

/** The SDK would take the tokens of whoever the metadata name, after the whole sign-up. */
function isOtherIssuer(metadata: string, issuer: string): boolean {
  const named = asRecord(parseJson(metadata))?.['issuer'];
  return typeof named === 'string' && named !== issuer;
}

function bodyOf(data: unknown, contentType: string | null): string | undefined {
  if (data === undefined || typeof data === 'string') return data;
  if (contentType !== 'application/x-www-form-urlencoded') return JSON.stringify(data);
  return new URLSearchParams(data as Record<string, string>).toString();
}

/** What the SDK keeps of one person. */
export interface MemoryStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** Empties it for good: what the SDK still does for somebody who left is kept nowhere. */
  forget(): void;
  readonly isEmpty: boolean;
}

export function createMemoryStorage(): MemoryStorage {
  const items = new Map<string, string>();
  let isForgotten = false;
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (!isForgotten) items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    forget() {
      isForgotten = true;
      items.clear();
    },
    get isEmpty() {
      return items.size === 0;
    },
  };
}
