import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ada,
  fieldMessages,
  type Json,
  list,
  openSignUp,
  solveAltcha,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

async function start(captcha: 'altcha' | 'hcaptcha' | 'recaptcha') {
  org = await startTestOrg({ captcha });
  const signUp = await openSignUp(org);
  const page = await signUp.post('select-enroll-profile');
  const { value } = page.json['captcha'] ?? {};
  const siteKey = String(value?.['siteKey']);
  return {
    signUp,
    captcha: value,
    siteKey,
    send: (captchaToken: unknown, userProfile: object = ada) =>
      signUp.post('enroll-profile', { userProfile, captchaVerify: { captchaToken } }),
  };
}

const texts = (answer: Json) =>
  list(answer['messages']?.['value']).map(({ message }) => String(message));

const solve = (change?: object) => solveAltcha(org, change);

const earn = async (siteKey: string) =>
  (await org.postJson('/practice/captcha/token', { siteKey })).json['token'];

describe('a captcha', () => {
  it.each([
    ['altcha', 'ALTCHA', 'altcha'],
    ['hcaptcha', 'HCAPTCHA', 'capPract1ceHCapt0g4'],
    ['recaptcha', 'RECAPTCHA_V2', 'capPract1ceReCapt0g4'],
  ] as const)('%s is on the profile page, in the shape Okta gives it', async (kind, type, id) => {
    const { signUp, captcha, siteKey } = await start(kind);
    expect(captcha).toEqual({ id, name: expect.any(String) as string, type, siteKey });
    const fields = list(signUp.form('enroll-profile')?.['value']);
    expect(fields.find(({ name }) => String(name) === 'captchaVerify')).toEqual({
      name: 'captchaVerify',
      relatesTo: '$.captcha',
      form: {
        value: [
          { name: 'captchaId', required: true, value: id, visible: false, mutable: false },
          { name: 'captchaToken', required: true, visible: false, hint: 'captcha' },
        ],
      },
    });
  });

  it('that was not solved leaves the form, with a word above it', async () => {
    const { signUp, send } = await start('hcaptcha');
    for (const token of [undefined, '', 7, 'made up']) {
      const refused = await send(token);
      expect(refused.status).toBe(400);
      expect(texts(refused.json)).toEqual(['The captcha was not solved. Try again.']);
      expect(signUp.steps()).toContain('enroll-profile');
      expect(refused.json['captcha']).toBeDefined();
    }
  });
});

describe('ALTCHA', () => {
  it('takes the right number, and lets the sign-up go on', async () => {
    const { send } = await start('altcha');
    expect((await send(await solve())).text).toContain('select-authenticator-enroll');
  });

  it('takes a solution once, also where the form was refused for something else', async () => {
    const { signUp, send } = await start('altcha');
    const solution = await solve();
    await send(solution, { ...ada, email: 'x' });
    expect(fieldMessages(signUp.form('enroll-profile'))).not.toEqual([]);
    expect(texts((await send(solution)).json)).toHaveLength(1);
    expect((await send(await solve())).status).toBe(200);
  });

  it.each([
    { number: -1 },
    { algorithm: 'SHA-1' },
    { signature: 'x' },
    { salt: 'another?expires=9999999999' },
    { challenge: createHash('sha256').update('x0').digest('hex'), salt: 'x', number: 0 },
  ])('refuses a solution with %o', async (change) => {
    const { send } = await start('altcha');
    expect((await send(await solve(change))).status).toBe(400);
  });

  it('refuses a solution of long ago, and what is none', async () => {
    const { send } = await start('altcha');
    const solution = await solve();
    org.wait(121);
    expect((await send(solution)).status).toBe(400);
    expect((await send('%%%')).status).toBe(400);
  });
});

