import { describe, expect, it, vi } from 'vitest';
import { field, password, profile } from '../../views';
import { openWizard } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const rule = (desk: Awaited<ReturnType<typeof openWizard>>, name: string) =>
  desk.page.find(`[data-rule="${name}"]`).text();

describe('the profile', () => {
  it('tells browsers what each field is for', async () => {
    const { page } = await openWizard(profile);
    const tokens = page.findAll('input').map((one) => one.attributes('autocomplete'));
    expect(tokens).toEqual(['given-name', 'family-name', 'email', 'nickname']);
    expect(page.find('[name="userProfile.email"]').attributes('type')).toBe('email');
  });

  it("keeps an administrator's label", async () => {
    const fields = [
      field('userProfile.email', { label: 'Your best address', hasCustomLabel: true }),
      field('userProfile.city', { label: 'Town' }),
      field('userProfile.zipCode', { label: 'Zip code' }),
    ];
    const { page } = await openWizard({ ...profile, fields });
    const labels = page.findAll('label').map((one) => one.text());
    expect(labels).toEqual(['Your best address', 'Town', 'Postal code']);
  });

  it('checks a password against the name that stands beside it', async () => {
    const passcode = password.fields[0];
    const desk = await openWizard({
      ...profile,
      fields: [...profile.fields, ...(passcode ? [passcode] : [])],
      passwordRules: password.passwordRules,
    });
    await desk.input('userProfile.firstName').setValue('Zelda');
    await desk.input('credentials.passcode').setValue('xxZeldaxx');
    expect(rule(desk, 'firstName')).toContain('not met');
    await desk.input('credentials.passcode').setValue('xxLinkxx');
    expect(rule(desk, 'firstName')).not.toContain('not met');
  });
});
