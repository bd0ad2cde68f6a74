import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { asRecord, parseJson } from '../../main/registration/idx/json';
import type { IdxResponse } from '../../main/registration/idx/remediation';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const message = (key: string, words: string): Json => ({
  class: 'ERROR',
  message: words,
  i18n: { key, params: ['4'] },
});
const handle: Json = { name: 'stateHandle', value: 'handle', mutable: false, visible: false };
const form = (name: string, ...value: Json[]): Json => ({
  name,
  href: `https://acme.okta.com/idp/idx/${name}`,
  method: 'POST',
  value: [...value, handle],
});
const answer = (forms: Json[], more: { [key: string]: Json } = {}): Json => ({
  version: '1.0.0',
  stateHandle: 'handle',
  expiresAt: '2030-01-01T00:00:00.000Z',
  remediation: { type: 'array', value: forms },
  ...more,
});
const current = (key: string, contextualData: Json): { [key: string]: Json } => ({
  currentAuthenticator: { type: 'object', value: { key, displayName: key, contextualData } },
});

/** One answer of each family of steps, in the shapes of the Identity Engine. */
const shapes: readonly Json[] = [
  answer([
    form('enroll-profile', {
      name: 'userProfile',
      form: {
        value: [
          {
            name: 'email',
            label: 'Email',
            required: true,
            messages: { value: [message('k', 'No')] },
          },
          {
            name: 'pet',
            type: 'boolean',
            options: [
              {
                label: 'display',
                value: {
                  value: { inputType: 'radio', options: [{ label: 'Yes', value: 'true' }] },
                },
              },
            ],
          },
        ],
      },
    }),
    {
      name: 'redirect-idp',
      method: 'GET',
      type: 'GOOGLE',
      href: 'https://acme.okta.com/sso/idps/1',
      idp: { id: '1', name: 'Google' },
    },
  ]),
  answer(
    [
      form('select-authenticator-enroll', {
        name: 'authenticator',
        options: [
          {
            label: 'Phone',
            relatesTo: '$.authenticators.value[0]',
            value: {
              form: {
                value: [
                  { name: 'id', value: 'aut1', mutable: false },
                  { name: 'methodType', options: [{ label: 'SMS', value: 'sms' }] },
                  { name: 'phoneNumber' },
                ],
              },
            },
          },
        ],
      }),
      form('skip'),
    ],
    { authenticators: { value: [{ key: 'phone_number', methods: [{ type: 'sms' }] }] } },
  ),
  answer(
    [
      form('enroll-authenticator', {
        name: 'credentials',
        form: { value: [{ name: 'passcode' }] },
      }),
    ],
    current('google_otp', { qrcode: { href: 'data:image/png;base64,AA' }, sharedSecret: 'ABCD' }),
  ),
  answer(
    [form('enroll-poll'), form('select-enrollment-channel', { name: 'channel' })],
    current('okta_verify', {
      selectedChannel: 'samedevice',
      samedevice: { setupOVUrl: 'https://x' },
    }),
  ),
  answer([
    {
      ...(form('consent', {
        name: 'consent',
        type: 'boolean',
        required: true,
        options: [{ label: 'Allow', value: true }],
      }) as { [key: string]: Json }),
      scopes: [{ name: 'email', label: 'See your address' }],
    },
  ]),
  answer([form('sing-a-song', { name: 'song', form: { value: [{ name: 'title' }] } })]),
  {
    version: '1.0.0',
    messages: { value: [message('idx.session.expired', 'Over'), { message: 'plain', links: [] }] },
  },
  { error: 'access_denied', error_description: 'No' },
  { version: '1.0.0', deviceEnrollment: { value: { name: 'mdm', enrollmentLink: 'https://x' } } },
];

/** Recorded answers, where a folder of them is at hand. */
function recordings(): Json[] {
  const folder = process.env['IDX_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'idx-corpus');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const recorded = parseJson(readFileSync(join(folder, file), 'utf8'));
      return recorded === undefined ? [] : [recorded as Json];
    });
}

