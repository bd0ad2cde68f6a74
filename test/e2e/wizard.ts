import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningPracticeOrg } from '../support/practice-org';

export const person = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
export const goodPassword = 'Correct4Horse';
export const phone = '+12025550143';

/** The wizard as its user sees it; fields are found by the names they have in the request. */
export class Wizard {
  constructor(
    readonly page: Page,
    readonly org: RunningPracticeOrg,
  ) {}

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {
      name,
      ...(typeof name === 'string' && { exact: true }),
    });
  }

  get step(): Locator {
    return this.page.locator('[data-step]');
  }

  async isAt(step: string, authenticator?: string): Promise<void> {
    await expect(this.step).toHaveCount(1);
    await expect(this.step).toHaveAttribute('data-step', step);
    if (authenticator) await expect(this.step).toHaveAttribute('data-authenticator', authenticator);
  }

  async start(): Promise<void> {
    await this.button('Create account').click();
  }

  async fillProfile(values: Readonly<Record<string, string>> = person): Promise<void> {
    await this.isAt('enroll-profile');
    for (const [name, value] of Object.entries(values)) {
      await this.field(`userProfile.${name}`).fill(value);
    }
  }

  async sendProfile(values?: Readonly<Record<string, string>>): Promise<void> {
    await this.fillProfile(values);
    await this.button('Continue').click();
  }

  async choose(method: string): Promise<void> {
    await this.isAt('select-authenticator-enroll');
    await this.button(method).click();
  }

  async createPassword(password = goodPassword): Promise<void> {
    await this.isAt('enroll-authenticator', 'okta_password');
    await this.field('credentials.passcode').fill(password);
    await this.field('confirmPassword').fill(password);
    await this.button('Create password').click();
  }

  async confirmEmail(to = person.email): Promise<void> {
    await this.isAt('enroll-authenticator', 'okta_email');
    await this.field('credentials.passcode').fill(await this.org.latestCode(to));
    await this.button('Confirm email').click();
  }

  async skip(): Promise<void> {
    await this.button(/^(Skip|Finish)$/).click();
  }

  async isSignedUp(name = 'Ada Lovelace', email = person.email): Promise<void> {
    await this.isAt('success');
    await expect(this.step).toContainText(name);
    await expect(this.step).toContainText(email);
  }

  /** Profile, password and e-mail: up to the optional phone. */
  async signUpToPhone(): Promise<void> {
    await this.start();
    await this.sendProfile();
    await this.choose('Password');
    await this.createPassword();
    await this.confirmEmail();
    await this.isAt('select-authenticator-enroll');
  }
}
