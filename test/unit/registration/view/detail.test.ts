import { describe, expect, it } from 'vitest';
import type { Passkeys } from '../../../../main/registration/passkey';
import type { IdxResponse } from '../../../../main/registration/idx/remediation';
import { toTerminalAnswer } from '../../../../main/registration/view/ending';
import { toStepView } from '../../../../main/registration/view/step-view';

const orgUrl = 'https://acme.okta.com';
const picture = 'data:image/png;base64,AAAA';

const context = (canShowOrgPage: boolean, passkeys: Passkeys = 'any') => ({
  serial: 1,
  focus: null,
  person: { login: null, firstName: null, lastName: null },
  resendAvailableAt: null,
  clockOffset: 0,
  now: 1000,
  orgUrl,
  capabilities: { canShowCaptcha: canShowOrgPage, passkeys },
  openedAction: null,
});

function stepOf(
  remediation: object,
  more: object = {},
  canShowOrgPage = true,
  passkeys: Passkeys = canShowOrgPage ? 'any' : 'none',
) {
  const response: IdxResponse = {
    status: 200,
    body: { ...more, remediation: { value: [{ method: 'POST', href: '/x', ...remediation }] } },
  };
  const step = toStepView(response, context(canShowOrgPage, passkeys));
  if (!step) throw new Error('No step');
  return step;
}

const current = (key: string, contextualData: object, more: object = {}) => ({
  currentAuthenticator: { value: { key, contextualData, ...more } },
});

describe('an authenticator app', () => {
  it('shows a picture of the answer itself, and the key to type', () => {
    const data = { qrcode: { href: picture }, sharedSecret: 'ABCD' };
    const { view } = stepOf({ name: 'enroll-authenticator' }, current('google_otp', data));
    expect(view.detail).toEqual({ kind: 'totp', qrCode: picture, sharedSecret: 'ABCD' });
  });

  it.each(['https://evil.example/x.png', 'data:text/html,<b>', 'javascript:alert(1)'])(
    'shows no picture from %s',
    (href) => {
      const data = { qrcode: { href }, sharedSecret: 'ABCD' };
      const { view } = stepOf({ name: 'enroll-authenticator' }, current('google_otp', data));
      expect(view.detail).toMatchObject({ qrCode: null });
    },
  );
});

describe('Okta Verify', () => {
  it('names the devices of a person, one or several', () => {
    const on = (enrolledDevices: unknown) =>
      stepOf(
        { name: 'enroll-poll' },
        current('okta_verify', {
          selectedChannel: 'devicebootstrap',
          devicebootstrap: { platform: 'ios', enrolledDevices },
        }),
      ).view.detail;
    expect(on('Phone')).toMatchObject({ enrolledDevices: ['Phone'], platform: 'ios' });
    expect(on(['Phone', 'Tablet'])).toMatchObject({ enrolledDevices: ['Phone', 'Tablet'] });
  });

  it('opens its links by id, and only addresses that are safe to open', () => {
    const on = (setupOVUrl: string) =>
      stepOf(
        { name: 'enroll-poll' },
        current('okta_verify', {
          selectedChannel: 'samedevice',
          samedevice: { setupOVUrl, securityLevel: 'ANY' },
        }),
      );
    const good = on('https://apps.example/verify');
    expect(good.view.detail).toMatchObject({ allowsOtherDevices: true, setupLink: 'link:0' });
    expect(good.links.find('link:0')?.href.href).toBe('https://apps.example/verify');
    for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'http://other.example']) {
      expect(on(href).view.detail).toMatchObject({ setupLink: null });
    }
  });

  it('can be asked now, and is asked by itself', () => {
    const { view } = stepOf({ name: 'enroll-poll' }, current('okta_verify', {}));
    expect(view.actions).toMatchObject([{ id: 'check', kind: 'check', name: 'enroll-poll' }]);
    expect(view.isPolling).toBe(true);
  });
});