export const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script><b>bold</b>';

/** Stands for `1e999`, which JSON can say and `JSON.stringify` cannot. */
const beyondNumbers = 'beyond numbers';

/** Stands for groups in groups that nothing of the test could walk. */
const tooDeep = 'too deep';
const deepText = `${'[{"name":"g","value":'.repeat(5_000)}[]${'}]'.repeat(5_000)}`;

/** Groups in groups; built without walking into them. */
function nested(depth: number): Json {
  let inner: Json = [];
  for (let level = 0; level < depth; level += 1) inner = [{ name: 'g', value: inner }];
  return inner;
}

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    markup,
    '{{ 7 * 7 }}',
    '\u202Ereversed\u2066',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<b>',
    'https://user:secret@evil.example/',
    '',
    'x'.repeat(20_000),
    'x'.repeat(1_100_000),
    '\uD83D',
    '\u0000\u001b[31m\u009b',
    'NaN',
    beyondNumbers,
    { toString: 1 },
    { valueOf: 1, toString: null, toJSON: 1 },
    { name: '__proto__', value: { form: { value: [{ name: 'constructor' }] } } },
    nested(60),
    tooDeep,
    '__proto__',
    'constructor',
    'hasOwnProperty',
    0.1,
    -0,
    Number.MAX_SAFE_INTEGER + 2,
    null,
    true,
    -1,
    1e308,
    [],
    {},
    [[[[[]]]]],
    'okta_verify',
    'webauthn',
    'duo',
    'never-heard-of',
    '$.remediation.value[0]',
  ),
  fc.string(),
  fc.integer(),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

const keys = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'i18n',
  'params',
  'refresh',
  'expiresAt',
  'name',
  'value',
  'options',
  'messages',
  'x',
);

/** What becomes of one place of an answer. */
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'remove', 'double', 'add'),
  key: keys,
  value: junk,
});

interface Place {
  readonly parent: Json[] | { [key: string]: Json };
  readonly key: string;
}

function places(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const parent = value;
    return [{ parent, key }, ...places(read(parent, key))];
  });
}

function read(parent: Place['parent'], key: string): Json {
  return (Array.isArray(parent) ? parent[Number(key)] : parent[key]) ?? null;
}

function write({ parent, key }: Place, value: Json): void {
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function mutate(
  copy: Json,
  changes: readonly { at: number; kind: string; key: string; value: Json }[],
) {
  for (const { at, kind, key, value: given } of changes) {
    const value = structuredClone(given);
    const all = places(copy);
    const place = all[at % Math.max(1, all.length)];
    if (!place) continue;
    const inner = read(place.parent, place.key);
    if (kind === 'replace') write(place, value);
    else if (kind === 'remove' && !Array.isArray(place.parent))
      Reflect.deleteProperty(place.parent, place.key);
    else if (kind === 'double' && Array.isArray(place.parent))
      place.parent.push(structuredClone(inner));
    else if (Array.isArray(inner)) inner.push(value);
    else if (typeof inner === 'object' && inner !== null) write({ parent: inner, key }, value);
  }
  return copy;
}

const sources = [...shapes, ...recordings()];

export interface MutatedAnswer {
  readonly status: number;
  /** JSON, as it came over the wire. */
  readonly text: string;
}

/** Answers as a careless or hostile org could send them: true ones, changed in a few places. */
export const mutatedAnswers: fc.Arbitrary<MutatedAnswer> = fc
  .tuple(
    fc.constantFrom(...sources.map((source) => JSON.stringify(source))),
    fc.array(change, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(200, 200, 400, 401, 403, 429),
  )
  .map(([source, changes, status]) => ({
    status,
    text: JSON.stringify(mutate(JSON.parse(source) as Json, changes))
      .replaceAll(JSON.stringify(beyondNumbers), '1e999')
      .replaceAll(JSON.stringify(tooDeep), deepText),
  }));

export function readAnswer({ status, text }: MutatedAnswer): IdxResponse {
  return { status, body: asRecord(parseJson(text)) ?? {} };
}
