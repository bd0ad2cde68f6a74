import { expect, it } from 'vitest';
import {
  type Misconfiguration,
  misconfigurationTable,
  misconfigurations,
} from '../../../preload/contract/misconfigurations';
import type { StepView } from '../../../preload/contract/registration/step';
import { type Desk, openDesk, password } from './desk';

/** What a sign-up comes to: the likeliest cause it names, or the message it shows, or how it ends. */
type Met =
  | { readonly cause: Misconfiguration; readonly reason: string }
  | { readonly message: string }
  | { readonly step: string }
  | { readonly ending: string };

/** Answers each step until the sign-up ends, or the org objects. */
async function signUp(desk: Desk, stopAt: string | undefined): Promise<Met> {
  await desk.handlers.start({});
  for (let moves = 0; moves < 12; moves += 1) {
    const state = await desk.state();
    if (state.phase === 'idle') throw new Error('The sign-up is gone');
    if (state.phase === 'ended') {
      const { outcome } = state;
      if (outcome.kind === 'success') return { ending: 'success' };
      const [cause] = outcome.misconfigurations;
      return cause ? { cause, reason: outcome.reason } : { ending: outcome.reason };
    }
    const [message] = messagesOf(state);
    if (message !== undefined) return { message };
    if (state.step === stopAt) return { step: state.step };
    await answer(desk, state);
  }
  throw new Error('The sign-up came to no end');
}

function messagesOf({ messages, fields }: StepView): string[] {
  return [...messages, ...fields.flatMap((field) => field.messages)]
    .filter(({ level }) => level === 'error')
    .flatMap(({ key, text }) => key ?? text);
}

async function answer(desk: Desk, view: StepView): Promise<unknown> {
  const canSkip = view.actions.some(({ id }) => id === 'skip');
  const isPhone = view.fields.some(({ name }) => name === 'authenticator.phoneNumber');
  switch (view.step) {
    case 'enroll-profile':
      return desk.fillProfile();
    case 'select-authenticator-enroll': {
      const keys = view.fields[0]?.options.map(({ authenticator }) => authenticator?.key) ?? [];
      // Optional methods are set up too: some objections are about them alone.
      return desk.choose(keys[0] ?? '');
    }
    default:
      if (isPhone) {
        return desk.submit({
          'authenticator.methodType': 'sms',
          'authenticator.phoneNumber': '+12025550143',
        });
      }
      if (view.authenticator?.key === 'okta_password') {
        return desk.submit({ 'credentials.passcode': password });
      }
      return canSkip && view.fields.length === 0
        ? desk.submit({}, 'skip')
        : desk.submit({ 'credentials.passcode': desk.code() });
  }
}

