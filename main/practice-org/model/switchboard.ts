import { createInjections, type Injections } from './injections';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly at: string;
  /** The page and the origin that a browser names, by which providers of captchas judge. */
  readonly referer?: string;
  readonly origin?: string;
  /** What a form of a sign-up was filled in with, where the org keeps it. */
  readonly body?: unknown;
}

/** What tests and training steer from outside. */
export interface Switchboard {
  isDown: boolean;
  /** Milliseconds before each answer, as on a bad network. */
  delay: number;
  /** Answers that stand in for the org's own. */
  readonly injections: Injections;
  note(request: Omit<SeenRequest, 'at'>): void;
  requests(): readonly SeenRequest[];
  forgetRequests(): void;
}

const kept = 10_000;

/** `keepsBodies` is for tests and tools: what people type into the app is nobody's business. */
export function createSwitchboard(now: () => number, keepsBodies: boolean): Switchboard {
  let seen: SeenRequest[] = [];
  return {
    isDown: false,
    delay: 0,
    injections: createInjections(),
    note({ body, ...request }) {
      const at = new Date(now()).toISOString();
      const isKept = keepsBodies && body !== undefined;
      seen.push({ ...request, at, ...(isKept && { body }) });
      if (seen.length > kept) seen.shift();
    },
    requests: () => seen,
    forgetRequests: () => {
      seen = [];
    },
  };
}
