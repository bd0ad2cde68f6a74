import type { StepView } from '../../preload/contract/registration/step';

/** Milliseconds before another code may be asked for; Okta's own widget waits as long. */
const resendDelay = 30_000;

/** Remembers when a code was last sent, so that a wrong code does not start the wait again. */
export class ResendClock {
  #step: string | undefined;
  #sentAt = 0;

  constructor(private readonly now: () => number) {}

  /** Another code was asked for. */
  restart(): void {
    this.#sentAt = this.now();
  }

  /** When asking again is polite, in milliseconds since the epoch; null where it is not offered. */
  at(view: StepView): number | null {
    const step = `${view.step} ${view.authenticator?.key ?? ''} ${view.delivery?.channel ?? ''}`;
    if (step !== this.#step) {
      this.#step = step;
      this.#sentAt = this.now();
    }
    const canResend = view.actions.some(({ kind }) => kind === 'resend');
    return canResend ? this.#sentAt + resendDelay : null;
  }
}
