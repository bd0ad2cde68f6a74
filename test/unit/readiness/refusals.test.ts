import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckId } from '../../../preload/contract/readiness';
import { verdict } from '../../../main/readiness/examination';
import { connectionTo, look, outcomeOf } from './examining';
import { type FakeOrg, startFakeOrg } from './fake-org';

const interact = 'POST /oauth2/v1/interact';
const introspect = 'POST /idp/idx/introspect';
const enroll = 'POST /idp/idx/enroll';

let org: FakeOrg;
beforeEach(async () => {
  org = await startFakeOrg();
});
afterEach(() => org.close());

const lookAt = (issuerPath = '', rest = {}) =>
  look({ connection: connectionTo(org.url, { issuer: org.url + issuerPath }), ...rest });

const zone = "The request is made from outside the client's permitted network zones.";

describe('an interact that fails', () => {
  it.each([
    [401, 'invalid_client', '', 'client-unknown', 'clientId'],
    [401, 'invalid_client', 'Client authentication failed.', 'web-app', 'clientId'],
    [
      400,
      'access_denied',
      'The requested feature is not enabled in this environment.',
      'interaction-code-off',
      null,
    ],
    [400, 'invalid_request', 'redirect_uri is missing.', 'redirect-uri-missing', 'redirectUri'],
    [403, 'access_denied', zone, 'network-zone', null],
  ])('%i %s %j is first of all %s of %s', async (status, error, sentence, cause, field) => {
    org.replies[interact] = [status, { error, error_description: sentence }];
    const examination = await lookAt();
    const outcome = outcomeOf(examination, 'interact');
    expect(outcome).toMatchObject({ status: 'fail', field, detail: sentence });
    expect(outcome.causes[0]).toBe(cause);
    expect(verdict(examination)).toBe('not-ready');
    expect(org.received.at(-1)?.path).toBe(interact);
  });

  it('with the API’s code for a feature that the org lacks is about custom servers', async () => {
    const body = { errorCode: 'E0000015', errorSummary: 'You do not have permission.' };
    org.replies['POST /oauth2/default/v1/interact'] = [401, body];
    expect(outcomeOf(await lookAt('/oauth2/default'), 'interact')).toMatchObject({
      status: 'fail',
      causes: ['no-api-access-management', 'interaction-code-off'],
    });
  });

  it('with a bare sentence is read like any other', async () => {
    org.replies[interact] = [400, 'The requested feature isn’t enabled in this environment.'];
    expect(outcomeOf(await lookAt(), 'interact').causes[0]).toBe('interaction-code-off');
  });

  it('with a sentence that nobody knows cannot be told', async () => {
    org.replies[interact] = [400, { error: 'new', error_description: 'Something new.' }];
    const examination = await lookAt();
    expect(outcomeOf(examination, 'interact')).toMatchObject({
      status: 'cannot-tell',
      causes: ['unusual-answer'],
      detail: 'Something new.',
    });
    expect(verdict(examination)).toBe('cannot-tell');
  });

  it('with a page of a proxy is named as what it is', async () => {
    org.replies[interact] = [403, '<html>Access denied by network policy</html>'];
    expect(outcomeOf(await lookAt(), 'interact').causes).toEqual(['network-policy']);
    const proxied = await lookAt('', { fetch: async () => new Response('', { status: 407 }) });
    expect(outcomeOf(proxied, 'org-address').causes).toEqual(['proxy-refuses']);
  });
});

describe('metadata that is refused', () => {
  const metadata = 'GET /.well-known/openid-configuration';
  const refusal = {
    errorCode: 'invalid_client',
    errorSummary: "Invalid value for 'client_id' parameter.",
  };

  it('for its client ID is about the client ID', async () => {
    org.replies[metadata] = [401, refusal];
    expect(outcomeOf(await lookAt(), 'issuer')).toMatchObject({
      status: 'fail',
      causes: ['client-unknown', 'client-inactive'],
      field: 'clientId',
    });
  });

  it('by an org is no sign that it is none', async () => {
    org.replies[metadata] = [403, { errorCode: 'E0000022', errorSummary: 'No endpoint.' }];
    expect(outcomeOf(await lookAt(), 'issuer')).toMatchObject({
      status: 'cannot-tell',
      causes: ['unusual-answer'],
    });
  });
});

