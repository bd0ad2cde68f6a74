import { describe, expect, it } from 'vitest';
import { complete, fill, loadTexts } from '../../../main/texts';
import { languages } from '../../../preload/languages';

describe('a text that a language lacks', () => {
  const english = {
    title: 'Settings',
    causes: { clock: { steps: ['One', 'Two'], tell: '' }, gone: { steps: ['Three'] } },
  };

  it('is English, for that key alone', () => {
    const own = { causes: { clock: { steps: ['Eins'] } } };
    expect(complete(english, own)).toEqual({
      title: 'Settings',
      causes: { clock: { steps: ['Eins', 'Two'], tell: '' }, gone: { steps: ['Three'] } },
    });
  });

  it.each<{ own: unknown }>([
    { own: null },
    { own: 'a text' },
    { own: [] },
    { own: { title: 7, causes: 'none' } },
    { own: { toString: 'x', title: null } },
  ])('is English where the file holds $own', ({ own }) =>
    expect(complete(english, own)).toEqual(english),
  );

  it('leaves out what English does not know', () => {
    expect(complete({ a: 'A' }, { a: 'B', b: 'C' })).toEqual({ a: 'B' });
  });
});

it.each(languages.filter((language) => language !== 'en'))(
  'speaks %s in the menu and on the pages of the browser shell',
  async (language) => {
    const [menu, pages] = await Promise.all([
      loadTexts('desktop', language),
      loadTexts('browser', language),
    ]);
    const english = await loadTexts('desktop', 'en');
    expect(menu.crashedText).not.toBe(english.crashedText);
    expect(pages.callback.text).not.toBe((await loadTexts('browser', 'en')).callback.text);
  },
);

it('fills in what it has a value for and leaves the rest', () => {
  expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}');
});
