import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { action, field, stepView } from '../../views';
import { type Desk, openScreen } from '../../wizard';

const submit = action('submit', 'submit');

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
    const desk = await openScreen(
      stepView({ step: 'redirect-idp', actions: [google, saml, card, nameless] }),
    );
    expect(names(desk)).toEqual([
      'Continue with Google',
      'Continue with Acme Login',
      'Continue with a smart card',
      'Use another service',
    ]);
  });

  it('is told apart from another one of its kind', async () => {
    const second = provider('open:redirect-idp:1', 'GOOGLE', 'Visitors');
    const desk = await openScreen(stepView({ step: 'redirect-idp', actions: [google, second] }));
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
    const desk = await openScreen(view);
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
    const desk = await openScreen(stepView({ step: 'redirect-idp', actions: [...many, google] }));
    expect(names(desk)).toHaveLength(12);
    await desk.input('providerSearch').setValue('goo');
    expect(names(desk)).toEqual(['Continue with Google']);
    expect(desk.page.text()).toContain('1 service found');
    await desk.input('providerSearch').setValue('nobody');
    expect(desk.page.text()).toContain('0 services found');
  });

  it('is not looked for among a few', async () => {
    const desk = await openScreen(stepView({ step: 'redirect-idp', actions: [google, saml] }));
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
    const desk = await openScreen(opened);
    expect(desk.page.text()).toContain('this page goes on by itself');
    expect(desk.page.findAll('[data-action="check"]')).toHaveLength(1);
    await desk.button('I am done there').trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['check']);
    expect(desk.page.get('main').text()).toContain('not finished yet');
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
    const desk = await openScreen(view);
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
    const { page: shown } = await openScreen({
      ...view,
      detail: { kind: 'identity-verification', vendor: null, termsLink: null, privacyLink: null },
    });
    expect(shown.text()).toContain('another company');
    expect(shown.text()).not.toContain('Terms of use');
  });
});
