import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StepDetail, StepView } from '../../../../../preload/schemas/registration';
import { action, field, message, option, stepView } from '../../views';
import { type Desk, openWizard } from '../../wizard';

// Loaded when their step comes; no test has to wait for that.
import.meta.glob('../../../../../renderer/registration/steps/gates/*.vue', { eager: true });

async function show(view: StepView): Promise<Desk> {
  const desk = await openWizard(view);
  await vi.dynamicImportSettled();
  await flushPromises();
  return desk;
}

const submit = action('submit', 'submit');
const decision = (yes = 'true', no = 'false') =>
  field('consent', {
    control: 'radio',
    options: [option('true', { label: yes }), option('false', { label: no })],
  });
const scope = (name: string, label: string | null, isFixed = false) => ({
  name,
  label,
  description: null,
  isFixed,
});

const consent = stepView({
  step: 'consent',
  fields: [decision('Allow Access', "Don't Allow")],
  detail: {
    kind: 'consent',
    app: 'Travel desk',
    scopes: [
      scope('openid', null),
      { ...scope('trips', 'See your trips'), description: 'Past and planned ones.' },
      scope('email', 'View your email address.'),
    ],
  },
});

describe('what an app asks for', () => {
  it('is listed in words, with the name of the app', async () => {
    const { page } = await show(consent);
    expect(page.get('h1').text()).toBe('Do you allow this?');
    expect(page.text()).toContain('Travel desk asks for');
    const items = page.findAll('li').map((one) => one.text());
    expect(items).toContain('Know who you are');
    expect(items).toContain('See your email address');
    expect(items.find((one) => one.startsWith('See your trips'))).toContain('Past and planned');
  });

  it.each([
    ['Allow', 'true'],
    ['Do not allow', 'false'],
  ])('is answered with one press of “%s”', async (label, value) => {
    const desk = await show(consent);
    const button = desk.page.findAll('button').find((one) => one.text() === label);
    expect(button?.attributes()).toMatchObject({ name: 'consent', value, type: 'submit' });
    await button?.trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ values }) => values)).toEqual([{ consent: value }]);
  });

  it('can be granted in parts, by scopes whose names hold dots', async () => {
    const names = ['a', 'a.b', 'email'];
    const desk = await show({
      ...consent,
      step: 'granular-consent',
      fields: [
        decision(),
        ...names.map((name) =>
          field(`optedScopes.${name}`, {
            control: 'checkbox',
            value: true,
            label: `Scope ${name}`,
          }),
        ),
      ],
      detail: { kind: 'consent', app: null, scopes: [scope('openid', null, true)] },
    });
    expect(desk.page.text()).toContain('Always included');
    expect(desk.page.text()).toContain('This app asks for');
    for (const name of names) {
      const box = desk.input(`optedScopes.${name}`).element as HTMLInputElement;
      expect([box.checked, box.labels?.length], name).toEqual([true, 1]);
    }
    await desk.input('optedScopes.a.b').setValue(false);
    await desk.page.get('button[name="consent"][value="true"]').trigger('click');
    await flushPromises();
    expect(desk.sent[0]?.values).toEqual({
      consent: 'true',
      'optedScopes.a': true,
      'optedScopes.a.b': false,
      'optedScopes.email': true,
    });
  });

  it('says who asks when a link of a mail was opened elsewhere', async () => {
    const detail: StepDetail = {
      kind: 'request',
      rows: [
        { name: 'appName', label: 'Application', value: 'Travel desk' },
        { name: 'browser', label: 'Browser', value: 'FIREFOX' },
        { name: 'badge', label: 'Badge', value: '7' },
      ],
    };
    const desk = await show({ ...consent, step: 'email-challenge-consent', detail });
    expect(desk.page.findAll('dt').map((one) => one.text())).toEqual(['App', 'Browser', 'Badge']);
    expect(desk.page.findAll('dd').map((one) => one.text())).toEqual([
      'Travel desk',
      'Firefox',
      '7',
    ]);
    await desk.button('No, it is not me').trigger('click');
    await flushPromises();
    expect(desk.sent[0]?.values).toEqual({ consent: 'false' });
  });
});

