import { cannotTell, type Outcome, pass, warn } from '../outcome';
import type { Visit } from './visit';

/** Milliseconds for an answer from which on people take it for a fault. */
const slow = 3000;

/** How long the org's answers took, on this network. */
export async function checkLatency({ timings }: Visit): Promise<Outcome> {
  const sorted = timings.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const longest = sorted.at(-1);
  if (middle === undefined || longest === undefined)
    return cannotTell([], { summary: 'no-answer' });
  const seen = [
    { label: 'medianLatency' as const, value: `${middle} ms` },
    { label: 'longestLatency' as const, value: `${longest} ms` },
  ];
  return middle > slow ? warn([], { seen, summary: 'slow-org' }) : pass({ seen });
}
