import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../main/shell/electron/menu';
import { loadTexts } from '../../../../main/texts';
import { languages } from '../../../../preload/languages';
import type { Mode } from '../../../../preload/contract/desk';

function itemsOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

const english = await loadTexts('desktop', 'en');
const template = (
  platform: NodeJS.Platform,
  isPackaged = true,
  opened: string[] = [],
  mode: Mode = 'personal',
) =>
  itemsOf(
    menuTemplate({
      platform,
      isPackaged,
      mode,
      texts: english,
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

  it('has no item for a page that the desk does not have, nor a line in its place', () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const items = template(platform, true, [], 'kiosk');
      expect(items.flatMap(({ id }) => id ?? [])).toEqual(['about']);
      const file = items.findIndex(({ label }) => label === 'File');
      if (file !== -1) expect(items[file + 1]).toMatchObject({ role: 'quit' });
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

  it('says every item in words of the language', async () => {
    for (const language of languages) {
      const texts = await loadTexts('desktop', language);
      const items = itemsOf(
        menuTemplate({
          platform: 'darwin',
          isPackaged: false,
          mode: 'personal',
          texts,
          navigate: () => {},
        }),
      );
      for (const item of items) {
        if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
      }
    }
  });
});
