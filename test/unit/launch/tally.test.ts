import { describe, expect, it } from 'vitest';
import {
  lastSummary,
  settle,
  sum,
  tallyMutants,
  tallyPlaywright,
  tallyVitest,
} from '../../../main/launch/tally.mjs';

describe('the count of a suite', () => {
  it('counts a Vitest file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(tallyVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a mutant that nothing noticed as a failure', () => {
    expect(tallyMutants({ tried: 9, noticed: 7 })).toEqual({ passed: 7, failed: 2, skipped: 0 });
  });

  it('counts flaky tests and errors outside of tests as failures of Playwright', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('never hides that a suite ended badly', () => {
    expect(settle(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(settle({ passed: 2, failed: 0, skipped: 0 }, null).failed).toBe(1);
    expect(settle({ passed: 2, failed: 3, skipped: 0 }, 1).failed).toBe(3);
    expect(settle({ passed: 2, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it('adds up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe('lastSummary', () => {
  it('is the last paragraph of the runner’s counts', () => {
    const output = ' 1 passed\n\nnoise\n\n  1 failed\n    [e2e] › a test\n  5 passed (3s)\n\nend\n';
    expect(lastSummary(output, /^ +\d+ passed/m)).toBe(
      '  1 failed\n    [e2e] › a test\n  5 passed (3s)',
    );
    expect(lastSummary('nothing', /^ +\d+ passed/m)).toBe('');
  });
});