describe('the stand-in for hCaptcha and reCAPTCHA', () => {
  it('gives a token to this site alone, good for one try and two minutes', async () => {
    const { siteKey, send } = await start('recaptcha');
    expect((await org.postJson('/practice/captcha/token', { siteKey: 'x' })).status).toBe(400);
    const token = await earn(siteKey);
    expect((await send(token, {})).status).toBe(400);
    expect(texts((await send(token)).json)).toHaveLength(1);
    const late = await earn(siteKey);
    org.wait(121);
    expect((await send(late)).status).toBe(400);
    expect((await send(await earn(siteKey))).status).toBe(200);
  });

  it('shows a button when it is asked to, and hands over what was earned', async () => {
    const { siteKey, send } = await start('hcaptcha');
    const script = await org.get('/practice/captcha/api.js?onload=ready');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const { document, load } = openPage();
    let isReady = false;
    const page = load(script.text, () => (isReady = true));
    expect(isReady).toBe(true);
    expect(page.grecaptcha).toBe(page.hcaptcha);
    const container = document.createElement('div');
    const token = new Promise((resolve, reject) => {
      const id = page.hcaptcha.render(container, {
        sitekey: siteKey,
        size: 'invisible',
        callback: resolve,
        'error-callback': reject,
      });
      expect(container.textContent).toBe('');
      page.hcaptcha.execute(id);
    });
    expect(container.textContent).toBe('I am a person');
    container.querySelector('button')?.click();
    const earned = await token;
    expect(container.textContent).toBe('');
    expect((await send(earned)).status).toBe(200);
  });

  it('says so when it cannot give a token, and forgets one when it is reset', async () => {
    const { siteKey } = await start('hcaptcha');
    const script = await org.get('/practice/captcha/api.js');
    const { document, load } = openPage();
    const { hcaptcha } = load(script.text);
    const container = document.createElement('div');
    const click = () => container.querySelector('button')?.click();
    const wrong = hcaptcha.render(container, { sitekey: 'another site’s' });
    const failing = hcaptcha.execute(wrong, { async: true });
    click();
    await expect(failing).rejects.toThrow();
    const right = hcaptcha.render(container, { sitekey: siteKey });
    const solving = hcaptcha.execute(right, { async: true });
    click();
    expect(await solving).toEqual({ response: expect.any(String) as string, key: right });
    expect(hcaptcha.getResponse(right)).not.toBe('');
    hcaptcha.reset(right);
    expect(hcaptcha.getResponse(right)).toBe('');
  });

  async function rendered(options: object = {}) {
    const { siteKey, send } = await start('hcaptcha');
    const { document, load } = openPage();
    const { hcaptcha } = load((await org.get('/practice/captcha/api.js')).text);
    const container = document.createElement('div');
    const id = hcaptcha.render(container, { sitekey: siteKey, size: 'invisible', ...options });
    const click = () => container.querySelector('button')?.click();
    return { hcaptcha, container, id, click, send };
  }

  it('takes the calls of the components that the Sign-In Widget has of both', async () => {
    let verified: (pair: readonly string[]) => void = () => {};
    const pair = new Promise<readonly string[]>((resolve) => (verified = resolve));
    const { hcaptcha, container, id, click, send } = await rendered({
      // `handleSubmit` of @hcaptcha/react-hcaptcha.
      callback: () => verified([hcaptcha.getResponse(id), hcaptcha.getRespKey(id)]),
    });
    expect(hcaptcha.getResponse(id)).toBe('');
    expect(hcaptcha.getRespKey(id)).toBe('');
    hcaptcha.setData(id, { rqdata: 'x' });
    expect(hcaptcha.execute(id, null)).toBeUndefined();
    click();
    const [token, key] = await pair;
    expect(key).not.toBe('');
    expect(container.textContent).toBe('');
    expect((await send(token)).status).toBe(200);
    hcaptcha.reset(id);
    hcaptcha.remove(id);
    expect(() => hcaptcha.execute(id)).toThrow();
  });

  it('without an ID means the first, also for null', async () => {
    const { hcaptcha, click } = await rendered();
    const solving = hcaptcha.execute(null, { async: true });
    click();
    const { response } = v.parse(v.object({ response: v.string() }), await solving);
    expect(response).not.toBe('');
    expect(hcaptcha.getResponse()).toBe(response);
  });

  it('is ready only after the page knows that the script is there, as theirs are', async () => {
    await start('recaptcha');
    const script = await org.get('/practice/captcha/api.js');
    const { load } = openPage();
    const heard: string[] = [];
    let tell = () => {};
    load(script.text, () => heard.push('ready'), {
      addEventListener: (_: string, listener: () => void) => (tell = listener),
    });
    heard.push('loaded');
    tell();
    expect(heard).toEqual(['loaded', 'ready']);
  });

  it('tells when it is closed, and can be asked again', async () => {
    let closed = 0;
    const { hcaptcha, container, id, click } = await rendered({
      'close-callback': () => (closed += 1),
    });
    const given = hcaptcha.execute(id, { async: true });
    hcaptcha.close(id);
    await expect(given).rejects.toBe('challenge-closed');
    expect(closed).toBe(1);
    expect(container.textContent).toBe('');
    const again = hcaptcha.execute(id, { async: true });
    click();
    await expect(again).resolves.toBeDefined();
  });

  it('hands nothing over from a captcha that was reset or removed meanwhile', async () => {
    const { hcaptcha, container, id } = await rendered({
      callback: () => expect.unreachable('a token came late'),
    });
    hcaptcha.execute(id);
    const button = container.querySelector('button');
    hcaptcha.remove(id);
    button?.click();
    const other = hcaptcha.render(container, {});
    expect(other).not.toBe(id);
    // The request of the button is over when a later one is.
    await org.postJson('/practice/captcha/token', {});
    await org.postJson('/practice/captcha/token', {});
  });
});

interface CaptchaApi {
  render(container: unknown, options: object): string;
  execute(id: string | null, options?: object | null): Promise<unknown> | undefined;
  reset(id: string): void;
  remove(id: string): void;
  close(id: string): void;
  setData(id: string, data: object): void;
  getResponse(id?: string): string;
  getRespKey(id: string): string;
}

/** A page that loads the script as a browser does. */
function openPage() {
  const { document } = new Window();
  return {
    document,
    load(code: string, ready: () => void = () => {}, script: object = {}) {
      const window = { ready } as { hcaptcha: CaptchaApi; grecaptcha: CaptchaApi; ready(): void };
      const src = `${org.origin}/practice/captcha/api.js?onload=ready`;
      const proxied = {
        currentScript: { src, ...script },
        createElement: (name: string) => document.createElement(name),
      };
      runInNewContext(code, { window, document: proxied, fetch, URL, Map, Promise, setTimeout });
      return window;
    },
  };
}
