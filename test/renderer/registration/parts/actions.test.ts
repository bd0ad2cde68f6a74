import { describe, expect, it } from 'vitest';
import type { ActionView } from '../../../../preload/contract/registration/step';
import { action, field, stepView } from '../views';
import { openWizard } from '../wizard';

const submit = action('submit', 'submit');

/** The buttons below the form of a step, by what they ask of the org. */
async function labelsOf(...actions: ActionView[]) {
  const view = stepView({
    step: 'something-new',
    fields: [field('badge')],
    actions: [submit, ...actions],
  });
  const { page } = await openWizard(view);
  const buttons = page.findAll('.step [data-action]:not([type="submit"])');
  return buttons.map((one) => [one.attributes('data-action'), one.text()]);
}

describe('what else an org offers', () => {
  it.each([
    ['remediation:cancel-polling', 'Stop waiting'],
    ['show:select-enrollment-channel', 'Set it up in another way'],
    ['show:enrollment-channel-data', 'Set it up in another way'],
    ['remediation:unlock-account', 'My account is locked'],
    ['remediation:identify-recovery', 'I cannot get into my account'],
    ['remediation:look_it-up', 'Look it up'],
  ])('%s is said in words', async (id, text) => {
    const kind = id.startsWith('show:') ? 'show' : 'remediation';
    const name = id.replace(/^\w+:/, '');
    expect(await labelsOf(action(id, kind))).toEqual([[name, text]]);
  });

  it('can be a page of its own that is no provider', async () => {
    const check = action('open:redirect-idverify', 'open', {
      provider: { type: 'ID_PROOFING', name: 'Persona' },
    });
    const provider = action('open:redirect-idp', 'open', {
      provider: { type: 'LOGINGOV', name: 'prod' },
    });
    expect(await labelsOf(check, provider)).toEqual([
      ['redirect-idp', 'Continue with Login.gov'],
      ['redirect-idverify', 'Continue in the browser'],
    ]);
  });

  it('can be asked again by hand while it is waited for', async () => {
    expect(await labelsOf(action('check', 'check', { name: 'poll' }))).toEqual([
      ['poll', 'Check now'],
    ]);
  });
});
