/** One request at a time. Whoever comes meanwhile is refused by {@link isTaken}, or waits. */
export class Turn {
  #running: Promise<unknown> | undefined;

  constructor(private readonly on: { readonly taken: () => void; readonly free: () => void }) {}

  get isTaken(): boolean {
    return this.#running !== undefined;
  }

  async take<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    this.on.taken();
    const running = work();
    this.#running = running;
    try {
      return await running;
    } finally {
      this.#running = undefined;
      this.on.free();
    }
  }

  async untilFree(): Promise<void> {
    while (this.#running) await Promise.allSettled([this.#running]);
  }
}
