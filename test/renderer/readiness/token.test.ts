import { describe, expect, it } from 'vitest';
import { ok } from '../../../preload/contract/define';
import { useReadinessStore } from '../../../renderer/stores/readiness';
import { readinessView } from '../fake-bridge';
import { openCheck } from './check';

const canary = '00canaryTOKENcanary';

describe('a read-only token', () => {
  it('leaves the page with the request that takes it to main', async () => {
    const check = await openCheck({
      run: async () => ok(readinessView({ serial: 2, state: 'done', hasToken: true })),
    });
    const field = check.wrapper.get<HTMLInputElement>('[name=readinessToken]');
    expect(field.attributes()).toMatchObject({ type: 'password', autocomplete: 'off' });
    await field.setValue(` ${canary} `);
    await check.wrapper.get('form').trigger('submit');
    expect(check.runs()[0]?.token).toEqual({ kind: 'typed', token: canary });
    expect(field.element.value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(canary);
    expect(JSON.stringify(useReadinessStore().$state)).not.toContain(canary);
  });

  it('is asked for where none is typed', async () => {
    const check = await openCheck();
    await check.wrapper.get('form').trigger('submit');
    expect(check.runs()).toEqual([]);
    expect(check.wrapper.get('[name=readinessToken]').attributes('aria-invalid')).toBe('true');
  });

  it('is used again without being typed again, until it is forgotten', async () => {
    let hasToken = true;
    let serial = 1;
    const check = await openCheck({
      read: async () => ok(readinessView({ serial: (serial += 1), hasToken })),
      leave: async () => ((hasToken = false), ok({})),
      run: async () => ok(readinessView({ serial: (serial += 1), hasToken })),
    });
    await check.click('Check readiness');
    await check.click('Remove the token');
    expect(check.wrapper.text()).not.toContain('Remove the token');
    await check.click('Check readiness');
    expect(check.runs().map(({ token }) => token.kind)).toEqual(['kept', 'none']);
  });

  it('of the practice org is offered only where there is one', async () => {
    const check = await openCheck();
    expect(check.wrapper.text()).not.toContain('practice org’s token');
    await check.push({ canUsePracticeToken: true });
    await check.click('practice org’s token');
    expect(check.runs()[0]).toEqual({ draft: null, token: { kind: 'practice' }, scope: 'all' });
  });
});
