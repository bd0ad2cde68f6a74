import { expect, it } from 'vitest';
import { resolveLanguage } from '../../../main/settings';

it.each([
  ['de', ['fr'], 'de'],
  ['', ['de-AT', 'en'], 'de'],
  ['', ['pt-BR', 'es-419', 'en'], 'es'],
  ['', ['ja_JP.UTF-8'], 'ja'],
  ['', ['AR-eg'], 'ar'],
  ['', ['pt-BR', 'C', ''], 'en'],
  ['', [], 'en'],
])('setting %j for a person who reads %j gives %s', (setting, locales, language) => {
  expect(resolveLanguage(setting, locales)).toBe(language);
});