describe('an identity provider', () => {
  const provider = (id: string, type: string, name: string | null = null) =>
    action(id, 'open', { name: 'redirect-idp', provider: { type, name } });
  const google = provider('open:redirect-idp', 'GOOGLE', 'google-prod');
  const saml = provider('open:redirect-idp:1', 'SAML2', 'Acme Login');
  const names = (desk: Desk) =>
    desk.page.findAll('[data-provider]').map((one) => one.text().replace(/\s+/g, ' '));

  it('is named by its kind, else by its administrator', async () => {
    const card = provider('open:piv-idp', 'X509', 'PIV');
    const nameless = provider('open:redirect-idp:3', 'OIDC');
    const desk = await show(
      stepView({ step: 'redirect-idp', actions: [google, saml, card, nameless] }),
    );
    expect(names(desk)).toEqual([
      'Continue with Google',
      'Continue with Acme Login',
      'Continue with a smart card',
      'Continue with another service',
    ]);
  });

  it('is told apart from another one of its kind', async () => {
    const second = provider('open:redirect-idp:1', 'GOOGLE', 'Visitors');
    const desk = await show(stepView({ step: 'redirect-idp', actions: [google, second] }));
    expect(names(desk)).toEqual([
      'Continue with Google (google-prod)',
      'Continue with Google (Visitors)',
    ]);
  });

  it('stands below a form as another way, and opens only when it is pressed', async () => {
    const view = stepView({
      fields: [field('userProfile.email')],
      actions: [submit, google, saml],
    });
    const desk = await show(view);
    const main = desk.page.get('main').text();
    expect(main.indexOf('or')).toBeGreaterThan(-1);
    expect(main.indexOf('Continue with Google')).toBeGreaterThan(
      main.indexOf(desk.page.get('[type="submit"]').text()),
    );
    expect(desk.opened).toEqual([]);
    desk.answer({ ...view, openedAction: google.id });
    await desk.page.get('[data-provider="GOOGLE"]').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 1, link: 'open:redirect-idp' }]);
    expect(document.activeElement?.textContent).toContain('Go on in your browser');
  });

  it('is found by typing where there are many', async () => {
    const many = Array.from({ length: 11 }, (_, at) =>
      provider(`open:redirect-idp:${at}`, 'SAML2', `Company ${at}`),
    );
    const desk = await show(stepView({ step: 'redirect-idp', actions: [...many, google] }));
    expect(names(desk)).toHaveLength(12);
    await desk.input('providerSearch').setValue('goo');
    expect(names(desk)).toEqual(['Continue with Google']);
    expect(desk.page.text()).toContain('1 service found');
    await desk.input('providerSearch').setValue('nobody');
    expect(desk.page.text()).toContain('0 services found');
  });

  it('is not looked for among a few', async () => {
    const desk = await show(stepView({ step: 'redirect-idp', actions: [google, saml] }));
    expect(desk.input('providerSearch').exists()).toBe(false);
  });
});

describe('a page that is open in the browser', () => {
  const idp = action('open:redirect-idp', 'open', { provider: { type: 'GOOGLE', name: null } });
  const opened = stepView({
    step: 'redirect-idp',
    openedAction: idp.id,
    actions: [action('check', 'check'), idp],
  });

  it('is asked after once, with one button, and can be opened again', async () => {
    const desk = await show(opened);
    expect(desk.page.text()).toContain('this page goes on by itself');
    expect(desk.page.findAll('[data-action="check"]')).toHaveLength(1);
    await desk.button('I am done there').trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['check']);
    expect(desk.page.get('main').text()).toContain('not finished there yet');
    await desk.button('Open again').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 1, link: idp.id }]);
  });
});

