import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fail } from '../../../preload/contract/define';
import type { PastRun } from '../../../preload/contract/readiness';
import { finding } from '../fake-bridge';
import { openCheck } from './check';

const done = { state: 'done', verdict: 'ready', startedAt: 1, findings: [finding()] } as const;
const result = { ...done, findings: [...done.findings] };

function clipboard(write: (text: string) => Promise<void>) {
  const spy = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write);
  onTestFinished(() => spy.mockRestore());
  return spy;
}

describe('the copy for the administrator', () => {
  it.each([
    ['Copy as text', 'The report as text'],
    ['Copy as Markdown', 'The report as markdown'],
  ])('%s', async (label, text) => {
    const write = clipboard(async () => {});
    const check = await openCheck();
    await check.push(result);
    await check.click(label);
    expect(write.mock.calls).toEqual([[text]]);
    expect(check.app.announcement).toBe('Copied');
    expect(check.wrapper.find('textarea').exists()).toBe(false);
  });

  it('can be made by hand where the clipboard is closed', async () => {
    clipboard(async () => Promise.reject(new Error('not allowed')));
    const check = await openCheck();
    await check.push(result);
    await check.click('Copy as text');
    expect(check.wrapper.get('[role=alert]').text()).toContain('could not be copied');
    const box = check.wrapper.get('textarea');
    expect(box.element.value).toBe('The report as text');
    expect(box.element.readOnly).toBe(true);
    expect(document.activeElement).toBe(box.element);
  });

  it('says when there is no report', async () => {
    const check = await openCheck({ report: async () => fail('internal') });
    await check.push(result);
    await check.click('Copy as text');
    expect(check.wrapper.get('[role=alert]').text()).not.toBe('');
    expect(check.wrapper.find('textarea').exists()).toBe(false);
  });
});

describe('the history', () => {
  const run: PastRun = {
    reference: 'FD-7K2QX',
    at: Date.UTC(2030, 0, 1, 12),
    host: 'acme.okta.com',
    verdict: 'not-ready',
    failed: ['Issuer', 'Clock'],
    isAutomatic: true,
  };

  it('says that nothing was checked yet', async () => {
    const check = await openCheck();
    expect(check.wrapper.text()).toContain('No check has been made');
  });

  it('names time, org, result, what failed, the reference and who asked for it', async () => {
    const check = await openCheck();
    const other = { ...run, reference: 'FD-AAAAA', isAutomatic: false, failed: [] };
    await check.push({ history: [run, other] });
    expect(check.wrapper.text()).toContain('Earlier checks (2)');
    const [first, second] = check.wrapper.findAll('.more li').map((one) => one.text());
    for (const part of ['Not ready', 'acme.okta.com', 'Issuer and Clock', '2030', 'FD-7K2QX'])
      expect(first).toContain(part);
    expect(first).toContain('By itself');
    expect(second).toContain('By hand');
    expect(second).not.toContain('Did not pass');
  });
});
