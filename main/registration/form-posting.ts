import { fail, ok, type Result } from '../../preload/contract/define';
import type { RegistrationState } from '../../preload/contract/registration';
import type { submitErrors } from '../../preload/contract/registration/request';
import { obtainCaptchaAndPasskey } from './captcha-and-passkey';
import type { IdxResponse, Remediation } from './idx/remediation';
import { type BodyOutcome, type FormValues, toRequestBody, withObtained } from './idx/request-body';
import type { SignUp } from './sign-up';
import type { Connection } from '../network/connection';
import type { RegistrationPorts } from './ports';
import type { Conversation } from './conversation';
import { toFailure, type Unanswered } from './unanswered';

export type SubmitResult = Result<RegistrationState, (typeof submitErrors)[number]>;

type FormPostingPorts = Pick<RegistrationPorts, 'orgPages' | 'language'> & {
  readonly org: Connection;
};

/** Sends a form so that nothing is sent twice, and everything that it needs is there. */
export class FormPosting {
  readonly #givenUp = new AbortController();

  constructor(
    private readonly ports: FormPostingPorts,
    private readonly conversation: Conversation,
    private readonly signUp: SignUp,
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
    this.signUp.noteTyped(values);
    return this.#sendBody(remediation, prepared.body);
  }

  /** Exchanges the code of a finished sign-up for tokens. */
  async finish(interactionCode: string): Promise<SubmitResult> {
    const finish = await this.signUp.finish(interactionCode);
    if (typeof finish !== 'string') return toFailure(finish);
    return finish === 'finished' ? ok(this.signUp.state) : fail('no-registration');
  }

  /** Asks where the org stands and shows its answer, also where it is the same step as before. */
  async check(): Promise<SubmitResult> {
    const { interactionCode } = this.signUp;
    if (interactionCode !== undefined) return this.finish(interactionCode);
    const asked = await this.#ask();
    return asked.ok ? this.#resultOf(await this.signUp.settle(asked.value)) : asked;
  }

  /** Ends what is waited for outside the wizard. */
  giveUp(): void {
    this.#givenUp.abort();
  }

  async #sendBody(remediation: Remediation, body: object): Promise<SubmitResult> {
    const { interactionCode } = this.signUp;
    if (interactionCode !== undefined) return this.finish(interactionCode);
    if (this.conversation.isUncertain) {
      const moved = await this.#catchUp();
      if (moved) return moved;
    }
    const obtained = await this.#obtainCaptchaAndPasskey(remediation);
    if (!obtained.ok) return obtained;
    const outcome = await this.conversation.post(
      remediation.href,
      withObtained(body, remediation, obtained.value),
    );
    if (this.signUp.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return toFailure(outcome);
    if (outcome.response.status < 400) this.signUp.noteTaken(remediation);
    return this.#resultOf(await this.signUp.settle(outcome.response));
  }

  async #obtainCaptchaAndPasskey(
    remediation: Remediation,
  ): Promise<Result<Readonly<Record<string, string>>, (typeof submitErrors)[number]>> {
    const { response } = this.signUp.screen;
    if (!response) return fail('no-registration');
    const outcome = await obtainCaptchaAndPasskey(remediation, {
      response,
      orgPages: this.ports.orgPages,
      orgUrl: this.ports.org.orgUrl,
      language: this.ports.language,
      get: (url, posted) => this.conversation.get(url, posted),
      signal: this.#givenUp.signal,
    });
    if (this.signUp.isClosed) return fail('no-registration');
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
    const opened = await this.conversation.openEmailLink(href);
    if (this.signUp.isClosed) return fail('no-registration');
    const location = opened.kind === 'opened' ? opened.location : null;
    const field = this.signUp.screen.codeField;
    if (location !== null && field) {
      const values = { [field.name]: location };
      // No org's address here: a link that leads to a link is not followed further.
      const built = this.#build(remediation, values, '');
      if (built.kind === 'body') return this.#sendBody(remediation, built.body);
      if (built.kind === 'foreign-link') return fail(built.kind);
    }
    const moved = await this.#catchUp();
    if (moved) return moved;
    return opened.kind === 'unanswered' ? toFailure(opened.why) : fail('link-without-effect');
  }

  #build(remediation: Remediation, values: FormValues, orgUrl: string): BodyOutcome {
    return toRequestBody(remediation, values, {
      stateHandle: this.signUp.screen.stateHandle,
      authenticatorKey: this.signUp.screen.step?.authenticatorKey,
      code: { state: this.conversation.state, orgUrl },
    });
  }

  /** Learns where the org stands; null where it still waits for what is about to be sent. */
  async #catchUp(): Promise<SubmitResult | null> {
    if (this.signUp.screen.stateHandle === undefined) return null;
    const asked = await this.#ask();
    if (!asked.ok) return asked;
    if (this.signUp.screen.isAboutSameStep(asked.value)) return null;
    return this.#resultOf(await this.signUp.moveTo(asked.value));
  }

  async #ask(): Promise<Result<IdxResponse, (typeof submitErrors)[number]>> {
    const { stateHandle } = this.signUp.screen;
    if (stateHandle === undefined) return fail('no-registration');
    const outcome = await this.conversation.introspect(stateHandle);
    if (this.signUp.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return toFailure(outcome);
    return ok(outcome.response);
  }

  #resultOf(unanswered: Unanswered | null): SubmitResult {
    return unanswered ? toFailure(unanswered) : ok(this.signUp.state);
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
