import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../main/practice-org/api/filter';

const event = { eventType: 'user.lifecycle.create', outcome: { result: 'SUCCESS', reason: null } };

describe('a filter', () => {
  it.each([
    ['eventType eq "user.lifecycle.create"', true],
    ['eventType eq "user"', false],
    ['eventType sw "user."', true],
    ['eventType co "cycle"', true],
    ['eventType ne "user"', true],
    ['outcome.result eq "SUCCESS" and eventType sw "app."', false],
    ['outcome.result eq "SUCCESS" or eventType sw "app."', true],
    ['eventType sw "app." and outcome.result eq "x" or outcome.result eq "SUCCESS"', true],
    ['eventType sw "app." and (outcome.result eq "x" or outcome.result eq "SUCCESS")', false],
    ['outcome.reason eq ""', true],
    ['nothing.here eq "x"', false],
    ['eventType eq "a \\" b"', false],
  ])('%s', (text, isMatch) => {
    expect(parseFilter(text)?.(event)).toBe(isMatch);
  });

  it.each([
    'eventType',
    'eventType eq',
    'eventType eq user',
    'a eq "b" and',
    '(a eq "b"',
    'a xx "b"',
    'a eq "b" c',
  ])('that is no filter is not taken for one: %s', (text) => expect(parseFilter(text)).toBeNull());

  it('that is absent lets everything through', () => {
    expect(parseFilter(null)?.(event)).toBe(true);
  });
});
