import type { Account } from '../../model/accounts';
import { createPasscode, passcodeForm, type Passcode } from '../../authenticators/passcode';
import { record } from '../../http/exchange';
import { describeAuthenticator } from '../describe';
import type { Form } from '../../model/form';
import { messages } from '../../model/messages';
import { badRequest, type Visit } from '../../model/visit';
import { passed, type Gate, type GateResult } from '../../model/gate';

const challengePath = '/idp/idx/challenge';
const answerPath = '/idp/idx/challenge/answer';

/**
 * Where passwords are recovered by mail, Okta can ask for the mailbox in the middle of a sign-up,
 * with the forms of a sign-in (okta-auth-js pull request 1646).
 */
export const emailRecovery: Gate = {
  name: 'email-recovery',
  stands: 'before-methods',
  isWanted: (_, { enrollments }, setup) => setup.recoversByEmail && enrollments.length > 0,
  draw({ org, transaction }) {
    const email = describeAuthenticator(org, 'okta_email');
    const isSent = transaction.account !== null && sent.has(transaction.account);
    const challenge: Form = { ...passcodeForm(org), name: 'challenge-authenticator' };
    return {
      forms: [isSent ? challenge : dataForm(email.id)],
      rest: {
        [isSent ? 'currentAuthenticator' : 'currentAuthenticatorEnrollment']: {
          type: 'object',
          value: email,
        },
        authenticators: { type: 'array', value: [email] },
      },
    };
  },
  answers: { [challengePath]: send, [answerPath]: check },
};

function dataForm(id: string): Form {
  return {
    name: 'authenticator-verification-data',
    path: challengePath,
    relatesTo: ['$.currentAuthenticatorEnrollment'],
    fields: [
      {
        name: 'authenticator',
        type: 'object',
        label: 'Email',
        form: {
          value: [
            { name: 'id', required: true, value: id, mutable: false },
            { name: 'methodType', required: false, value: 'email', mutable: false },
          ],
        },
      },
    ],
  };
}

/** The code of each mail, for as long as its sign-up lasts. */
const sent = new WeakMap<Account, Passcode>();

function send({ org, transaction, body }: Visit): GateResult {
  const { account } = transaction;
  const { id } = record(body['authenticator']);
  if (!account || id !== org.authenticatorIds.okta_email) {
    return { kind: 'refused', refusal: badRequest };
  }
  const passcode = sent.get(account) ?? createPasscode(org);
  const code = passcode.renew();
  sent.set(account, passcode);
  org.outbox.send({
    to: account.login,
    channel: 'email',
    subject: 'One-time verification code',
    text: `Enter this code: ${code}`,
    code,
  });
  return { kind: 'waiting' };
}

function check({ transaction, body }: Visit): GateResult {
  const passcode = transaction.account && sent.get(transaction.account);
  if (!passcode) return { kind: 'refused', refusal: badRequest };
  const result = passcode.answer(record(body['credentials'])['passcode'], ['email']);
  switch (result.kind) {
    case 'enrolled':
      return passed;
    case 'pending':
      return { kind: 'waiting' };
    case 'refused':
    case 'ended':
      return result;
    case 'locked':
      return { kind: 'ended', status: 429, messages: [messages.tooManyRequests] };
  }
}
