import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MessageView } from '../../../../preload/contract/registration/message';
import { loadLanguage, showLanguage } from '../../../../renderer/i18n';
import { messageBlocks } from '../../../../renderer/registration/messages/message-blocks';
import MessageBlocks from '../../../../renderer/registration/messages/MessageBlocks.vue';
import { runs } from '../../../support/runs';
import { mountWith } from '../../mount-with';
import { message } from '../views';

function show(...messages: MessageView[]) {
  return mountWith(MessageBlocks, { props: { blocks: messageBlocks(messages) } }).wrapper;
}

/** Without the marks that keep foreign text in its own direction. */
function wordsOf(page: { text(): string }): string {
  return page.text().replaceAll(/[\u2066-\u2069]/g, '');
}

const remediation = 'idx.error.code.access_denied.device_assurance.remediation';
const phrases: readonly (readonly [key: string, params: string[], ...words: string[]])[] = [
  ['api.authn.error.PASSCODE_INVALID', [], 'not right', 'ask for a new one'],
  ['errors.E0000150', [], 'limit of text messages', 'use a call'],
  ['securityQuestion.answer.tooShort.arg', ['4'], 'at least 4 characters', 'longer answer'],
  ['securityQuestion.answer.tooShort.arg', ['1'], 'at least 1 character.'],
  ['oie.assurance.unsatisfiable', ['myApp'], '“myApp” asks for more', 'Only an administrator'],
  ['oie.assurance.unsatisfiable', [], 'this app', 'Security > Authentication Policies'],
  ['idx.error.user.not.assigned.to.app', [], 'not given this account access', '> Assignments'],
  ['idx.error.code.no_matching_policy', [], 'not fully set up', 'Access Policies', 'will not help'],
  ['idx.error.registration.unavailable', [], 'paused', 'Try again later', 'User Profile Policies'],
  ['http.407', [], 'asks for a sign-in', 'IT support'],
  ['registration.error.notUniqueWithinOrg', ['Email'], 'email address already exists'],
  ['registration.error.notUniqueWithinOrg', ['Badge'], 'Badge: Somebody already uses this.'],
  [`${remediation}.android.upgrade_os_version`, ['100'], 'Update to Android 100'],
  [`${remediation}.macos.upgrade_os_version.at_least`, ['13.2'], 'macOS 13.2 or later'],
  [`${remediation}.chrome.upgrade_browser_version`, ['114'], 'Update to Chrome 114'],
  [`${remediation}.windows.use_biometric_lock_screen`, [], 'Windows Hello'],
  [
    'idx.device_assurance.grace_period.warning.title.due_by_date',
    ['2024-09-05T12:00:00Z'],
    'Sep 5, 2024',
  ],
];

