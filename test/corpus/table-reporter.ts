import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const results = fileURLToPath(new URL('../../test-results', import.meta.url));

/** What each recording has come to: its step, and what is missing on its page. */
export default class TableReporter implements Reporter {
  readonly #rows = new Map<string, readonly string[]>();

  onTestEnd({ title }: TestCase, result: TestResult): void {
    const noted = (type: string) =>
      result.annotations.flatMap((one) => (one.type === type ? [one.description ?? ''] : []));
    const missing = noted('missing');
    const reason = missing.length > 0 ? missing : [result.error?.message?.split('\n')[0] ?? ''];
    const skipped = `skipped: ${noted('skip').join()}`;
    const verdicts = { passed: ['passed'], skipped: [skipped] };
    const verdict = verdicts[result.status as keyof typeof verdicts] ?? reason;
    this.#rows.set(title, [title, noted('step').join(), verdict.join('; ')]);
  }

  onEnd(): void {
    const rows = [['file', 'step', 'result'], ...[...this.#rows.values()].sort(byFirst)];
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    const table = `${lines.join('\n')}\n`;
    process.stdout.write(`\n${table}\n`);
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'corpus.txt'), table);
  }
}

function byFirst([one = '']: readonly string[], [other = '']: readonly string[]): number {
  return one.localeCompare(other);
}
