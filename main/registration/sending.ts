import { fail, ok, type Result } from '../../preload/contract/define';
import type { RegistrationState } from '../../preload/contract/registration';
import type { submitErrors } from '../../preload/contract/registration/request';
import { performCeremony } from './ceremony';
import type { IdxResponse, Remediation } from './idx/remediation';
import { type BodyOutcome, type FormValues, toRequestBody } from './idx/request-body';
import type { Journey } from './journey';
import type { Connection } from '../network/connection';
import type { RegistrationPorts } from './ports';
import type { Stage } from './stage';
import type { Transaction } from './transaction';
import { mayHaveActed, toFailure, type Unanswered } from './unanswered';

export type SubmitResult = Result<RegistrationState, (typeof submitErrors)[number]>;

type SendingPorts = Pick<RegistrationPorts, 'orgPages' | 'language'> & { readonly org: Connection };

/** Sends a form so that nothing is sent twice, and everything that it needs is there. */
export class Sending {
  readonly #givenUp = new AbortController();

  constructor(
    private readonly ports: SendingPorts,
    private readonly transaction: Transaction,
    private readonly stage: Stage,
    private readonly journey: Journey,
  ) {}

  /** What a form would post; nothing is sent yet. */
  prepare(remediation: Remediation, values: FormValues): BodyOutcome {
    return this.#build(remediation, values, this.ports.org.orgUrl);
  }

  async send(
    remediation: Remediation,
    values: FormValues,
    prepared: BodyOutcome,
  ): Promise<SubmitResult> {
    if (prepared.kind === 'email-link') return this.#followEmailLink(remediation, prepared.href);
    if (prepared.kind !== 'body') return refusal(prepared);
    this.stage.rememberPerson(values);
    return this.#sendBody(remediation, values);
  }

  /** Exchanges the code of a finished sign-up for tokens. */
  async finish(interactionCode: string): Promise<SubmitResult> {
    const finish = await this.journey.finish(interactionCode);
    if (typeof finish !== 'string') return toFailure(finish);
    return finish === 'finished' ? ok(this.journey.state) : fail('no-registration');
  }

  /** Asks where the org stands and shows its answer, also where it is the same step as before. */
  async check(): Promise<SubmitResult> {
    const { interactionCode } = this.journey;
    if (interactionCode !== undefined) return this.finish(interactionCode);
    const asked = await this.#ask();
    return asked.ok ? this.#resultOf(await this.journey.settle(asked.value)) : asked;
  }

  /** Ends what is waited for outside the wizard. */
  giveUp(): void {
    this.#givenUp.abort();
  }

  async #sendBody(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const { interactionCode } = this.journey;
    if (interactionCode !== undefined) return this.finish(interactionCode);
    if (this.transaction.isUncertain) {
      const moved = await this.#catchUp();
      if (moved) return moved;
    }
    const ceremony = await this.#performCeremony(remediation);
    if (!ceremony.ok) return ceremony;
    const built = this.#build(remediation, values, this.ports.org.orgUrl, ceremony.value);
    if (built.kind !== 'body') return fail('invalid-values');
    const outcome = await this.transaction.post(remediation.href, built.body);
    if (this.journey.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') {
      this.transaction.isUncertain = mayHaveActed(outcome);
      return toFailure(outcome);
    }
    if (outcome.response.status < 400) {
      this.journey.isAccountCreated ||= remediation.name === 'enroll-profile';
      this.stage.focus(null);
      if (remediation.name === 'resend') this.stage.codeWasSent();
    }
    return this.#resultOf(await this.journey.settle(outcome.response));
  }

  async #performCeremony(
    remediation: Remediation,
  ): Promise<Result<Readonly<Record<string, string>>, (typeof submitErrors)[number]>> {
    const { response } = this.stage;
    if (!response) return fail('no-registration');
    const outcome = await performCeremony(remediation, {
      response,
      orgPages: this.ports.orgPages,
      orgUrl: this.ports.org.orgUrl,
      language: this.ports.language,
      get: (url, posted) => this.transaction.get(url, posted),
      signal: this.#givenUp.signal,
    });
    if (this.journey.isClosed) return fail('no-registration');
    switch (outcome.kind) {
      case 'values':
        return ok(outcome.values);
      case 'unanswered':
        return toFailure(outcome.why);
      case 'failed':
        return fail(outcome.code);
    }
  }

  /** A link without a code finishes the step at the org; asking where it stands shows it. */
  async #followEmailLink(remediation: Remediation, href: string): Promise<SubmitResult> {
    const opened = await this.transaction.openEmailLink(href);
    if (this.journey.isClosed) return fail('no-registration');
    const location = opened.kind === 'opened' ? opened.location : null;
    const field = this.stage.codeField;
    if (location !== null && field) {
      const values = { [field.name]: location };
      // No org's address here: a link that leads to a link is not followed further.
      const built = this.#build(remediation, values, '');
      if (built.kind === 'body') return this.#sendBody(remediation, values);
      if (built.kind === 'foreign-link') return fail(built.kind);
    }
    if (opened.kind === 'unanswered') this.transaction.isUncertain = mayHaveActed(opened.why);
    const moved = await this.#catchUp();
    if (moved) return moved;
    return opened.kind === 'unanswered' ? toFailure(opened.why) : fail('link-without-effect');
  }

  #build(
    remediation: Remediation,
    values: FormValues,
    orgUrl: string,
    ceremony: Readonly<Record<string, string>> = {},
  ): BodyOutcome {
    return toRequestBody(remediation, values, {
      stateHandle: this.stage.stateHandle,
      authenticatorKey: this.stage.step?.authenticatorKey,
      code: { state: this.transaction.state, orgUrl },
      ceremony,
    });
  }

  /** Learns where the org stands; null where it still waits for what is about to be sent. */
  async #catchUp(): Promise<SubmitResult | null> {
    if (this.stage.stateHandle === undefined) return null;
    const asked = await this.#ask();
    if (!asked.ok) return asked;
    if (this.stage.isAboutSameStep(asked.value)) return null;
    this.stage.focus(null);
    return this.#resultOf(await this.journey.settle(asked.value));
  }

  async #ask(): Promise<Result<IdxResponse, (typeof submitErrors)[number]>> {
    const { stateHandle } = this.stage;
    if (stateHandle === undefined) return fail('no-registration');
    const outcome = await this.transaction.introspect(stateHandle);
    if (this.journey.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return toFailure(outcome);
    this.transaction.isUncertain = false;
    return ok(outcome.response);
  }

  #resultOf(unanswered: Unanswered | null): SubmitResult {
    return unanswered ? toFailure(unanswered) : ok(this.journey.state);
  }
}

/** Said before anything is sent. */
function refusal({
  kind,
}: Exclude<BodyOutcome, { kind: 'body' | 'email-link' }>): Result<
  never,
  (typeof submitErrors)[number]
> {
  return fail(kind === 'invalid' ? 'invalid-values' : kind);
}