describe('an identity check', () => {
  const page = action('open:redirect-idverify', 'open', {
    provider: { type: 'ID_PROOFING', name: 'Persona' },
  });
  const view = stepView({
    step: 'redirect-idverify',
    actions: [page],
    detail: {
      kind: 'identity-verification',
      vendor: 'Persona',
      termsLink: 'link:0',
      privacyLink: 'link:1',
    },
  });

  it('names the company, what it needs and what it shares, and links its terms', async () => {
    const desk = await show(view);
    const text = desk.page.get('main').text();
    expect(text).toContain('Persona');
    expect(text).toContain('passport');
    expect(text).toContain('shared with your organization');
    await desk.button('Terms of use').trigger('click');
    await desk.button('Privacy policy').trigger('click');
    await desk.page.get('[data-action="redirect-idverify"]').trigger('click');
    await flushPromises();
    expect(desk.opened.map(({ link }) => link)[0]).toBe('link:0');
    expect(desk.page.findAll('[data-action="redirect-idverify"]')).toHaveLength(1);
  });

  it('does without a name and without terms', async () => {
    const { page: shown } = await show({
      ...view,
      detail: { kind: 'identity-verification', vendor: null, termsLink: null, privacyLink: null },
    });
    expect(shown.text()).toContain('another company');
    expect(shown.text()).not.toContain('Terms of use');
  });
});

describe('a busy org', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setInterval'] }));

  it('is asked again by itself, visibly, and at once when the person wants', async () => {
    const view = stepView({
      step: 'poll',
      isPolling: true,
      asksAgainAt: 1_000_000 + 3000,
      actions: [action('check', 'check', { name: 'poll' })],
    });
    const desk = await show(view);
    expect(desk.page.get('h1').text()).toBe('The organization is busy');
    expect(desk.page.get('main [aria-hidden="true"].muted').text()).toBe('Next try in 0:03');
    await desk.push({ ...view, serial: 2, asksAgainAt: 1_000_000 + 9000 });
    expect(desk.page.text()).toContain('still busy');
    await desk.page.get('[data-action="poll"]').trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['check']);
    vi.useRealTimers();
  });
});

describe("the org's sign-in form", () => {
  const signUp = action('remediation:select-enroll-profile', 'remediation');
  const view = stepView({
    step: 'identify',
    fields: [field('identifier', { label: 'Username' })],
    actions: [submit, signUp],
  });

  it('leads to the sign-up where the org offers one', async () => {
    const desk = await show(view);
    expect(desk.page.findAll('[data-action="select-enroll-profile"]')).toHaveLength(1);
    await desk.button('Create account').trigger('click');
    expect(desk.sent[0]?.action).toBe(signUp.id);
  });

  it('says so where it does not, and can be sent', async () => {
    const desk = await show({ ...view, actions: [submit] });
    expect(desk.page.text()).toContain('does not offer to create one');
    await desk.input('identifier').setValue('mira');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ identifier: 'mira' });
  });

  it('leads back to the sign-up form beside it', async () => {
    const back = action('show:enroll-profile', 'show');
    const desk = await show({ ...view, step: 'select-identify', actions: [submit, back] });
    await desk.button('Back to the sign-up form').trigger('click');
    expect(desk.sent[0]?.action).toBe(back.id);
  });
});

