import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from '../../texts';
import type { Mode } from '../../../preload/contract/desk';
import { type PageName, pagesWithEntry, pageTable } from '../../../preload/contract/pages';

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly texts: DesktopTexts;
  /** Whether developers' items are left out. */
  readonly isPackaged: boolean;
  readonly mode: Mode;
  navigate(page: PageName): void;
}

/** The platform's usual menus; what an item does is the system's own, except for pages of the app. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(options)] : [fileMenu(options)]),
    editMenu(options),
    viewMenu(options),
    ...(isMac ? [windowMenu(options)] : [helpMenu(options)]),
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The pages of this desk that have an item in that menu. */
function pages(
  { texts, mode, navigate }: MenuOptions,
  menu: 'file' | 'help',
): MenuItemConstructorOptions[] {
  return pagesWithEntry(mode)
    .filter((page) => pageTable[page].entry.menu === menu)
    .map((page) => {
      const { accelerator } = pageTable[page].entry;
      return {
        id: page,
        label: texts[page],
        ...(accelerator === null ? {} : { accelerator }),
        click: () => navigate(page),
      };
    });
}

/** Items, and a line below them where there are any. */
function ruledOff(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.length === 0 ? [] : [...items, separator];
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { texts } = options;
  return {
    label: 'Frontdesk',
    submenu: [
      ...ruledOff(pages(options, 'help')),
      ...ruledOff(pages(options, 'file')),
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { texts } = options;
  return {
    label: texts.file,
    submenu: [...ruledOff(pages(options, 'file')), { role: 'quit', label: texts.quit }],
  };
}

function editMenu({ texts }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'delete', label: texts.delete },
      { role: 'selectAll', label: texts.selectAll },
    ],
  };
}

/** Reloading is left out: it would end a sign-up without asking. */
function viewMenu({ texts, isPackaged }: MenuOptions): MenuItemConstructorOptions {
  const developers: MenuItemConstructorOptions[] = [
    separator,
    { role: 'toggleDevTools', label: texts.developerTools },
  ];
  return {
    label: texts.view,
    submenu: [
      { role: 'resetZoom', label: texts.resetZoom },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(isPackaged ? [] : developers),
    ],
  };
}

function windowMenu({ texts }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: texts.minimize },
      { role: 'zoom', label: texts.zoomWindow },
      separator,
      { role: 'front', label: texts.bringAllToFront },
      separator,
      { role: 'close', label: texts.closeWindow },
    ],
  };
}

function helpMenu(options: MenuOptions): MenuItemConstructorOptions {
  return { label: options.texts.help, role: 'help', submenu: pages(options, 'help') };
}
