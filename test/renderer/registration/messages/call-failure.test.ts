import { describe, expect, it } from 'vitest';
import { calls } from '../../../../preload/contract';
import { doorwayErrors, type Failure } from '../../../../preload/contract/define';
import CallFailure from '../../../../renderer/registration/messages/CallFailure.vue';
import { mountWith } from '../../mount-with';

const codes = new Set<string>([
  ...doorwayErrors,
  ...Object.values(calls.registration).flatMap(({ errors }) => errors),
]);

function show(code: string, retryAt: number | null = null, reference: string | null = null) {
  const failure: Failure<string> = { code, reference, retryAfter: null };
  return mountWith(CallFailure, { props: { failure, retryAt } }).wrapper;
}

const appIsToBlame = ['refused', 'invalid-request', 'internal'];

describe('a call that led nowhere', () => {
  it.each([...codes])('says of %s what happened and what to do', (code) => {
    const page = show(code);
    expect(page.text()).not.toMatch(/registration\./);
    expect(page.text().includes('in this app')).toBe(appIsToBlame.includes(code));
    expect(page.findAll('[role="alert"]')).toHaveLength(1);
  });

  it('takes a code nobody foresaw for a fault of the app', () => {
    expect(show('toString').text()).toContain('in this app');
  });

  it.each([
    ['not-available', 'desktop app'],
    ['dismissed', 'Press the button again'],
    ['verification-failed', 'Try again'],
    ['already-registered', 'already holds a passkey'],
    ['not-opened', 'could not be opened'],
  ])('says of %s: “%s”', (code, words) => {
    expect(show(code).text()).toContain(words);
  });

  it('counts down without announcing every second', () => {
    const page = show('too-many-requests', Date.now() + 90_000);
    expect(page.text()).toContain('Time until you can try again: 1:');
    expect(page.get('[role="alert"]').text()).not.toContain('1:');
  });

  it.each([
    [3_540_000, 'Time until you can try again: 59:'],
    [3_700_000, 'You can try again in 2 hours.'],
    [86_400_000, 'You can try again in 1 day.'],
    [86_399_000, 'You can try again in 1 day.'],
    [3 * 86_400_000, 'You can try again in 3 days.'],
    [30 * 86_400_000, 'You can try again later'],
    [1e15, 'You can try again later'],
  ])('says a wait of %i milliseconds as people would: %s', (wait, words) => {
    const page = show('too-many-requests', Date.now() + wait);
    expect(page.get('[data-wait]').text()).toContain(words);
  });

  it('names the host that the org names, for an administrator', () => {
    const failure = { code: 'other-host', reference: null, retryAfter: null, host: 'x.example' };
    const page = mountWith(CallFailure, { props: { failure, retryAt: null } }).wrapper;
    expect(page.text()).toContain('names another address');
    expect(page.text()).toContain('\u2068x.example\u2069');
    expect(page.text()).not.toContain('network');
  });

  it('gives what to read out to support', () => {
    expect(show('internal', null, 'R-7').text()).toContain('R-7');
  });
});
