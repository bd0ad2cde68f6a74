import { describe, expect, it } from 'vitest';
import { languages } from '../../../preload/languages';
import { loadVoice } from '../../../renderer/org-page/voice';

describe('the voice of the page', () => {
  it.each(languages)('speaks %s, and names who checks', async (language) => {
    const voice = await loadVoice([language]);
    expect(voice.language).toBe(language);
    expect(voice.say('captchaNotice')).toContain('{provider}');
  });

  it('is the first that it knows', async () => {
    expect((await loadVoice(['pt-BR', 'fr-CA', 'de'])).language).toBe('fr');
    expect((await loadVoice(['toString'])).language).toBe('en');
    expect((await loadVoice([])).language).toBe('en');
  });
});
