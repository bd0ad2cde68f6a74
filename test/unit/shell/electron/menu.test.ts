import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../main/shell/electron/menu';
import { shellTexts, systemLanguage } from '../../../../main/shell/electron/texts';
import { languages } from '../../../../preload/contract/common';

function itemsOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

const template = (platform: NodeJS.Platform, isPackaged = true, opened: string[] = []) =>
  itemsOf(
    menuTemplate({
      platform,
      isPackaged,
      texts: shellTexts('en'),
      navigate: (page) => opened.push(page),
    }),
  );
const roles = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => role ?? []);

describe('menuTemplate', () => {
  it.each(['darwin', 'linux', 'win32'] as const)('has the usual items on %s', (platform) => {
    expect(roles(template(platform))).toEqual(
      expect.arrayContaining(['quit', 'undo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn']),
    );
  });

  it('has the items of a Mac on a Mac alone', () => {
    const own = ['services', 'hide', 'hideOthers', 'unhide', 'front', 'minimize', 'close'] as const;
    expect(roles(template('darwin'))).toEqual(expect.arrayContaining([...own]));
    for (const role of own) expect(roles(template('win32'))).not.toContain(role);
  });

  it('opens the settings and the about page', () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const opened: string[] = [];
      const clickable = template(platform, true, opened).filter(({ id }) => id !== undefined);
      expect(clickable.map(({ label }) => label).sort()).toEqual(['About Frontdesk', 'Settings…']);
      for (const item of clickable) Reflect.apply(item.click ?? (() => {}), item, []);
      expect(opened.sort()).toEqual(['about', 'settings']);
    }
  });

  it('never reloads, and shows developer tools only before packaging', () => {
    for (const isPackaged of [true, false]) {
      const all = roles(template('linux', isPackaged));
      expect(all).not.toContain('reload');
      expect(all).not.toContain('forceReload');
      expect(all.includes('toggleDevTools')).toBe(!isPackaged);
    }
  });

  it('says every item in words of the language', () => {
    for (const language of languages) {
      const items = itemsOf(
        menuTemplate({
          platform: 'darwin',
          isPackaged: false,
          texts: shellTexts(language),
          navigate: () => {},
        }),
      );
      for (const item of items) {
        if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
      }
    }
  });
});

describe('the texts', () => {
  it('are there in every language, each in its own words', () => {
    const keys = Object.keys(shellTexts('en')).sort();
    for (const language of languages) {
      const texts = shellTexts(language);
      expect(Object.keys(texts).sort()).toEqual(keys);
      if (language !== 'en') expect(texts.crashedText).not.toBe(shellTexts('en').crashedText);
    }
  });
});

describe('systemLanguage', () => {
  it('takes the most wanted language that the app speaks', () => {
    expect(systemLanguage(['pt-BR', 'fr-CA', 'en-US'])).toBe('fr');
    expect(systemLanguage(['JA'])).toBe('ja');
    expect(systemLanguage(['zh-Hant-TW'])).toBe('en');
    expect(systemLanguage([])).toBe('en');
  });
});
