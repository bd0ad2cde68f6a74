export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly at: string;
}

/** What tests and training steer from outside. */
export interface Switchboard {
  isDown: boolean;
  /** Milliseconds before each answer, as on a bad network. */
  delay: number;
  note(method: string, path: string): void;
  requests(): readonly SeenRequest[];
  forgetRequests(): void;
}

const kept = 10_000;

export function createSwitchboard(now: () => number): Switchboard {
  let seen: SeenRequest[] = [];
  return {
    isDown: false,
    delay: 0,
    note(method, path) {
      seen.push({ method, path, at: new Date(now()).toISOString() });
      if (seen.length > kept) seen.shift();
    },
    requests: () => seen,
    forgetRequests: () => {
      seen = [];
    },
  };
}
