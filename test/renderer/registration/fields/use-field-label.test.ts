import { describe, expect, it } from 'vitest';
import { field, profile } from '../views';
import { openWizard } from '../wizard';

describe('the label of an attribute', () => {
  it.each([
    ['Secondary email', false, 'Second email'],
    ['secondEmail', false, 'Second email'],
    ['Private address', false, 'Private address'],
    ['Secondary email', true, 'Secondary email'],
  ])(
    '“%s”, chosen by an administrator: %s, is shown as “%s”',
    async (label, hasCustomLabel, shown) => {
      const one = field('userProfile.secondEmail', { label, hasCustomLabel });
      const { page } = await openWizard({ ...profile, fields: [one] });
      expect(page.get('label').text()).toBe(shown);
    },
  );
});
