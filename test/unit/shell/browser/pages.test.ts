import { describe, expect, it } from 'vitest';
import { pageTexts } from '../../../../main/shell/browser/page-texts';
import { renderPage } from '../../../../main/shell/browser/pages';
import { languages } from '../../../../preload/contract/common';

describe('a page of the server', () => {
  it.each(languages)('is written in %s', (language) => {
    const page = renderPage('callback', [`${language}-XX`], 'n');
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain(pageTexts[language].callback.title);
  });

  it('reads from right to left in Arabic', () => {
    expect(renderPage('used-link', ['ar'], 'n')).toContain('dir="rtl"');
  });

  it('is in English where none of the languages is known', () => {
    expect(renderPage('used-link', ['tlh', 'constructor'], 'n')).toContain('lang="en"');
  });

  it('goes on to the next language a person prefers', () => {
    expect(renderPage('used-link', ['tlh', 'ja-JP', 'en'], 'n')).toContain('lang="ja"');
  });
});
