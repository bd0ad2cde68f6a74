import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  interactionCode,
  list,
  messageKeys,
  openSignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

const noMethods = {
  authenticators: { okta_password: 'off', okta_email: 'off', phone_number: 'off' },
} as const;

/** A sign-up that is through with the profile, in an org that asks for no method. */
async function arrive(policy: PolicyInput) {
  org = await startTestOrg({ ...noMethods, ...policy });
  const signUp = await openSignUp(org);
  await signUp.profile();
  return signUp;
}

describe('consent', () => {
  it('lists what the app asks for on the remediation, and ends when the person says no', async () => {
    const signUp = await arrive({ consent: 'all' });
    const form = signUp.form('consent');
    expect(list(form?.['scopes']).map(({ value }) => String(value))).toEqual([
      'profile',
      'email',
      'calendar',
      'calendar.events',
    ]);
    expect(list(form?.['scopes'])[1]).toEqual({
      name: 'email',
      label: 'View your email address.',
      value: 'email',
      desc: 'This allows the app to view your email address.',
    });
    expect((await signUp.post('consent', { consent: 'yes' })).status).toBe(400);
    expect(signUp.steps()).toEqual(['consent']);
    const denied = await signUp.post('consent', { consent: false });
    expect(denied.status).toBe(403);
    expect(messageKeys(denied.json)).toEqual(['security.access_denied']);
    expect(signUp.steps()).toEqual([]);
  });

  it.each(['all', 'granular'] as const)(
    'to %s says who asks, without which no widget can draw it',
    async (consent) => {
      const { value } = (await arrive({ consent })).last().json['authentication'] ?? {};
      expect(value).toMatchObject({
        protocol: 'OAUTH2.0',
        issuer: { uri: org.issuer },
        request: { scope: 'openid profile email', code_challenge_method: 'S256' },
      });
    },
  );

  it('goes on when the person says yes', async () => {
    const signUp = await arrive({ consent: 'all' });
    const done = await signUp.post('consent', { consent: true });
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });

  it('of single scopes takes their names as they are, dots and all', async () => {
    const signUp = await arrive({ consent: 'granular' });
    const [consent, opted] = list(signUp.form('granular-consent')?.['value']);
    expect(consent).toEqual({ name: 'consent', type: 'boolean', visible: false, required: true });
    expect(list(opted?.['form']?.['value'])).toEqual([
      {
        name: 'openid',
        type: 'boolean',
        required: true,
        value: true,
        visible: true,
        mutable: false,
      },
      expect.objectContaining({ name: 'profile', mutable: false }),
      expect.objectContaining({ name: 'email', mutable: true, value: true }),
      expect.objectContaining({ name: 'calendar', label: 'View your calendar.' }),
      expect.objectContaining({ name: 'calendar.events', desc: expect.any(String) as string }),
    ]);
    const fixed = { openid: true, profile: true };
    for (const optedScopes of [
      { ...fixed, email: false, calendar: { events: true } },
      { ...fixed, email: false, calendar: true },
      { ...fixed, email: false, calendar: true, 'calendar.events': true, phones: true },
    ]) {
      const refused = await signUp.post('granular-consent', { consent: true, optedScopes });
      expect(refused.status).toBe(400);
    }
    const done = await signUp.post('granular-consent', {
      consent: true,
      optedScopes: { ...fixed, email: false, calendar: true, 'calendar.events': false },
    });
    const tokens = await signUp.redeem(interactionCode(done));
    expect(String(tokens.json['scope'])).toBe('openid profile');
  });
});

describe('keep-me-signed-in', () => {
  it.each([true, false])('is asked last, and takes %s', async (answer) => {
    const signUp = await arrive({ consent: 'all', keepMeSignedIn: true });
    await signUp.post('consent', { consent: true });
    const [field] = list(signUp.form('keep-me-signed-in')?.['value']);
    expect(field).toMatchObject({ name: 'keepMeSignedIn', type: 'boolean', value: false });
    expect((await signUp.post('keep-me-signed-in')).status).toBe(400);
    const done = await signUp.post('keep-me-signed-in', { keepMeSignedIn: answer });
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });
});