describe('steps of a few words', () => {
  it.each([
    ['identify-recovery', 'Get back into your account'],
    ['unlock-account', 'Unlock your account'],
    ['select-enroll-profile', 'Create an account'],
    ['launch-authenticator', 'Use Okta Verify?'],
    ['keep-me-signed-in', 'Stay signed in?'],
    ['device-assurance-grace-period', 'This device needs attention soon'],
    ['request-activation-email', 'Ask for a new activation email'],
  ])('%s is titled, explained and sent', async (step, title) => {
    const desk = await show(stepView({ step }));
    expect(desk.page.get('h1').text()).toBe(title);
    expect(desk.page.get('main').text()).not.toMatch(/\bgates\./);
    expect(desk.page.find('.step > p').text()).not.toBe('');
    expect(desk.page.get('[type="submit"]').attributes('data-action')).toBe('submit');
    await desk.send();
    expect(desk.sent).toHaveLength(1);
  });

  it('keeps nobody signed in unless asked to', async () => {
    const keep = field('keepMeSignedIn', {
      control: 'checkbox',
      label: 'Stay signed in',
      value: false,
    });
    const desk = await show(stepView({ step: 'keep-me-signed-in', fields: [keep] }));
    expect(desk.page.get('label').text()).toBe('Keep me signed in');
    await desk.send();
    await desk.input('keepMeSignedIn').setValue(true);
    await desk.send();
    expect(desk.sent.map(({ values }) => values)).toEqual([
      { keepMeSignedIn: false },
      { keepMeSignedIn: true },
    ]);
  });

  it('can be nothing but a way past it', async () => {
    const desk = await show(
      stepView({
        step: 'skip',
        messages: [message('Maintenance.')],
        actions: [action('skip', 'skip')],
      }),
    );
    expect(desk.page.get('button.primary').text()).toBe('Skip');
    expect(desk.page.text()).toContain('set it up later');
    await desk.button('Skip').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it.each(['success', 'failure'])('%s goes on in the browser', async (kind) => {
    const step = `${kind}-redirect`;
    const desk = await show(stepView({ step, actions: [action(`open:${step}`, 'open')] }));
    const button = desk.page.get(`[data-action="${step}"]`);
    expect(button.classes('primary')).toBe(true);
    await button.trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 1, link: `open:${step}` }]);
  });

  it.each(['success-redirect', 'redirect-idverify', 'redirect-idp', 'piv-idp'])(
    '%s can be begun again where its page cannot be opened',
    async (step) => {
      const desk = await show(stepView({ step, actions: [] }));
      expect(desk.page.text()).toContain('cannot be opened from here');
      await desk.button('Try again').trigger('click');
      await flushPromises();
      expect([desk.cancelled.count, desk.store.answers]).toEqual([1, 1]);
    },
  );
});

describe('a captcha', () => {
  const form = stepView({ fields: [field('userProfile.email')] });

  it.each([
    ['altcha', 'short calculation'],
    ['hcaptcha', 'hCaptcha keeps robots out'],
    ['recaptcha', 'reCAPTCHA keeps robots out'],
    ['unknown', 'a window may open'],
  ] as const)('is announced before the form is sent: %s', async (kind, words) => {
    const { page } = await show({ ...form, captcha: { kind, isAvailable: true } });
    expect(page.get('form [data-captcha]').text()).toContain(words);
    expect(page.find('form .notice').exists()).toBe(false);
  });

  it('that cannot be shown is explained, and the form can be sent all the same', async () => {
    const desk = await show({ ...form, captcha: { kind: 'recaptcha', isAvailable: false } });
    expect(desk.page.get('form .notice').text()).toContain('ask an administrator');
    await desk.input('userProfile.email').setValue('mira@example.com');
    await desk.send();
    expect(desk.sent).toHaveLength(1);
  });
});

describe('a step that nobody foresaw', () => {
  it('shows its picture, its key, its links and where its request came from', async () => {
    const picture = 'data:image/png;base64,AAAA';
    const desk = await show(
      stepView({
        step: 'something-new',
        detail: { kind: 'totp', qrCode: picture, sharedSecret: 'ABCDEFGH' },
      }),
    );
    expect(desk.page.text()).toContain('no page of its own');
    expect(desk.page.get('img').attributes('src')).toBe(picture);
    expect(desk.page.text()).toContain('ABCDEFGH');
    await desk.push(
      stepView({ step: 'something-new', serial: 2, detail: { kind: 'nfc', setupLink: 'link:0' } }),
    );
    await desk.button('Open the set-up page').trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 2, link: 'link:0' }]);
  });

  it('says of every button which action of the org it is', async () => {
    const { page } = await show(
      stepView({
        step: 'something-new',
        actions: [
          action('submit', 'submit', { name: 'something-new' }),
          action('skip', 'skip'),
          action('resend', 'resend'),
          action('remediation:call-me', 'remediation'),
          action('open:look-here', 'open', { label: 'Look here' }),
        ],
      }),
    );
    const names = page.findAll('[data-action]').map((one) => one.attributes('data-action'));
    expect(names).toEqual(['something-new', 'skip', 'resend', 'call-me', 'look-here']);
  });
});