describe('an introspect without a sign-up', () => {
  const message = (key: string, text: string) => ({
    messages: { value: [{ message: text, i18n: { key }, class: 'ERROR' }] },
  });

  it('finds that signing up is not offered, names what looks alike, and cancels', async () => {
    const remediation = { value: [{ name: 'identify' }] };
    org.replies[introspect] = [200, { stateHandle: 'sh', remediation }];
    const examination = await lookAt();
    expect(outcomeOf(examination, 'introspect')).toMatchObject({
      status: 'fail',
      causes: ['sign-up-not-allowed', 'app-not-assigned', 'app-in-another-policy'],
    });
    expect(org.received.at(-1)?.body).toBe('{"stateHandle":"sh"}');
  });

  it('finds that no access policy matches', async () => {
    const text = 'You are not allowed to access this app. To request access, contact an admin.';
    org.replies[introspect] = [403, message('idx.error.code.no_matching_policy', text)];
    expect(outcomeOf(await lookAt(), 'introspect').causes[0]).toBe('app-not-assigned');
    expect(outcomeOf(await lookAt('/oauth2/default'), 'introspect')).toMatchObject({
      causes: ['grant-not-in-access-policy', 'access-policy-denies', 'app-not-assigned'],
      field: 'issuer',
      detail: text,
    });
  });

  it('cannot tell from a refusal that is about something else', async () => {
    org.replies[introspect] = [401, message('idx.key.of.tomorrow', 'Not today.')];
    expect(outcomeOf(await lookAt(), 'introspect')).toMatchObject({
      status: 'cannot-tell',
      causes: ['unusual-answer'],
      detail: 'Not today.',
    });
  });

  it('cannot tell from a sign-up that the org has given up', async () => {
    const answer = message('idx.session.expired', 'You have been logged out.');
    for (const [path, check] of [
      [enroll, 'enrollment-form'],
      [introspect, 'introspect'],
    ] as const) {
      org.replies[path] = [401, answer];
      expect(outcomeOf(await lookAt(), check)).toMatchObject({
        status: 'cannot-tell',
        causes: ['session-expired'],
      });
    }
  });

  it.each([
    [
      'introspect',
      introspect,
      401,
      'Policy evaluation failed for this request.',
      'access-policy-denies',
    ],
    ['introspect', introspect, 403, 'Sign-up denied. Please contact support.', 'sign-up-denied'],
    ['enrollment-form', enroll, 403, 'Sign-up denied. Please contact support.', 'sign-up-denied'],
    [
      'enrollment-form',
      enroll,
      400,
      'User is not assigned to the client application.',
      'app-not-assigned',
    ],
  ] as const)(
    '%s knows OAuth’s form of a refusal: %i',
    async (check, path, status, text, cause) => {
      org.replies[path] = [status, { error: 'access_denied', error_description: text }];
      const examination = await lookAt();
      const outcome = outcomeOf(examination, check);
      expect(outcome).toMatchObject({ status: 'fail', detail: text });
      expect(outcome.causes[0]).toBe(cause);
      expect(verdict(examination)).toBe('not-ready');
    },
  );

  it('knows an org that is read-only by its message, whatever the status', async () => {
    org.replies[enroll] = [503, message('E0000010', 'Server is unable to respond.')];
    expect(outcomeOf(await lookAt(), 'enrollment-form')).toMatchObject({
      status: 'fail',
      causes: ['org-read-only'],
    });
  });

  it.each(['<html>', { remediation: 'none', unversioned: true }])(
    'cannot tell from %j',
    async (body) => {
      org.replies[introspect] = [200, body];
      const { status, causes } = outcomeOf(await lookAt(), 'introspect');
      expect(['cannot-tell', 'fail']).toContain(status);
      expect(causes.length).toBeGreaterThan(0);
    },
  );
});

