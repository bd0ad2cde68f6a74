import { expect, it } from 'vitest';
import { readOutcome, readTask, toPageTask } from '../../../main/org-page/messages';
import type { PageTask } from '../../../renderer/org-page/task';

it('tells the page its task, its language and the script that it needs', () => {
  const { language, task } = toPageTask({
    orgUrl: 'https://acme.okta.com',
    language: 'ja',
    task: { kind: 'captcha', provider: 'hcaptcha', siteKey: 'site' },
  });
  const told: PageTask['task'] = JSON.parse(JSON.stringify(task));
  expect({ language, told }).toEqual({
    language: 'ja',
    told: {
      kind: 'captcha',
      provider: 'hcaptcha',
      siteKey: 'site',
      script: 'https://hcaptcha.com/1/api.js?render=explicit&hl=ja',
    },
  });
});

it.each([
  { kind: 'done', values: { token: 'P1_abc' } },
  { kind: 'done', values: { clientData: 'YQ==', attestation: 'Yg==', clientExtensions: '{}' } },
  { kind: 'dismissed' },
  { kind: 'already-registered' },
])('takes %o from the page', (outcome) => {
  expect(readOutcome(outcome)).toEqual(outcome);
});

it.each([
  null,
  'done',
  { kind: 'done' },
  { kind: 'done', values: { token: 7 } },
  { kind: 'done', values: { passcode: 'secret' } },
  { kind: 'won' },
  { kind: 'failed', values: { token: 'abc' } },
])('refuses %o', (outcome) => {
  expect(readOutcome(outcome)).toBeNull();
});

it('refuses a value that is longer than any', () => {
  const values = { token: 'x'.repeat(200_001) };
  expect(readOutcome({ kind: 'done', values }) === null).toBe(true);
});

it('knows a task from anything else', () => {
  const passkey = { kind: 'passkey', options: { challenge: 'YQ' }, existing: ['Yg'] };
  expect(readTask(passkey)).toEqual(passkey);
  expect(readTask({ kind: 'captcha', provider: 'turnstile', siteKey: 'x' })).toBeNull();
  expect(readTask({ kind: 'passkey', options: 'all', existing: [] })).toBeNull();
  expect(readTask(undefined)).toBeNull();
});
