import { describe, expect, it } from 'vitest';
import { isUnfinished, meantAddress } from '../../../../renderer/registration/fields/email-slip';
import { profile } from '../views';
import { openWizard } from '../wizard';

describe('a slip in a well-known domain', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.comm', 'gmail.com'],
    ['gmail.cmo', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['GMAIL.CM', 'gmail.com'],
    ['gmial.con', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmai.com', 'hotmail.com'],
    ['homtail.co.uk', 'hotmail.co.uk'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.fr', 'yahoo.fr'],
    ['outlok.com', 'outlook.com'],
    ['otulook.com', 'outlook.com'],
    ['icloud.co', 'icloud.com'],
    ['iclould.com', 'icloud.com'],
    ['live.con', 'live.com'],
    ['aol.vom', 'aol.com'],
  ])('is seen in %s', (typed, meant) => {
    expect(meantAddress(`\u200bAda.L@${typed} `)).toBe(`Ada.L@${meant}`);
  });

  it.each(
    (
      'gmail.com googlemail.com gmx.de gmx.net gmx.com gmx.at ymail.com mail.com email.com fmail.com ' +
      'hotmail.com hotmail.co.uk hotmail.fr hotmail.co.th yahoo.com yahoo.co.jp yahoo.com.br yahoo.ca ' +
      'rocketmail.com live.com live.co.uk live.nl me.com mac.com aol.com aol.de aim.com msn.com web.de ' +
      'outlook.com outlook.de outlook.com.br icloud.com cloud.com mail.ru mail.de proton.me pm.me ' +
      'protonmail.com protonmail.ch hey.com qq.com 163.com naver.com example.com example.co love.com ' +
      'mail.co gmail.cam wahoo.com fastmail.com zoho.com tutanota.com t-online.de orange.fr'
    ).split(' '),
  )('is not seen in %s', (domain) => {
    expect(meantAddress(`ada@${domain}`)).toBeNull();
  });

  it.each(['', '@', 'ada', 'ada@', 'ada@gmial', '@gmial.com', 'ada@.con'])(
    'is not seen in what is no address: “%s”',
    (text) => expect(meantAddress(text)).toBeNull(),
  );

  it('may be a domain that is still being typed', () => {
    expect(isUnfinished('ada@icloud.co')).toBe(true);
    expect(isUnfinished('ada@icloud.con')).toBe(false);
  });
});

describe('the question below an address', () => {
  const email = 'userProfile.email';
  const question = 'Did you mean';

  it('takes what was meant, and never does by itself', async () => {
    const desk = await openWizard(profile);
    await desk.input(email).setValue('ada@gmial.com');
    expect(desk.page.text()).toContain(`${question} “ada@gmail.com”?`);
    expect(desk.input(email).element).toHaveProperty('value', 'ada@gmial.com');
    await desk.button('Use this address').trigger('click');
    expect(desk.input(email).element).toHaveProperty('value', 'ada@gmail.com');
    expect(desk.page.text()).not.toContain(question);
    expect(document.activeElement).toBe(desk.input(email).element);
  });

  it('is not put again about what was kept, but about another slip', async () => {
    const desk = await openWizard(profile);
    await desk.input(email).setValue('ada@gmial.com');
    await desk.button('Keep what I typed').trigger('click');
    await desk.input(email).trigger('focusout');
    expect(desk.page.text()).not.toContain(question);
    expect(desk.input(email).element).toHaveProperty('value', 'ada@gmial.com');
    await desk.input(email).setValue('ada@yaho.com');
    expect(desk.page.text()).toContain(question);
  });

  it('blocks nothing', async () => {
    const desk = await openWizard(profile);
    await desk.input('userProfile.firstName').setValue('Ada');
    await desk.input('userProfile.lastName').setValue('Lovelace');
    await desk.input(email).setValue('ada@gmial.com');
    await desk.send();
    expect(desk.sent[0]?.values).toMatchObject({ [email]: 'ada@gmial.com' });
  });

  it('waits until a domain that may go on is left, and the button that took the focus let go', async () => {
    const desk = await openWizard(profile);
    await desk.input(email).setValue('ada@gmail.co');
    expect(desk.page.text()).not.toContain(question);
    window.dispatchEvent(new Event('pointerdown'));
    await desk.input(email).trigger('focusout');
    expect(desk.page.text()).not.toContain(question);
    window.dispatchEvent(new Event('pointerup'));
    await expect.poll(() => desk.page.text()).toContain(question);
    await desk.input(email).setValue('ada@icloud.co');
    expect(desk.page.text()).not.toContain(question);
    await desk.input(email).trigger('focusout');
    expect(desk.page.text()).toContain(question);
  });
});