describe('the form of the sign-up', () => {
  it('is read from the first page where it is there already', async () => {
    const form = { name: 'enroll-profile', value: [{ name: 'stateHandle' }] };
    org.replies[introspect] = [
      200,
      { version: '1.0.0', stateHandle: 'sh', remediation: { value: [form] } },
    ];
    expect(outcomeOf(await lookAt(), 'enrollment-form').status).toBe('pass');
    expect(org.received.map(({ path }) => path)).not.toContain(enroll);
  });

  it('with a captcha is worth a note; one of Okta’s own kind is not', async () => {
    const answer = (type: string) => ({
      version: '1.0.0',
      captcha: { value: { type, siteKey: 'k' } },
      remediation: { value: [{ name: 'enroll-profile', value: [] }] },
    });
    org.replies[enroll] = [200, answer('HCAPTCHA')];
    const examination = await lookAt();
    expect(outcomeOf(examination, 'enrollment-form')).toMatchObject({
      status: 'warn',
      causes: ['captcha-on-sign-up'],
    });
    expect(verdict(examination)).toBe('ready');
    org.replies[enroll] = [200, answer('ALTCHA')];
    expect(outcomeOf(await lookAt(), 'enrollment-form').status).toBe('pass');
  });

  it('that does not come is a failure', async () => {
    org.replies[enroll] = [200, { version: '1.0.0', remediation: { value: [{ name: 'poll' }] } }];
    expect(outcomeOf(await lookAt(), 'enrollment-form')).toMatchObject({
      status: 'fail',
      causes: ['form-not-shown'],
    });
  });
});

describe('at any step', () => {
  const steps = [
    ['GET /.well-known/okta-organization', 'org-address'],
    ['GET /.well-known/openid-configuration', 'issuer'],
    [interact, 'interact'],
    [introspect, 'introspect'],
    [enroll, 'enrollment-form'],
  ] satisfies [string, CheckId][];

  it.each(steps)('%s: a pause and a failing server leave it open', async (step, check) => {
    org.replies[step] = [429, { errorCode: 'E0000047', errorSummary: 'API call exceeded' }];
    const paused = await lookAt();
    expect(outcomeOf(paused, check)).toMatchObject({
      status: 'cannot-tell',
      causes: ['rate-limited'],
      detail: 'API call exceeded',
    });
    expect(verdict(paused)).toBe('cannot-tell');
    org.replies[step] = [503, '<html>down</html>'];
    expect(outcomeOf(await lookAt(), check).causes).toEqual(['server-error']);
    org.replies[step] = [503, { errorCode: 'E0000010', errorSummary: 'Read-only' }];
    expect(outcomeOf(await lookAt(), check)).toMatchObject({
      status: 'fail',
      causes: ['org-read-only'],
    });
  });

  it.each(steps)('%s: no answer in time is told', async (step, check) => {
    org.replies[step] = 'hang';
    const outcome = outcomeOf(await lookAt('', { limit: 100 }), check);
    expect(outcome).toMatchObject({ status: 'cannot-tell' });
    expect(outcome.causes[0]).toBe('no-answer-in-time');
  });
});

describe('the clock and the speed', () => {
  const dated =
    (seconds: number): typeof globalThis.fetch =>
    async (url, init) => {
      const answer = await globalThis.fetch(url, init);
      const headers = new Headers(answer.headers);
      headers.set('date', new Date(Date.now() + seconds * 1000).toUTCString());
      return new Response(await answer.text(), { status: answer.status, headers });
    };

  it.each([
    [20, 'pass'],
    [-120, 'warn'],
    [600, 'fail'],
    [-600, 'fail'],
  ])('%i seconds apart are a %s', async (seconds, status) => {
    const outcome = outcomeOf(await lookAt('', { fetch: dated(seconds) }), 'clock');
    expect(outcome.status).toBe(status);
    expect(outcome.causes).toEqual(status === 'pass' ? [] : ['clock-skew']);
  });

  it('a slow org is worth a note', async () => {
    let time = Date.now();
    const slow: typeof globalThis.fetch = async (url, init) => {
      time += 4000;
      return globalThis.fetch(url, init);
    };
    const original = Date.now;
    Date.now = () => time;
    try {
      expect(outcomeOf(await lookAt('', { fetch: slow }), 'latency')).toMatchObject({
        status: 'warn',
        summary: 'slow-org',
      });
    } finally {
      Date.now = original;
    }
  });
});
