import type { FindingStatus, Verdict } from '../../preload/contract/readiness';
import type { IconName } from '../components/AppIcon.vue';

export type Tone = 'info' | 'success' | 'warning' | 'error' | 'muted';

interface Look {
  readonly icon: IconName;
  readonly tone: Tone;
}

/** How a state looks beside its words; no two share an icon. */
export const statusLooks: Readonly<Record<FindingStatus, Look>> = {
  waiting: { icon: 'clock', tone: 'muted' },
  running: { icon: 'turning', tone: 'info' },
  pass: { icon: 'success', tone: 'success' },
  warn: { icon: 'warning', tone: 'warning' },
  fail: { icon: 'error', tone: 'error' },
  'cannot-tell': { icon: 'unknown', tone: 'warning' },
  'not-checked': { icon: 'skipped', tone: 'muted' },
};

export type Ending = Verdict | 'cancelled';

export const endingLooks: Readonly<Record<Ending, Look>> = {
  ready: { icon: 'success', tone: 'success' },
  'not-ready': { icon: 'error', tone: 'error' },
  'cannot-tell': { icon: 'unknown', tone: 'warning' },
  cancelled: { icon: 'skipped', tone: 'info' },
};