describe('what this shell cannot do', () => {
  describe('is said of a passkey that the org wants kept on the computer', () => {
    const contextualData = (authenticatorAttachment?: string) => ({
      activationData: { challenge: 'YQ', authenticatorSelection: { authenticatorAttachment } },
    });
    const enroll = { name: 'enroll-authenticator' };

    it.each<[Passkeys, string | undefined, object]>([
      ['roaming', 'platform', { unavailable: 'not-kept', needs: 'security-key' }],
      ['roaming', 'cross-platform', { unavailable: null, needs: 'security-key' }],
      ['roaming', undefined, { unavailable: null, needs: 'security-key' }],
      ['any', 'platform', { unavailable: null, needs: null }],
      ['none', 'platform', { unavailable: 'not-here', needs: null }],
    ])('where the shell makes %s and the org asks for %s', (passkeys, attachment, expected) => {
      const answer = current('webauthn', contextualData(attachment));
      const { view } = stepOf(enroll, answer, true, passkeys);
      const isAvailable = !('unavailable' in expected && expected.unavailable);
      expect(view).toMatchObject({
        authenticator: expected,
        detail: { kind: 'passkey', isAvailable },
      });
    });

    it('on the list too, once its answer tells', () => {
      const list = {
        name: 'select-authenticator-enroll',
        value: [
          {
            name: 'authenticator',
            options: [
              { label: 'Passkeys', value: { form: { value: [] } }, relatesTo: '$.listed.value[0]' },
              { label: 'Email', value: { form: { value: [] } }, relatesTo: '$.listed.value[1]' },
            ],
          },
        ],
      };
      const listed = { listed: { value: [{ key: 'webauthn' }, { key: 'okta_email' }] } };
      const optionsOf = (more: object) =>
        stepOf(list, { ...listed, ...more }, true, 'roaming').view.fields[0]?.options?.map(
          ({ authenticator }) => authenticator,
        );
      expect(optionsOf({})).toMatchObject([
        { unavailable: null, needs: 'security-key' },
        { unavailable: null, needs: null },
      ]);
      expect(optionsOf(current('webauthn', contextualData('platform')))).toMatchObject([
        { unavailable: 'not-kept' },
        { unavailable: null },
      ]);
    });
  });

  it('is said of a passkey', () => {
    const { view } = stepOf({ name: 'enroll-authenticator' }, current('webauthn', {}), false);
    expect(view).toMatchObject({
      detail: { kind: 'passkey', isAvailable: false },
      authenticator: { unavailable: 'not-here' },
    });
  });

  it('is said of what only administrators enroll, and of the frame that Duo ended', () => {
    const reason = (key: string, data: object = {}) =>
      stepOf({ name: 'enroll-authenticator' }, current(key, data)).view.authenticator?.unavailable;
    expect(reason('custom_otp')).toBe('administrator');
    expect(reason('duo', { integrationType: 'IFRAME' })).toBe('ended');
    expect(reason('duo', { integrationType: 'OIDC' })).toBeNull();
    expect(reason('okta_email')).toBeNull();
  });

  it('is said of a captcha', () => {
    const token = { name: 'captchaToken', visible: false, hint: 'captcha' };
    const form = {
      name: 'enroll-profile',
      value: [{ name: 'captchaVerify', form: { value: [token] } }],
    };
    const captcha = (type: string, canShow: boolean) =>
      stepOf(form, { captcha: { value: { type } } }, canShow).view;
    expect(captcha('HCAPTCHA', false)).toMatchObject({
      captcha: { kind: 'hcaptcha', isAvailable: false },
      fields: [],
    });
    expect(captcha('RECAPTCHA_V2', true).captcha).toEqual({ kind: 'recaptcha', isAvailable: true });
    expect(captcha('ALTCHA', false).captcha).toEqual({ kind: 'altcha', isAvailable: true });
    expect(captcha('NEW_THING', true).captcha).toEqual({ kind: 'unknown', isAvailable: false });
  });
});

describe('identity providers', () => {
  const provider = (id: string, type: string, name: string) => ({
    name: 'redirect-idp',
    method: 'GET',
    type,
    href: `https://acme.okta.com/sso/idps/${id}?stateToken=canary`,
    idp: { id, name },
  });

  it('are opened one by one, by id, and their address stays in main', () => {
    const response: IdxResponse = {
      status: 200,
      body: {
        remediation: {
          value: [
            { name: 'enroll-profile', href: '/x', value: [{ name: 'a' }] },
            provider('1', 'GOOGLE', 'Google'),
            provider('2', 'SAML2', 'Acme'),
          ],
        },
      },
    };
    const step = toStepView(response, context(true));
    expect(step?.view.actions).toMatchObject([
      { id: 'submit' },
      { id: 'open:redirect-idp', kind: 'open', provider: { type: 'GOOGLE', name: 'Google' } },
      { id: 'open:redirect-idp:1', kind: 'open', provider: { type: 'SAML2', name: 'Acme' } },
    ]);
    expect(step?.links.find('open:redirect-idp:1')?.href.pathname).toBe('/sso/idps/2');
    expect(JSON.stringify(step?.view)).not.toContain('canary');
  });

  it('are the step itself where one is being enrolled', () => {
    const response: IdxResponse = {
      status: 200,
      body: {
        ...current('external_idp', {}),
        remediation: {
          value: [
            { name: 'select-authenticator-enroll', href: '/x', value: [] },
            { ...provider('1', 'OIDC', 'Acme'), relatesTo: ['$.currentAuthenticator'] },
          ],
        },
      },
    };
    const view = toStepView(response, context(true))?.view;
    expect(view).toMatchObject({
      step: 'redirect-idp',
      authenticator: { key: 'external_idp' },
      actions: [{ kind: 'open' }, { name: 'select-authenticator-enroll' }],
    });
  });
});

