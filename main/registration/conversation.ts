import type { OktaAuth } from '@okta/okta-auth-js/idx';
import type { Connection } from '../network/connection';
import { createOktaHttp, type OktaHttp } from '../network/okta-http';
import { readJson } from '../network/read-json';
import type { PersonalNetwork } from '../platform';
import { createIdxClient, type IdxClient, type IdxOutcome } from './idx/idx-client';
import {
  createMemoryStorage,
  createOktaClient,
  InTrouble,
  NoAnswer,
  type Unusable,
} from './okta-client';
import type { RegistrationPorts } from './ports';
import { type StartFailure, toStartFailure } from './start-failure';
import { RefusedTokens, type UnclaimedTokens } from './token-answer';
import { mayHaveActed, type Unanswered, unansweredBy, unansweredOf } from './unanswered';
import {
  exchangeInteractionCode,
  type ExchangeOutcome,
  toExchangeRejection,
  unreadableTokens,
  type TransactionMeta,
} from './tokens';

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly outcome: IdxOutcome }
  | { readonly kind: 'failed'; readonly failure: StartFailure };

interface NotAnswered {
  readonly kind: 'unanswered';
  readonly why: Unanswered;
}

/** Null where the org says that there is none. */
export type Given = { readonly kind: 'given'; readonly value: unknown } | NotAnswered;

/** What a mail's link led on to, if anything. */
export type OpenedLink =
  { readonly kind: 'opened'; readonly location: string | null } | NotAnswered;

type ConversationPorts = Pick<RegistrationPorts, 'language' | 'log' | 'now'> & {
  readonly connection: Connection;
  readonly network: PersonalNetwork;
};

/** How the org is told that somebody gives up. */
export interface Farewell {
  readonly href: string;
  readonly stateHandle: string | undefined;
}

/** What is said to the org for one person: an SDK, a network and handles of its own. */
export class Conversation {
  #sdk: OktaAuth | undefined;
  #idx: IdxClient | undefined;
  #meta: TransactionMeta | undefined;
  /** What the SDK's last error stood for. */
  #unusable: Unusable | undefined;
  #unclaimed: UnclaimedTokens | null = null;
  /** A request got no answer: the org may have moved on, so ask before sending again. */
  #isUncertain = false;
  /** What the SDK keeps of the person. */
  readonly storage = createMemoryStorage();
  #isAborted = false;
  #closing: 'not-begun' | 'begun' | 'done' = 'not-begun';
  readonly #http: OktaHttp;

  constructor(private readonly ports: ConversationPorts) {
    this.#http = this.#openHttp();
  }

  /** The OAuth `state` that links and redirects of this sign-up carry. */
  get state(): string | undefined {
    return this.#meta?.state;
  }

  /** Server clock minus this machine's, in milliseconds. */
  get clockOffset(): number {
    return this.#idx?.clockOffset ?? 0;
  }

