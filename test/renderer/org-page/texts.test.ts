import { describe, expect, it } from 'vitest';
import { languages } from '../../../preload/contract/common';
import { createVoice } from '../../../renderer/org-page/texts';

describe('the voice of the page', () => {
  it.each(languages)('speaks %s, and names who checks', (language) => {
    const voice = createVoice([language]);
    expect(voice.language).toBe(language);
    expect(voice.say('captchaNotice')).toContain('{provider}');
  });

  it('is the first that it knows', () => {
    expect(createVoice(['pt-BR', 'fr-CA', 'de']).language).toBe('fr');
    expect(createVoice(['toString']).language).toBe('en');
    expect(createVoice([]).language).toBe('en');
  });
});