describe('consent', () => {
  it('lists what is granted in any case apart from what a person decides', () => {
    const scope = (name: string, mutable: boolean) => ({
      name,
      label: `See ${name}`,
      desc: `More about ${name}`,
      type: 'boolean',
      required: true,
      value: true,
      mutable,
    });
    const { view } = stepOf({
      name: 'granular-consent',
      value: [
        { name: 'consent', type: 'boolean', visible: false, required: true },
        { name: 'optedScopes', form: { value: [scope('openid', false), scope('a.b', true)] } },
      ],
    });
    expect(view.detail).toMatchObject({ scopes: [{ name: 'openid', isFixed: true }] });
    expect(view.fields).toMatchObject([
      { name: 'consent', control: 'radio', options: [{ id: 'true' }, { id: 'false' }] },
      { name: 'optedScopes.a.b', control: 'checkbox', description: 'More about a.b' },
    ]);
  });
});

describe('an ending', () => {
  const ending = (body: object, status = 200) =>
    toTerminalAnswer({ status, body: { ...body } }, orgUrl);
  const message = (key: string, more: object = {}) => ({
    messages: { value: [{ message: 'words', i18n: { key }, class: 'ERROR', ...more }] },
  });

  it('shows the code that is to be typed elsewhere, and where it was asked for', () => {
    const { reason, detail } = ending({
      ...message('idx.enter.otp.in.original.tab'),
      ...current('okta_email', { otp: '123456' }),
      intent: 'ENROLLMENT',
      client: { value: { browser: 'FIREFOX', os: 'Mac OS X', location: { city: 'Toronto' } } },
    });
    expect(reason).toBe('code-for-original');
    expect(detail).toMatchObject({ code: '123456', intent: 'sign-up', location: 'Toronto' });
  });

  it.each([
    ['idx.expired.activation.token', 'activation-link-expired'],
    ['idx.missing.activation.token', 'activation-link-invalid'],
    ['idx.activating.inactive.user', 'account-suspended'],
    ['idx.request.activation.email', 'activation-mail-sent'],
    ['idx.error.server.safe.mode.enrollment.unavailable', 'set-up-unavailable'],
    ['idx.identity.provider.auth.error', 'identity-provider-failed'],
    ['idx.error.code.access_denied.device_assurance.remediation.title', 'device-not-compliant'],
  ])('%s means %s', (key, reason) => {
    expect(ending(message(key), 400).reason).toBe(reason);
  });

  it('opens the links of a message by id', () => {
    const links = [{ url: 'https://help.example', label: 'Help' }, { url: 'javascript:alert(1)' }];
    const { messages, book } = ending(message('security.access_denied_custom_message', { links }));
    expect(messages[0]?.links).toEqual([{ id: 'link:0', label: 'Help' }]);
    expect(book.find('link:0')?.href.hostname).toBe('help.example');
  });

  it('leads on in a browser where the org says so', () => {
    const { reason, links } = ending({ success: { href: 'https://acme.okta.com/app' } });
    expect(reason).toBe('continue-in-browser');
    expect(links).toEqual([{ id: 'link:0', label: null }]);
  });

  it('tells a device that has to be enrolled first', () => {
    const { reason, detail } = ending({
      deviceEnrollment: {
        value: { name: 'mdm', vendor: 'Acme', enrollmentLink: 'https://mdm.example' },
      },
    });
    expect(reason).toBe('device-enrollment-required');
    expect(detail).toMatchObject({ name: 'mdm', vendor: 'Acme', enrollmentLink: 'link:0' });
  });

  it('tells a feature that is switched off from a refusal', () => {
    const body = (error_description: string) => ({ error: 'access_denied', error_description });
    const off = 'The requested feature is not enabled in this environment.';
    expect(ending(body(off), 400).reason).toBe('feature-not-enabled');
    expect(ending(body('No.'), 400).reason).toBe('access-denied');
  });
});
