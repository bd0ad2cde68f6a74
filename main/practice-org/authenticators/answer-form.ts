import type { Field, Form } from '../model/form';

/** `enroll-authenticator`: what proves that the person has the method. */
export function answerForm(credentials: Field): Form {
  return {
    name: 'enroll-authenticator',
    path: '/idp/idx/challenge/answer',
    relatesTo: ['$.currentAuthenticator'],
    fields: [credentials],
  };
}
