import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { FindingStatus, Verdict } from '../../../preload/contract/readiness';
import { cause, finding, readinessView } from '../fake-bridge';
import { openCheck } from './check';

const host = 'acme.okta.com';
const done = { state: 'done', verdict: 'ready', host, startedAt: 1_900_000_000_000 } as const;

describe('a readiness check', () => {
  it('begins at the org in force, without a token, and says what it is doing', async () => {
    const check = await openCheck();
    await check.click('Check readiness');
    expect(check.runs()).toEqual([{ draft: null, token: { kind: 'none' }, scope: 'all' }]);
    await check.push({ state: 'running', host, findings: [finding({ status: 'running' })] });
    expect(check.wrapper.get('h2').text()).toContain('Checking acme.okta.com');
    expect(check.focused()).toContain('Checking');
  });

  it('says the state of every step in words beside an icon of its own', async () => {
    const check = await openCheck();
    const findings = FindingStatus.options.map((status, index) =>
      finding({ status, name: `Step ${index}`, milliseconds: index === 2 ? 1234 : null }),
    );
    await check.push({ state: 'running', host, findings });
    const rows = check.wrapper.findAll('ol > li');
    expect(rows.map((row) => row.text())).toEqual([
      'Step 0Waiting',
      'Step 1Running',
      'Step 2Passed1.2 sec',
      'Step 3Note',
      'Step 4Failed',
      'Step 5Cannot tell',
      'Step 6Not looked at',
    ]);
    expect(new Set(rows.map((row) => row.get('path').attributes('d'))).size).toBe(7);
  });

  it('reads steps out, but not every one of a quick run', async () => {
    const check = await openCheck();
    await check.click('Check readiness');
    const steps = (running: number) =>
      ['interact', 'issuer', 'clock'].map((id, index) =>
        finding({
          check: id as 'interact',
          name: id,
          status: index < running ? 'pass' : index === running ? 'running' : 'waiting',
        }),
      );
    await check.push({ state: 'running', host, findings: steps(0) });
    expect(check.app.announcement).toBe('Step 1 of 3: interact');
    await check.push({ state: 'running', host, findings: steps(1) });
    await check.push({ state: 'running', host, findings: steps(2) });
    expect(check.app.announcement).toBe('Step 1 of 3: interact');
  });

  it('can be cancelled, and waits for the end of what it began', async () => {
    const check = await openCheck({
      cancel: async () => ok(readinessView({ serial: 90, state: 'running', host })),
    });
    await check.push({ state: 'running', host, findings: [finding({ status: 'running' })] });
    await check.click('Cancel');
    expect(check.button('Cancelling').attributes('aria-disabled')).toBe('true');
    await check.push({ state: 'cancelled', host, findings: [finding()] });
    expect(check.wrapper.text()).toContain('The check was cancelled');
  });

  it.each(Verdict.options)(
    'ends with a verdict in words, and the focus on it: %s',
    async (verdict) => {
      const check = await openCheck();
      await check.click('Check readiness');
      await check.push({ state: 'running', host });
      await check.push({ ...done, verdict, reference: 'FD-7K2QX', findings: [finding()] });
      const box = check.wrapper.get('[data-verdict]');
      expect(box.attributes('data-verdict')).toBe(verdict);
      expect(check.focused()).toBe(box.get('h2').text());
      expect(box.text()).toContain('FD-7K2QX');
      expect(box.find('svg').exists()).toBe(true);
    },
  );

  it('leaves the focus where the person has gone meanwhile', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const check = await openCheck();
    await check.click('Check readiness');
    await check.push({ state: 'running', host });
    field.focus();
    await check.push({ ...done, findings: [finding()] });
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('looks again at what did not pass, or at everything', async () => {
    const check = await openCheck({
      run: async () => ok(readinessView({ ...done, serial: 50, findings: [finding()] })),
    });
    await check.push({ ...done, verdict: 'not-ready', findings: [finding({ status: 'fail' })] });
    await check.click('Check again');
    await check.click('Check everything');
    expect(check.runs().map(({ scope }) => scope)).toEqual(['failed', 'all']);
  });

  it('has nothing to look at again where all is well', async () => {
    const check = await openCheck();
    await check.push({
      ...done,
      findings: [finding(), finding({ status: 'warn', check: 'clock' })],
    });
    expect(() => check.button('Check again')).toThrow();
    expect(check.button('Check everything').exists()).toBe(true);
  });

  it.each([
    ['busy', 'Another window'],
    ['no-org', 'Choose an org'],
    ['internal', 'Something went wrong'],
  ] as const)('says why it did not begin: %s', async (code, words) => {
    const check = await openCheck({ run: async () => fail(code as 'busy') });
    await check.click('Check readiness');
    expect(check.wrapper.get('[role=alert]').text()).toContain(words);
    expect(check.button('Check readiness').exists()).toBe(true);
  });

  it('can be read again where main did not answer', async () => {
    let isBroken = true;
    const check = await openCheck({
      read: async () => (isBroken ? fail('internal') : ok(readinessView())),
    });
    isBroken = false;
    await check.click('Try again');
    expect(check.button('Check readiness').exists()).toBe(true);
    expect(check.wrapper.find('[role=alert]').exists()).toBe(false);
  });

  it('gives up what main holds when it goes', async () => {
    const check = await openCheck();
    check.wrapper.unmount();
    await flushPromises();
    expect(check.bridge.asked.at(-1)?.channel).toBe('readiness.leave');
  });

  it('tells the settings what was found with their values, and takes them to their fields', async () => {
    const check = await openCheck(
      { read: async () => ok(readinessView({ ...done, findings: [finding()] })) },
      () => ({ clientId: 'typed' }),
    );
    expect(check.wrapper.find('[data-verdict]').exists()).toBe(false);
    await check.click('Check readiness');
    expect(check.runs()[0]?.draft).toEqual({ clientId: 'typed' });
    await check.push({ state: 'running', host });
    const failed = finding({ status: 'fail', field: 'clientId', causes: [cause()] });
    await check.push({ ...done, verdict: 'not-ready', findings: [failed] });
    expect(check.told().map((view) => view?.verdict)).toEqual([undefined, 'not-ready']);
    expect(check.wrapper.find('a[href="#field-clientId"]').exists()).toBe(true);
  });

  it('names the values that cannot be tried, with the focus on them', async () => {
    const problems = [{ key: 'orgUrl', problem: 'admin-host' }] as const;
    const check = await openCheck(
      {
        run: async () =>
          ok(readinessView({ ...done, verdict: 'not-ready', serial: 50, problems: [...problems] })),
      },
      () => ({}),
    );
    await check.click('Check readiness');
    expect(check.focused()).toContain('cannot be tried');
    expect(check.wrapper.find('a[href="#field-orgUrl"]').exists()).toBe(true);
    expect(check.told().at(-1)?.problems).toEqual(problems);
  });
});
