import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from '../../texts';

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly texts: DesktopTexts;
  /** Whether developers' items are left out. */
  readonly isPackaged: boolean;
  navigate(page: 'settings' | 'about'): void;
}

/** The platform's usual menus; what an item does is the system's own, except for two pages. */
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

function about({ texts, navigate }: MenuOptions): MenuItemConstructorOptions {
  return { id: 'about', label: texts.about, click: () => navigate('about') };
}

function settings({ texts, navigate }: MenuOptions): MenuItemConstructorOptions {
  return {
    id: 'settings',
    label: texts.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => navigate('settings'),
  };
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { texts } = options;
  return {
    label: 'Frontdesk',
    submenu: [
      about(options),
      separator,
      settings(options),
      separator,
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
    submenu: [settings(options), separator, { role: 'quit', label: texts.quit }],
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
  return { label: options.texts.help, role: 'help', submenu: [about(options)] };
}