  /** Metadata, `interact` and the first `introspect`. */
  async open(): Promise<OpenOutcome> {
    const { connection, now } = this.ports;
    const isOrgIssuer = connection.issuer === connection.orgUrl;
    let handle: string;
    try {
      const sdk = await createOktaClient(
        connection,
        this.#http,
        this.storage,
        (failure) => (this.#unusable = failure),
        (tokens) => (this.#unclaimed = tokens),
      );
      const { meta, interactionHandle } = await sdk.idx.interact();
      const { codeVerifier, nonce, state } = meta;
      this.#sdk = sdk;
      this.#meta = { codeVerifier: codeVerifier ?? '', nonce: nonce ?? '', state: state ?? '' };
      this.#idx = createIdxClient({
        http: this.#http,
        orgUrl: connection.orgUrl,
        userAgent: sdk._oktaUserAgent.getHttpHeader(),
        now,
      });
      handle = interactionHandle;
    } catch (thrown) {
      return { kind: 'failed', failure: toStartFailure(thrown, this.#unusable, { isOrgIssuer }) };
    }
    return {
      kind: 'opened',
      outcome: await this.#opened().introspect({ interactionHandle: handle }),
    };
  }

  get isUncertain(): boolean {
    return this.#isUncertain;
  }

  /** Posts a form. Where no answer comes, nobody knows whether the org acted on it. */
  async post(href: string, body: object): Promise<IdxOutcome> {
    const outcome = await this.ask(href, body);
    if (outcome.kind !== 'response') this.#isUncertain = mayHaveActed(outcome);
    return outcome;
  }

  /** Posts what changes nothing at the org: a poll, or the way to a form. */
  async ask(href: string, body: object): Promise<IdxOutcome> {
    return this.#opened().post(href, body);
  }

  /** Where the sign-up stands at the org, after a request whose answer never came. */
  async introspect(stateHandle: string): Promise<IdxOutcome> {
    const outcome = await this.#opened().introspect({ stateToken: stateHandle });
    if (outcome.kind === 'response') this.#isUncertain = false;
    return outcome;
  }

  /** JSON that the org gives besides its forms, asked for by POST where there is something to post. */
  async get(url: string, posted?: object): Promise<Given> {
    const outcome = await this.#http.send(
      posted
        ? {
            method: 'POST',
            url,
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(posted),
          }
        : { method: 'GET', url },
    );
    const why = unansweredBy(outcome, this.#serverNow());
    if (why !== null) return { kind: 'unanswered', why };
    const isGiven = outcome.kind === 'answered' && outcome.status === 200;
    const reading = isGiven ? readJson(outcome.text) : null;
    return { kind: 'given', value: reading?.kind === 'json' ? reading.value : null };
  }

  /**
   * Opens the link of a mail, as a browser would. The address it leads on to may hold the code;
   * it is not followed, since it belongs to whoever the org calls back.
   */
  async openEmailLink(href: string): Promise<OpenedLink> {
    const outcome = await this.#http.send({
      method: 'GET',
      url: href,
      redirect: 'manual',
      // The link works once; a second request would find it spent.
      hasEffect: true,
    });
    // A link leads to a page, of the org or of whoever is called back.
    if ('status' in outcome && outcome.status < 400) {
      return { kind: 'opened', location: outcome.headers['location'] ?? null };
    }
    const why = unansweredBy(outcome, this.#serverNow());
    if (why === null) return { kind: 'opened', location: null };
    this.#isUncertain = mayHaveActed(why);
    return { kind: 'unanswered', why };
  }

  /** `unanswered`: the org did not say, so that the code, or what came for it, may still be good. */
  async exchange(interactionCode: string): Promise<ExchangeOutcome | NotAnswered> {
    if (!this.#sdk || !this.#meta) throw new Error('The transaction is not open');
    this.#unusable = undefined;
    try {
      return await exchangeInteractionCode(this.#sdk, interactionCode, this.#meta);
    } catch (thrown) {
      const refused = this.#refusedTokens();
      if (refused) return { kind: 'rejected', ...refused };
      const silence = this.#lastSilence();
      if (!silence) return toExchangeRejection(thrown);
      const why = unansweredOf(silence, this.#serverNow());
      return why === null ? unreadableTokens : { kind: 'unanswered', why };
    }
  }

  /** Tokens that were issued and that nobody took over, once. */
  takeUnclaimed(): UnclaimedTokens | null {
    const unclaimed = this.#unclaimed;
    this.#unclaimed = null;
    return unclaimed;
  }

  get isAborted(): boolean {
    return this.#isAborted;
  }

  /** Ends what is on its way, and lets nothing more begin. */
  abort(): void {
    this.#isAborted = true;
    this.#http.abort();
  }

  get hasHandles(): boolean {
    return this.#meta !== undefined;
  }

  /** Drops what links and codes of this sign-up are known by, and the secret of its exchange. */
  forgetHandles(): void {
    this.#meta = undefined;
    this.#unusable = undefined;
  }

  get hasUnclaimed(): boolean {
    return this.#unclaimed !== null;
  }

  get isClosed(): boolean {
    return this.#closing === 'done';
  }

  /**
   * Aborts what is on its way, tells the org where it offered a way to, drops the network. Does so
   * once.
   */
  async close(farewell: Farewell | null): Promise<void> {
    if (this.#closing !== 'not-begun') return;
    this.#closing = 'begun';
    this.abort();
    if (farewell) {
      await this.#openHttp().send({
        method: 'POST',
        url: farewell.href,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ stateHandle: farewell.stateHandle }),
        timeout: 5_000,
      });
    }
    await this.ports.network.close();
    this.#closing = 'done';
  }

  #refusedTokens(): Pick<RefusedTokens, 'reason' | 'misconfigurations'> | undefined {
    if (!(this.#unusable instanceof RefusedTokens)) return undefined;
    const { reason, misconfigurations } = this.#unusable;
    return { reason, misconfigurations };
  }

  #lastSilence(): NoAnswer | InTrouble | undefined {
    const unusable = this.#unusable;
    const isSilence = unusable instanceof NoAnswer || unusable instanceof InTrouble;
    return isSilence ? unusable : undefined;
  }

  #serverNow(): number {
    return this.ports.now() + this.clockOffset;
  }

  #opened(): IdxClient {
    if (!this.#idx) throw new Error('The transaction is not open');
    return this.#idx;
  }

  #openHttp(): OktaHttp {
    const { connection, network, language, log } = this.ports;
    const allowedOrigins = [connection.orgUrl, new URL(connection.issuer).origin];
    return createOktaHttp({ fetch: network.fetch, allowedOrigins, language, log });
  }
}
