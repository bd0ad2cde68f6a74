/** Requests of a whole run at most: a sound org of ten thousand apps takes some sixty. */
const mostRequests = 500;
/** Milliseconds of a whole run at most: nobody waits longer at a screen, and a script must end. */
const longestRun = 120_000;
/** Characters of a whole run at most: all of it is in memory at once. */
const mostCharacters = 32 * 1024 * 1024;

export interface BudgetLimits {
  readonly requests: number;
  /** Milliseconds. */
  readonly milliseconds: number;
  readonly characters: number;
}

/** What a run may still take of an org and of this computer. */
export interface Budget {
  /** Ends what is on its way when the time is over. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left. */
  left(): number;
  /** Takes one request; false where none is left. */
  takeRequest(): boolean;
  /** Takes what an answer weighs; false where it is too much. */
  takeCharacters(count: number): boolean;
  /** Whether something was refused, or ended, for want of time, requests or room. */
  readonly isSpent: boolean;
  /** The run has ended: no timer outlives it. */
  end(): void;
}

/** A request that was not sent, or an answer that was not read, because the budget was spent. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** A budget for one run, which begins now. */
export function openBudget(limits: Partial<BudgetLimits> = {}): Budget {
  const {
    requests = mostRequests,
    milliseconds = longestRun,
    characters = mostCharacters,
  } = limits;
  const ending = new AbortController();
  const began = performance.now();
  const timer = setTimeout(() => ending.abort(new BudgetSpent()), milliseconds);
  let requestsTaken = 0;
  let charactersTaken = 0;
  let wasRefused = false;
  const left = () => Math.max(0, milliseconds - (performance.now() - began));
  return {
    signal: ending.signal,
    left,
    takeRequest() {
      const isThere = requestsTaken < requests && !ending.signal.aborted;
      if (isThere) requestsTaken += 1;
      else wasRefused = true;
      return isThere;
    },
    takeCharacters(count) {
      charactersTaken += count;
      if (charactersTaken > characters) wasRefused = true;
      return charactersTaken <= characters;
    },
    get isSpent() {
      return wasRefused || ending.signal.aborted;
    },
    end: () => clearTimeout(timer),
  };
}
