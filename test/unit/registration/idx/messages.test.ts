import { describe, expect, it } from 'vitest';
import { apiErrorMessages, messagesOf } from '../../../../main/registration/idx/messages';
import { bounds } from '../../../../preload/contract/registration/bounds';

const textsOf = (body: object) => apiErrorMessages({ ...body }).map(({ text }) => text);

describe("an answer of Okta's API or of OAuth", () => {
  it('says its summary and every cause that says something else', () => {
    const cause = (errorSummary: unknown) => ({ errorSummary });
    const body = {
      errorCode: 'E0000001',
      errorSummary: 'Api validation failed: login',
      errorCauses: [cause('login: too long'), cause('Api validation failed: login'), cause(7)],
    };
    expect(textsOf(body)).toEqual(['Api validation failed: login', 'login: too long']);
    expect(apiErrorMessages(body).map(({ key }) => key)).toEqual(['E0000001', null]);
  });

  it('says its summary also where it has no code', () => {
    expect(textsOf({ errorSummary: 'No code.' })).toEqual(['No code.']);
    expect(textsOf({ error: 'invalid_scope' })).toEqual(['']);
    expect(textsOf({ version: '1.0.0' })).toEqual([]);
  });

  it('stays within bounds', () => {
    const errorCauses = Array.from({ length: 200 }, (_, index) => ({ errorSummary: `${index}` }));
    expect(textsOf({ errorCode: 'E1', errorCauses })).toHaveLength(bounds.messages);
  });
});

it('a message without a class, or with one of tomorrow, is an error', () => {
  const value = [
    { message: 'a' },
    { message: 'b', class: 'FATAL' },
    { message: 'c', class: 'INFO' },
  ];
  expect(messagesOf({ messages: { value } }).map(({ level }) => level)).toEqual([
    'error',
    'error',
    'info',
  ]);
});
