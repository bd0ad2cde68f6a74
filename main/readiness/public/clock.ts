import { cannotTell, failed, type Outcome, pass, warn } from '../outcome';
import type { Visit } from './visit';

/** Seconds that auth-js allows (`maxClockSkew`), and from which on it is worth a word. */
const allowed = 300;
const noteworthy = 60;

/** By how much the org's clock differs from this computer's; a token would be refused for it. */
export async function checkClock({ timings }: Visit): Promise<Outcome> {
  const skew = timings.findLast((timing) => timing.skew !== null)?.skew ?? null;
  if (skew === null) return cannotTell([], { summary: 'no-date' });
  const seconds = Math.round(skew / 1000);
  const seen = [
    {
      label: 'clockDifference' as const,
      value: `${seconds > 0 ? '+' : ''}${seconds} s`,
      api: 'Date',
    },
  ];
  if (Math.abs(seconds) > allowed) return failed(['clock-skew'], { seen });
  return Math.abs(seconds) > noteworthy ? warn(['clock-skew'], { seen }) : pass({ seen });
}
