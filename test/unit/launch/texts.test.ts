import { describe, expect, it } from 'vitest';
import { compareTexts, listLanguages, readTexts } from '../../../main/launch/texts.mjs';
import { languages } from '../../../preload/languages';

describe('what npm run texts prints', () => {
  const english = new Map([
    ['a', 'Go to {place}'],
    ['b', '{count} day | {count} days'],
    ['c', 'Close'],
  ]);

  it('is nothing where a language is complete', () => {
    const german = new Map([
      ['c', 'Schließen'],
      ['a', 'Zu {place}'],
      ['b', 'Ein Tag | {count} Tage'],
    ]);
    expect(compareTexts(english, german)).toEqual([]);
  });

  it('is what is missing, superfluous or has other placeholders', () => {
    const german = new Map([
      ['a', 'Zu {ort}'],
      ['b', 'Tage'],
      ['d', 'Öffnen'],
    ]);
    expect(compareTexts(english, german)).toEqual([
      'c is missing: Close',
      'd is superfluous',
      'a has other placeholders: {place}',
      'b has other placeholders: {count}',
    ]);
  });
});

it('finds a folder for every language of the table', () => {
  expect(listLanguages()).toEqual([...languages].sort());
});

it.each(languages)('has nothing to print for %s', (language) => {
  const texts = readTexts(language);
  expect(texts.size).toBeGreaterThan(1500);
  expect(compareTexts(readTexts('en'), texts)).toEqual([]);
});
