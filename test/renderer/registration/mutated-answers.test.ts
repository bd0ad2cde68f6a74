import { flushPromises } from '@vue/test-utils';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { toTerminalAnswer } from '../../../main/registration/view/ending';
import { toStepView } from '../../../main/registration/view/step-view';
import type { RegistrationState } from '../../../preload/contract/registration';
import type { IdxResponse } from '../../../main/registration/idx/remediation';
import { mutatedAnswers, readAnswer } from '../../support/mutated-answers';
import { openWizard } from './wizard';

const orgUrl = 'https://acme.okta.com';

function viewOf(response: IdxResponse): RegistrationState {
  const step = toStepView(response, {
    serial: 1,
    focus: null,
    person: { login: null, firstName: null, lastName: null },
    resendAvailableAt: null,
    clockOffset: 0,
    now: 0,
    orgUrl,
    capabilities: { canShowCaptcha: true, passkeys: 'any' as const },
    openedAction: null,
  });
  if (step) return step.view;
  const { reason, messages, detail, links } = toTerminalAnswer(response, orgUrl);
  return {
    phase: 'ended',
    serial: 1,
    outcome: {
      kind: 'terminal',
      reason,
      isAccountCreated: false,
      reference: null,
      retryAfter: null,
      misconfigurations: [],
    },
    messages: [...messages],
    detail,
    links: [...links],
  };
}

/** Pages are let go of when their test ends: all of them in one would take sixteen gigabytes. */
const [batches, pages] = process.env['FRONTDESK_LONG'] ? [40, 250] : [1, 100];

it.for(Array.from({ length: batches }, (_, index) => index + 1))(
  `any answer is a page with a heading and a way on, and words stay words (%i of ${batches})`,
  { timeout: 3_600_000 },
  async () => {
    const complaints = [
      vi.spyOn(console, 'error').mockReturnValue(undefined),
      vi.spyOn(console, 'warn').mockReturnValue(undefined),
    ];
    await fc.assert(
      fc.asyncProperty(mutatedAnswers, async (answer) => {
        const { page } = await openWizard(viewOf(readAnswer(answer)));
        await flushPromises();
        await vi.dynamicImportSettled();
        await flushPromises();
        expect(page.find('h1').text()).not.toBe('');
        expect(page.findAll('[data-step]')).toHaveLength(1);
        expect(page.findAll('button').length).toBeGreaterThan(0);
        expect(page.findAll('script, b, iframe')).toHaveLength(0);
        expect(page.findAll('img:not([src^="data:image/"])')).toHaveLength(0);
        for (const complaint of complaints) expect(complaint.mock.calls).toEqual([]);
        page.unmount();
      }),
      { numRuns: pages },
    );
  },
);
