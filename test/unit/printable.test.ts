import { describe, expect, it } from 'vitest';
import { createLog } from '../../main/log';
import { foreignWords, printable } from '../../main/printable';
import { drawReport } from '../../main/readiness/report';
import { jsonReport } from '../../main/readiness/json-report';
import { loadTexts } from '../../main/texts';
import { connectionTo, look } from './readiness/examining';
import { startFakeOrg } from './readiness/fake-org';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));

/** All that steers a terminal, ends a line or turns the text behind it. */
const steering = [
  ...range(0x00, 0x09),
  ...range(0x0b, 0x1f),
  ...range(0x7f, 0x9f),
  '\u2028',
  '\u2029',
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
];
const isSteering = (text: string) => steering.some((one) => text.includes(one));
const hostile = `a${steering.join('x')}\u001b[2J\u009b31mb`;

describe('what would steer a terminal', () => {
  it('is written as an escape that JSON reads as the same', () => {
    expect(isSteering(printable(JSON.stringify(hostile)))).toBe(false);
    expect(JSON.parse(printable(JSON.stringify(hostile)))).toBe(hostile);
    expect(printable('\u009b31m')).toBe('\\u009b31m');
    expect(printable('Straße, 東京, مرحبا\n')).toBe('Straße, 東京, مرحبا\n');
  });

  it('is no part of what somebody else said', () => {
    expect(isSteering(foreignWords(hostile))).toBe(false);
    expect(foreignWords('two\r\nlines \u202eback')).toBe('two lines back');
  });

  it('never reaches a line of the log', () => {
    const lines: string[] = [];
    createLog((line) => lines.push(line)).warn('http.refused', { reason: hostile });
    const [line = ''] = lines;
    expect(isSteering(line)).toBe(false);
    expect(line.split('\n')).toHaveLength(2);
    expect((JSON.parse(line) as { reason: string }).reason).toBe(hostile);
  });

  it('never reaches a report of the readiness check', async () => {
    const org = await startFakeOrg();
    org.replies['POST /oauth2/v1/interact'] = [
      400,
      { error: 'invalid_request', error_description: hostile },
    ];
    const examination = await look({ connection: connectionTo(org.url) });
    await org.close();
    const texts = await loadTexts('readiness', 'en');
    const flat = (text: string) => text.replaceAll('\n', '');
    for (const format of ['text', 'markdown'] as const) {
      const report = drawReport(examination, format, texts);
      expect(report).toContain('a x');
      expect(isSteering(flat(report))).toBe(false);
    }
    expect(isSteering(JSON.stringify(jsonReport(examination, texts)))).toBe(false);
  });
});
