import { expect, it } from 'vitest';
import { createAccess } from '../../../../main/shell/browser/access';

it('takes a ticket once, and none that is too old or was never given out', () => {
  let now = 0;
  const access = createAccess(4000, () => now);
  const [first, second] = [access.createTicket('person'), access.createTicket('all')];
  expect(access.takeTicket(first)).toBe('person');
  expect(access.takeTicket(first)).toBeNull();
  expect(access.takeTicket('made up')).toBeNull();
  now += 60_000;
  expect(access.takeTicket(second)).toBeNull();
});

it.each([undefined, 'cross-site', 'same-site', 'none'])(
  'opens no stream of events for a page that is %s',
  (site) => {
    const { isOwnStream, origin } = createAccess(4000);
    const told = site === undefined ? {} : { 'sec-fetch-site': site };
    expect(isOwnStream(told)).toBe(false);
    expect(isOwnStream({ ...told, origin })).toBe(false);
  },
);

it('opens one for its own page, and for no other origin that says so', () => {
  const { isOwnStream, origin } = createAccess(4000);
  expect(isOwnStream({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(isOwnStream({ 'sec-fetch-site': 'same-origin', origin })).toBe(true);
  expect(isOwnStream({ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4001' })).toBe(
    false,
  );
});
