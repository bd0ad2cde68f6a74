import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../main/shell/loopback/pages';
import { loadTexts } from '../../../../main/texts';
import { languages } from '../../../../preload/languages';

describe('a page of the server', () => {
  it.each(languages)('is written in %s', async (language) => {
    const page = await renderPage('callback', [`${language}-XX`], 'n');
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain((await loadTexts('browser', language)).callback.title);
  });

  it('reads from right to left in Arabic', async () => {
    expect(await renderPage('used-link', ['ar'], 'n')).toContain('dir="rtl"');
  });

  it('is in English where none of the languages is known', async () => {
    expect(await renderPage('used-link', ['tlh', 'constructor'], 'n')).toContain('lang="en"');
  });

  it('goes on to the next language a person prefers', async () => {
    expect(await renderPage('used-link', ['tlh', 'ja-JP', 'en'], 'n')).toContain('lang="ja"');
  });
});
