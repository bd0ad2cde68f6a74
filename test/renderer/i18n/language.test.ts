import { beforeEach, describe, expect, it } from 'vitest';
import { createTranslation, loadLanguage, showLanguage } from '../../../renderer/i18n';

describe('the shown language', () => {
  const translation = createTranslation();
  const composer = translation.global;

  beforeEach(() => showLanguage(composer, 'en'));

  it('turns the page to right-to-left for Arabic, and back', async () => {
    await loadLanguage(composer, 'ar');
    showLanguage(composer, 'ar');
    expect(document.documentElement.lang).toBe('ar');
    expect(document.documentElement.dir).toBe('rtl');
    expect(composer.t('app.side.settings')).toBe('الإعدادات');
    showLanguage(composer, 'en');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('chooses among the six Arabic plurals', async () => {
    await loadLanguage(composer, 'ar');
    showLanguage(composer, 'ar');
    const texts = [1, 2, 3, 11, 100].map((count) => composer.t('settings.summary', { count }));
    expect(new Set(texts).size).toBe(5);
    expect(texts[1]).toContain('إعدادين');
    expect(texts[3]).toContain('11 إعدادًا');
  });

  it('keeps the plural of a million in French, whose rules have a form of their own for it', async () => {
    await loadLanguage(composer, 'fr');
    showLanguage(composer, 'fr');
    expect(composer.t('settings.summary', { count: 1_000_000 })).toContain('1000000 paramètres');
  });
});
