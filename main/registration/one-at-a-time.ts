/** Runs one piece of work at a time. Who comes meanwhile asks {@link isRunning}, or waits. */
export class OneAtATime {
  #running: Promise<unknown> | undefined;

  constructor(private readonly on: { readonly begun: () => void; readonly done: () => void }) {}

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    this.on.begun();
    const running = work();
    this.#running = running;
    try {
      return await running;
    } finally {
      this.#running = undefined;
      this.on.done();
    }
  }

  async untilIdle(): Promise<void> {
    while (this.#running) await Promise.allSettled([this.#running]);
  }
}
