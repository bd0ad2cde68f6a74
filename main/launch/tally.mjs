/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts of a Vitest JSON report. A file that could not be loaded has no tests to count and is a
 * failure by itself.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of a Playwright JSON report. A test that passed only when tried again has failed; errors
 * outside any test count one each.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Counts of a run of mutants: one that no test noticed has failed.
 * @param {{ tried: number, noticed: number }} report
 * @returns {Tally}
 */
export function tallyMutants({ tried, noticed }) {
  return { passed: noticed, failed: tried - noticed, skipped: 0 };
}

/**
 * A suite that ends badly without a failure to show for it counts as one.
 * @param {Tally | null} tally null where there is no report
 * @param {number | null} code
 * @returns {Tally}
 */
export function settle(tally, code) {
  const counted = tally ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * The summary a runner ends its output with: the last paragraph with a line like `marker`.
 * @param {string} output without colours
 * @param {RegExp} marker
 */
export function lastSummary(output, marker) {
  const paragraphs = output.split(/\n[^\S\n]*\n/);
  return paragraphs.findLast((paragraph) => marker.test(paragraph))?.trimEnd() ?? '';
}