/** The person's page names the likeliest cause; where several look alike, another one may be it. */
const causes: Partial<Record<Misconfiguration, readonly [Misconfiguration, reason: string]>> = {
  'sign-up-not-allowed': ['sign-up-not-allowed', 'sign-up-not-offered'],
  'app-in-another-policy': ['sign-up-not-allowed', 'sign-up-not-offered'],
  'sign-up-paused': ['sign-up-paused', 'registration-unavailable'],
  'classic-sign-up': ['classic-sign-up', 'server-error'],
  'sign-up-denied': ['sign-up-denied', 'sign-up-not-offered'],
  'app-not-assigned': ['sign-up-not-allowed', 'sign-up-not-offered'],
  'app-assigned-to-others': ['app-assigned-to-others', 'not-assigned'],
  'app-not-assigned-token': ['app-not-assigned-token', 'not-assigned'],
  'interaction-code-off': ['interaction-code-off', 'interaction-code-disabled'],
  'classic-org': ['interaction-code-off', 'interaction-code-disabled'],
  'grant-not-on-app': ['grant-not-on-app', 'interaction-code-disabled'],
  'grant-not-in-access-policy': ['grant-not-in-access-policy', 'no-matching-policy'],
  'access-policy-denies': ['access-policy-denies', 'no-matching-policy'],
  'no-api-access-management': ['no-api-access-management', 'org-not-found'],
  'web-app': ['web-app', 'client-type-rejected'],
  'service-app': ['service-app', 'client-type-rejected'],
  'client-unknown': ['client-unknown', 'client-rejected'],
  'client-inactive': ['client-unknown', 'client-rejected'],
  'redirect-uri-missing': ['redirect-uri-missing', 'redirect-uri-rejected'],
  'pkce-refused': ['pkce-refused', 'unknown'],
  'pkce-verification-failed': ['pkce-verification-failed', 'tokens-rejected'],
  'scope-not-configured': ['scope-not-configured', 'scope-rejected'],
  'scopes-rejected': ['scopes-rejected', 'scope-rejected'],
  'activation-token-refused': ['activation-token-refused', 'activation-link-not-here'],
  'network-zone': ['network-zone', 'network-not-allowed'],
  'network-policy': ['network-policy', 'network-not-allowed'],
  'issuer-unknown': ['issuer-unknown', 'org-not-found'],
  'browser-origin-refused': ['browser-origin-refused', 'tokens-rejected'],
  'grant-of-another-server': ['grant-of-another-server', 'tokens-rejected'],
  'custom-server-refused': ['custom-server-refused', 'org-not-found'],
  'issuer-mismatch': ['issuer-mismatch', 'org-not-found'],
  'clock-skew': ['clock-skew', 'clock-skew'],
  'dpop-required': ['dpop-required', 'tokens-rejected'],
  'email-verified-outside': ['email-verified-outside', 'email-verification-required'],
  'hook-denies': ['hook-denies', 'account-creation-failed'],
  'hook-fails': ['hook-fails', 'account-creation-failed'],
  'org-read-only': ['org-read-only', 'server-error'],
  'rate-limited': ['rate-limited', 'too-many-requests'],
};

const others: Partial<Record<Misconfiguration, Met>> = {
  // On the page that offers to go on to the org's own.
  'app-not-assigned-redirect': { message: 'idx.error.code.user_not_assigned' },
  'assurance-unsatisfiable': { message: 'oie.assurance.unsatisfiable' },
  'duplicate-account': { message: 'registration.error.notUniqueWithinOrg' },
  'invalid-login-email': { message: 'registration.error.invalidLoginEmail' },
  'pattern-mismatch': { message: 'registration.error.doesNotMatchPattern' },
  'password-refused': { message: 'password.common' },
  'code-refused': { message: 'api.authn.error.PASSCODE_INVALID' },
  'code-timed-out': { ending: 'session-expired' },
  'session-expired': { ending: 'session-expired' },
  'phone-invalid': { message: 'api.factors.error.sms.invalid_phone' },
  'phone-region-blocked': { message: 'errors.E0000099' },
  'phone-limit-reached': { message: 'errors.E0000150' },
  'keep-me-signed-in': { step: 'keep-me-signed-in' },
  'email-recovery': { step: 'authenticator-verification-data' },
  // People get through, with another screen than they might expect.
  'authenticators-required': { ending: 'success' },
  'two-factors-required': { ending: 'success' },
  'no-email-callback': { ending: 'success' },
};

/** It takes a page of the org, which a desk in a test does not show. */
const notTried: readonly Misconfiguration[] = ['captcha-on-sign-up'];

it.each(misconfigurations.filter((name) => !notTried.includes(name)))(
  'somebody who signs up meets %s',
  async (name) => {
    const [cause, reason = ''] = causes[name] ?? [];
    const expected = cause ? { cause, reason } : others[name];
    const desk = await openDesk({ policy: { misconfigurations: [name] } });
    const stopAt = expected && 'step' in expected ? expected.step : undefined;
    expect(await signUp(desk, stopAt)).toEqual(expected);
  },
);

it('every way to be set up wrong is met here or said to be left out', () => {
  const met = [...Object.keys(causes), ...Object.keys(others), ...notTried];
  expect(met.sort()).toEqual(Object.keys(misconfigurationTable).sort());
});
