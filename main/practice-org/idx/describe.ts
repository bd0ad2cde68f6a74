import type { Account } from '../model/accounts';
import type { EnrollmentView } from '../model/authenticator';
import { authenticators } from '../authenticators/registry';
import type { Org } from '../model/org';
import type { AuthenticatorKey } from '../policy/schema';
import type { Place } from '../model/drawing';
import { issuerOf } from '../model/issuer';
import { drawForm, type Form } from '../model/form';

const methodList = (types: readonly string[]) => types.map((type) => ({ type }));

/** An authenticator on its own, as in `enrollmentAuthenticator.value`. */
export function describeAuthenticator(org: Org, key: AuthenticatorKey) {
  const { type, displayName, methods } = authenticators[key];
  return {
    type,
    key,
    id: org.authenticatorIds[key],
    displayName,
    methods: methodList(methods(org.policy)),
  };
}

/** One entry of `authenticators.value`. */
export function describeChoice(org: Org, key: AuthenticatorKey) {
  const { authenticatorUsage, gracePeriods } = org.policy;
  const gracePeriod = gracePeriods[key];
  return {
    ...describeAuthenticator(org, key),
    allowedFor: authenticatorUsage[key] ?? authenticators[key].allowedFor,
    ...(gracePeriod && { gracePeriod }),
  };
}

/** `authenticatorEnrollments.value`. */
export function describeEnrollments({ enrollments }: Account) {
  return enrollments.map(({ id, key, methods, credentialId }) => {
    const { type, displayName } = authenticators[key];
    return {
      type,
      key,
      id,
      displayName,
      methods: methodList(methods),
      ...(credentialId !== undefined && { credentialId }),
    };
  });
}

/** `currentAuthenticator.value`, with the actions that belong to it. */
export function describeCurrent(
  org: Org,
  key: AuthenticatorKey,
  view: EnrollmentView,
  at: { origin: string; stateHandle: string },
) {
  const poll: Form = { ...pollForm, refresh: org.policy.pollSeconds * 1000 };
  const resend: Form = { ...resendForm, fields: view.resendFields ?? [] };
  return {
    ...(view.canResend && { resend: drawForm(resend, at) }),
    ...(view.canPoll && { poll: drawForm(poll, at) }),
    ...(view.canCancelPolling && { cancel: drawForm(cancelPollingForm, at) }),
    ...(view.contextualData && { contextualData: view.contextualData }),
    ...describeAuthenticator(org, key),
    ...(view.methods && { methods: methodList(view.methods) }),
    ...(view.settings && { settings: view.settings }),
  };
}

const resendForm: Form = { name: 'resend', path: '/idp/idx/challenge/resend' };
const pollForm: Form = { name: 'poll', path: '/idp/idx/challenge/poll' };
const cancelPollingForm: Form = {
  name: 'cancel-polling',
  path: '/idp/idx/authenticators/poll/cancel',
};

/** `authentication.value`: what the client asked for, and of whom. The widget's page of a consent names the issuer. */
export function describeAuthentication({ org, transaction, origin }: Place) {
  const { request } = transaction;
  return {
    protocol: 'OAUTH2.0',
    issuer: { name: 'Practice org', uri: issuerOf(org.setup, request.server, origin) },
    request: {
      max_age: -1,
      scope: request.scopes.join(' '),
      display: 'page',
      response_type: 'code',
      redirect_uri: request.redirectUri,
      ...(request.state !== null && { state: request.state }),
      ...(request.nonce !== null && { nonce: request.nonce }),
      code_challenge_method: 'S256',
      code_challenge: request.codeChallenge,
      response_mode: 'query',
    },
  };
}

/** `user.value`. */
export function describeUser({ id, login, profile }: Account) {
  const { firstName, lastName } = profile;
  return {
    id,
    identifier: login,
    profile: {
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      timeZone: 'America/Los_Angeles',
      locale: 'en_US',
    },
  };
}
