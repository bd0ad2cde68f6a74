import type { IdxResponse, Remediation } from './idx/remediation';
import { pollOf } from './view/step-view';

/** Okta's widget waits this long when it polled too often, in milliseconds. */
const limitedInterval = 60_000;

/** Asks the org at its own pace whether the person has done their part elsewhere. */
export class Polling {
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isLimited = false;
  /** When the next question is due, in milliseconds since the epoch; null where none is. */
  nextAt: number | null = null;

  constructor(
    private readonly ask: (question: Remediation) => Promise<void>,
    private readonly onFailed: (error: unknown) => void,
  ) {}

  /** Plans the next question as the answer describes it, if it asks for any. */
  schedule(response: IdxResponse): void {
    this.stop();
    const plan = pollOf(response);
    if (!plan) return;
    const slowed = Math.min(plan.interval * 2 ** this.#failures, limitedInterval);
    const wait = this.#isLimited ? limitedInterval : slowed;
    this.nextAt = Date.now() + wait;
    this.#timer = setTimeout(() => void this.ask(plan.question).catch(this.onFailed), wait);
  }

  /** The last question got no usable answer. */
  backOff(isLimited: boolean): void {
    this.#failures = Math.min(this.#failures + 1, 6);
    this.#isLimited = isLimited;
  }

  /** The org answers again. */
  resume(): void {
    this.#failures = 0;
    this.#isLimited = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.nextAt = null;
  }
}
