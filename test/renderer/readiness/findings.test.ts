import { describe, expect, it } from 'vitest';
import { ok } from '../../../preload/contract/define';
import { cause, finding, readinessView } from '../fake-bridge';
import { openCheck } from './check';

const done = { state: 'done', verdict: 'not-ready', host: 'acme.okta.com', startedAt: 1 } as const;

describe('a finding', () => {
  it('that failed is open, with the likeliest cause in full and the others folded away', async () => {
    const check = await openCheck();
    const causes = [
      cause({ misconfiguration: 'sign-up-not-allowed' }),
      cause({ misconfiguration: 'app-in-another-policy' }),
    ];
    await check.push({ ...done, findings: [finding({ status: 'fail', causes })] });
    const item = check.wrapper.get('[data-check=issuer] > details');
    expect(item.attributes('open')).toBeDefined();
    const words = item.text();
    for (const part of ['Title', 'Wrong:', 'A person meets', 'Applications >', 'Owner', 'Sign of'])
      expect(words).toContain(part);
    expect(
      item
        .get('ol')
        .findAll('li')
        .map((step) => step.text()),
    ).toEqual(['First step for sign-up-not-allowed', 'Second step for sign-up-not-allowed']);
    const other = item.get('details');
    expect(other.attributes('open')).toBeUndefined();
    expect(other.get('summary').text()).toBe('Title of app-in-another-policy');
  });

  it('names its likeliest cause once, under that word', async () => {
    const check = await openCheck();
    const causes = [cause(), cause({ misconfiguration: 'app-in-another-policy' })];
    const title = causes[0]?.title ?? '';
    const summary = `${title}, or something that may look the same from outside.`;
    await check.push({ ...done, findings: [finding({ status: 'fail', summary, causes })] });
    const words = check.wrapper.get('[data-check=issuer] > details').text();
    expect(words.split(title)).toHaveLength(2);
    expect(words).toContain('Most likely cause');
    expect(words).not.toContain('may look the same');
  });

  it('that leaves the main question open is open too, where causes are known', async () => {
    const check = await openCheck();
    await check.push({
      ...done,
      findings: [
        finding({ check: 'org-address', status: 'cannot-tell', causes: [cause()] }),
        finding({ check: 'captcha', status: 'cannot-tell' }),
      ],
    });
    const open = (id: string) =>
      check.wrapper.get<HTMLDetailsElement>(`[data-check=${id}] > details`).element.open;
    expect([open('org-address'), open('captcha')]).toEqual([true, false]);
  });

  it('that passed is closed, and what is worth knowing is not called a cause', async () => {
    const check = await openCheck();
    const found = finding({ causes: [cause({ misconfiguration: 'captcha-on-sign-up' })] });
    await check.push({ ...done, verdict: 'ready', findings: [found] });
    const item = check.wrapper.get('[data-check=issuer] > details');
    expect(item.attributes('open')).toBeUndefined();
    expect(item.text()).toContain('Worth knowing');
    expect(item.text()).not.toContain('cause');
  });

  it('quotes the org in its own direction', async () => {
    const check = await openCheck();
    await check.push({
      ...done,
      findings: [finding({ status: 'fail', detail: 'Invalid client.', summary: 'Refused.' })],
    });
    const quoted = check.wrapper.findAll('bdi').find((one) => one.text() === 'Invalid client.');
    expect(quoted?.element.parentElement?.textContent).toContain('The org said');
  });

  it('shows the values seen with their places', async () => {
    const check = await openCheck();
    const seen = [
      { label: 'Status', value: 'ACTIVE', api: 'GET /api/v1/apps/{appId} status', console: null },
      { label: 'Fields', value: 'email *', api: null, console: 'Directory > Profile Editor' },
    ];
    await check.push({ ...done, findings: [finding({ seen })] });
    const values = check.wrapper.get('[data-check=issuer]').findAll('.value');
    expect(values.map((one) => one.text())).toEqual([
      'StatusACTIVEOkta API: GET /api/v1/apps/{appId} status',
      'Fieldsemail *Admin Console: Directory > Profile Editor',
    ]);
  });

  it('leads to the settings where they are another page', async () => {
    const check = await openCheck();
    await check.push({ ...done, findings: [finding({ status: 'fail', field: 'clientId' })] });
    await check.click('Open settings');
    expect(check.app.page).toBe('settings');
  });

  it('stands where it belongs: changes first, what was not looked at last', async () => {
    const check = await openCheck();
    await check.push({
      ...done,
      findings: [
        finding({ check: 'org-address' }),
        finding({ check: 'clock', status: 'not-checked', summary: 'Takes a token.' }),
        finding({ check: 'latency', status: 'warn' }),
        finding({ check: 'issuer', status: 'fail' }),
        finding({ check: 'captcha', status: 'cannot-tell' }),
      ],
    });
    const order = check.wrapper.findAll('[data-check]').map((one) => one.attributes('data-check'));
    expect(order).toEqual(['issuer', 'captcha', 'latency', 'org-address', 'clock']);
    expect(check.wrapper.get('[data-check=clock]').text()).toContain('Takes a token.');
  });

  it('is shown in the language of the app as soon as that changes', async () => {
    let summary = 'In English.';
    let serial = 1000;
    const check = await openCheck({
      read: async () =>
        ok(readinessView({ ...done, serial: (serial += 1), findings: [finding({ summary })] })),
    });
    expect(check.wrapper.text()).toContain('In English.');
    summary = 'Auf Deutsch.';
    const { state } = check.app;
    if (state) check.bridge.emit('app.changed', { ...state, language: 'de' });
    await expect.poll(() => check.wrapper.text()).toContain('Auf Deutsch.');
  });
});
