import { asObject, inside, type Json, objectsOf, textOf } from '../json';
import { failed, type Outcome, pass, type Seen, warn } from '../outcome';
import { ask } from './ask';
import { type IdxAnswer, readIdxAnswer, remediation } from './idx-answer';
import { judgeOAuthError, judgeRefusal } from './refusal';
import type { Visit } from './visit';

const api = 'POST /idp/idx/enroll';

/** Asks for the form of a sign-up, and reads it. It is never sent, so no user comes of it. */
export async function checkEnrollmentForm(visit: Visit): Promise<Outcome> {
  const { facts } = visit;
  if (remediation(facts.firstPage, 'enroll-profile')) return readForm(facts.firstPage);
  const asked = await ask(visit, `${visit.idxUrl}/idp/idx/enroll`, {
    method: 'POST',
    headers: {
      accept: 'application/json; okta-version=1.0.0',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ stateHandle: facts.stateHandle }),
  });
  if (!asked.ok) return asked.outcome;
  const answer = readIdxAnswer(asked.value.json);
  if (!answer) return judgeOAuthError(visit, asked.value);
  facts.stateHandle = answer.stateHandle ?? facts.stateHandle;
  return judgeRefusal(visit, answer) ?? readForm(answer);
}

function readForm(answer: IdxAnswer | null): Outcome {
  const form = remediation(answer, 'enroll-profile');
  if (!answer || !form) return failed(['form-not-shown'], { detail: answer?.detail ?? null });
  const fields = [...fieldsOf(objectsOf(form['value']), '')];
  const password = fields.some(({ path }) => path === 'credentials.passcode');
  const captcha = textOf(asObject(inside(answer.json, 'captcha', 'value')), 'type');
  const seen: Seen[] = [
    {
      label: 'fields',
      value: fields.map(describeField).join(', '),
      api,
      console: 'profilePolicies',
    },
    { label: password ? 'passwordHere' : 'passwordLater', value: rules(answer), api },
    { label: 'captcha', value: captcha ?? '–', api, console: 'captcha' },
  ];
  // Okta's own proof of work is solved by the app, without anybody's doing.
  const isShown = captcha !== null && captcha !== 'ALTCHA';
  return isShown ? warn(['captcha-on-sign-up'], { seen }) : pass({ seen });
}

interface Field {
  readonly path: string;
  readonly isRequired: boolean;
}

function* fieldsOf(values: readonly Json[], prefix: string): Generator<Field> {
  for (const value of values) {
    const name = textOf(value, 'name');
    if (name === null || name === 'stateHandle') continue;
    const path = `${prefix}${name}`;
    const inner = objectsOf(inside(value, 'form', 'value'));
    if (inner.length > 0) yield* fieldsOf(inner, `${path}.`);
    else yield { path, isRequired: value['required'] === true };
  }
}

function describeField({ path, isRequired }: Field): string {
  return `${path.replace('userProfile.', '')}${isRequired ? ' *' : ''}`;
}

/** Okta's own names and numbers of the password rules, where the form carries them. */
function rules({ json }: IdxAnswer): string {
  const complexity = asObject(
    inside(json, 'currentAuthenticator', 'value', 'settings', 'complexity'),
  );
  const entries = Object.entries(complexity ?? {}).filter(
    ([, value]) => typeof value === 'number' || typeof value === 'boolean',
  );
  return entries.map(([name, value]) => `${name} ${String(value)}`).join(', ') || '–';
}