describe('a message', () => {
  it.each(phrases.map(([key, params, ...words]) => ({ key, params, words })))(
    '$key $params is told in the words of the app',
    ({ key, params, words }) => {
      const page = show(message('The words of the org.', { key, params }));
      for (const phrase of words) expect(wordsOf(page)).toContain(phrase);
      expect(wordsOf(page)).not.toContain('The words of the org.');
      expect(wordsOf(page)).not.toMatch(/messages\.|\{\w+\}/);
    },
  );

  it.each<[string | null, string[]]>([
    ['something.new', []],
    [null, []],
    ['device.assurance.custom.remediation.ANDROID.Okta:DeviceAssurance.Jailbreak', []],
    ['idx.device_assurance.grace_period.warning.title.due_by_date', ['some day']],
    ['securityQuestion.answer.tooShort.arg', []],
    [`${remediation}.android.upgrade_os_version`, []],
  ])('%s %j is told in the words of the org, marked as such', (key, params) => {
    const page = show(message('Ask at reception.', { key, params }));
    expect(wordsOf(page)).toContain('Your organization says: Ask at reception.');
  });

  it('lets the org speak for itself where it knows more than the app', () => {
    const key = 'password.passwordRequirementsNotMet';
    const page = show(message('At least 20 characters.', { key }));
    expect(wordsOf(page)).toContain('did not accept this password');
    expect(wordsOf(page)).toContain('Your organization says: At least 20 characters.');
    expect(wordsOf(show(message(' ', { key })))).not.toContain('says');
  });

  it('says so where the org refuses without words, and what to tell support', () => {
    const page = show(message('', { key: 'brand.new' }), message('  '));
    expect(page.text().match(/without saying why/g)).toHaveLength(2);
    expect(page.text()).toContain('For support: brand.new');
  });

  it('names its level in words and by a picture', () => {
    const [error, warning, info] = show(
      message('One.'),
      message('Two.', { level: 'warning' }),
      message('Three.', { level: 'info' }),
    ).findAll('.notice');
    expect(error?.text()).toMatch(/^Problem:/);
    expect(warning?.text()).toMatch(/^Please note:/);
    expect(info?.text()).toMatch(/^Note:/);
    for (const box of [error, warning, info]) expect(box?.find('svg').exists()).toBe(true);
  });

  it('does not send people to others for what they can do themselves', () => {
    const page = show(message('', { key: 'password.common' }));
    expect(page.text()).not.toMatch(/administrator|IT support/);
  });

  it('writes dates and numbers of characters as the language does', async () => {
    const due = message('', {
      level: 'warning',
      key: 'idx.device_assurance.grace_period.warning.title.due_by_date',
      params: ['2024-09-05T12:00:00Z'],
    });
    const short = message('', { key: 'securityQuestion.answer.tooShort.arg', params: ['4'] });
    const inGerman = defineComponent({
      setup() {
        const i18n = useI18n({ useScope: 'global' });
        void loadLanguage(i18n, 'de').then(() => showLanguage(i18n, 'de'));
        return () => h(MessageBlocks, { blocks: messageBlocks([due, short]) });
      },
    });
    const { wrapper } = mountWith(inGerman);
    await vi.waitFor(() => expect(wrapper.text()).toContain('05.09.2024'));
    expect(wrapper.text()).toContain('mindestens 4 Zeichen');
  });
});

describe('the list of what a device lacks', () => {
  it('reads as a title, an explanation and options with their steps', () => {
    const line = (name: string, params: string[] = []) =>
      message('', { key: `${remediation}.${name}`, params });
    const page = show(
      line('title'),
      line('explanation_multiple_rules'),
      line('option_index', ['1']),
      line('ios.use_lock_screen'),
      line('option_index', ['2']),
      line('macos.device_disk_encrypted'),
      line('android.use_lock_screen'),
      line('additional_help_default'),
    );
    expect(page.findAll('.notice')).toHaveLength(1);
    const heads = page.findAll('h2').map((one) => wordsOf(one));
    expect(heads).toEqual(['Option 1:', 'Option 2:']);
    const lists = page.findAll('ul').map((list) => list.findAll('li').map((one) => one.text()));
    expect(lists).toEqual([
      ['Set a passcode for the lock screen'],
      ['Turn on FileVault', 'Turn on the screen lock'],
    ]);
  });
});

describe('what an org says', () => {
  const markup = fc.constantFrom(
    '<b>bold</b>',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<a href="https://evil.example">go</a>',
    '&lt;b&gt;',
    '{0} @:app.name | plural',
  );
  const text = fc
    .array(fc.oneof(markup, fc.string()), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));
  const keys = fc.constantFrom(
    null,
    'something.new',
    'oie.assurance.unsatisfiable',
    'password.passwordRequirementsNotMet',
    'security.access_denied_custom_message',
    'registration.error.notUniqueWithinOrg',
    'device.assurance.custom.remediation.x',
    `${remediation}.android.upgrade_os_version`,
    `${remediation}.option_index`,
  );
  const anything = fc.record({
    key: keys,
    text,
    params: fc.array(text, { maxLength: 2 }),
    level: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  });

  it('is never markup, whatever is in it', () => {
    const plain = ['ABBR', 'DIV', 'H2', 'LI', 'P', 'PATH', 'SECTION', 'SPAN', 'SVG', 'UL'];
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (said) => {
        const page = show(...said.map((one) => message(one.text, one)));
        const tags = [...(page.element.parentElement?.querySelectorAll('*') ?? [])].map((one) =>
          one.tagName.toUpperCase(),
        );
        page.unmount();
        return tags.every((tag) => plain.includes(tag));
      }),
      runs(100),
    );
  });

  it('is shown to the letter', () => {
    fc.assert(
      fc.property(text, (said) => {
        fc.pre(said.trim() !== '');
        const page = show(message(said));
        const shown = page.element.parentElement?.textContent ?? '';
        page.unmount();
        return shown.includes(said);
      }),
      runs(100),
    );
  });
});
