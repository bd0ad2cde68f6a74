import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../../preload/contract/registration/message';
import { messageBlocks } from '../../../../renderer/registration/messages/message-blocks';
import { message } from '../views';

const remediation = 'idx.error.code.access_denied.device_assurance.remediation';

function line(name: string, given: Partial<MessageView> = {}): MessageView {
  return message(name, { key: `${remediation}.${name}`, ...given });
}

const title = line('title');
const explanation = line('explanation_multiple_rules');
const first = line('option_index', { params: ['1'] });
const second = line('option_index', { params: ['2'] });
const update = line('android.upgrade_os_version', { params: ['100'] });
const lock = line('android.use_lock_screen');
const encrypt = line('android.device_disk_encrypted');
const own = message('No rooted phones here.', {
  key: 'device.assurance.custom.remediation.ANDROID.Okta:DeviceAssurance.Jailbreak',
});
const help = line('additional_help_default');

describe('what a device lacks', () => {
  it('is one box: every option with the steps that follow it', () => {
    const flat = [title, explanation, first, update, own, second, lock, encrypt, help];
    expect(messageBlocks(flat)).toEqual([
      {
        kind: 'device',
        level: 'error',
        title,
        explanations: [explanation],
        options: [
          { heading: first, steps: [update, own] },
          { heading: second, steps: [lock, encrypt] },
        ],
        help: [help],
      },
    ]);
  });

  it('is a list without headings where there is one option', () => {
    const [block] = messageBlocks([title, line('explanation_one_rule'), lock, update, help]);
    expect(block).toMatchObject({ options: [{ heading: null, steps: [lock, update] }] });
  });

  it('has no options where the org names nothing to do', () => {
    expect(messageBlocks([title, help])).toMatchObject([{ options: [], help: [help] }]);
  });

  it('keeps the steps that the app has no words for, and those without a number', () => {
    const unheard = line('freebsd.jail_the_user');
    const unnumbered = line('option_index', { params: [] });
    const [block] = messageBlocks([title, unnumbered, unheard]);
    expect(block).toMatchObject({ options: [{ heading: null, steps: [unnumbered, unheard] }] });
  });

  it('is a warning as long as there is time, whatever its lines say', () => {
    const due = message('Fix it.', {
      level: 'warning',
      key: 'idx.device_assurance.grace_period.warning.title.due_by_date',
      params: ['2024-09-05T00:00:00.000Z'],
    });
    expect(messageBlocks([due, explanation, first, lock])).toMatchObject([
      { kind: 'device', level: 'warning', title: due },
    ]);
    const unreadable = { ...due, params: ['soon'] };
    expect(messageBlocks([unreadable, lock])).toMatchObject([{ title: unreadable }]);
  });

  it('stands between other messages where it began', () => {
    const [before, after] = [message('Before.'), message('After.', { level: 'info' })];
    const blocks = messageBlocks([before, title, lock, after]);
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['message', 'error'],
      ['device', 'error'],
      ['message', 'info'],
    ]);
  });
});

describe('a message without words', () => {
  it('is shown where it refuses something, and left out where it only notes it', () => {
    expect(messageBlocks([message(''), message(' ', { level: 'info' })])).toHaveLength(1);
  });
});
